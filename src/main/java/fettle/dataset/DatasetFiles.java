package fettle.dataset;

import java.io.IOException;
import java.io.OutputStream;

/// The folder that a dataset is written to. A file is either replaced as a whole or stays as it was.
public interface DatasetFiles {

    /// Takes everything and keeps nothing: to learn digests and counts.
    DatasetFiles NOWHERE = new DatasetFiles() {
        @Override
        public void write(String name, Content content) throws IOException, InterruptedException {
            content.writeTo(OutputStream.nullOutputStream());
        }

        @Override
        public void remove(String name) {}
    };

    /// Writes the content of a file.
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    /// Replaces the file of that name by what `content` writes; the folder is made when it is absent.
    void write(String name, Content content) throws IOException, InterruptedException;

    /// Takes a file away that an earlier export left; nothing happens when there is none.
    void remove(String name) throws IOException;
}
