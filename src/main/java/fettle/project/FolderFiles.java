package fettle.project;

import fettle.dataset.DatasetFiles;
import fettle.disk.AtomicFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a dataset in a folder on this disk, each written new and swapped in.
public record FolderFiles(Path folder) implements DatasetFiles {

    @Override
    public void write(String name, Content content) throws IOException, InterruptedException {
        try {
            AtomicFile.write(folder.resolve(name), out -> {
                try {
                    content.writeTo(out);
                } catch (InterruptedException _) {
                    throw new InterruptedIOException("stopped"); // so that the old file stays
                }
            });
        } catch (InterruptedIOException _) {
            throw new InterruptedException("stopped");
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }
}
