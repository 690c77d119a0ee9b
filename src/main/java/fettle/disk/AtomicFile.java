package fettle.disk;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Replaces a whole file or leaves it alone: a crash or a full disk never leaves half of one.
public final class AtomicFile {

    private AtomicFile() {}

    /// Writes the content of the file.
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces `file` by `text` in UTF-8.
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Replaces `file` by what `content` writes. The folder is made when it is absent. The old file is untouched when
    /// this throws.
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not a place for a file.");
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try {
            // a stream and not a channel: a channel closes itself when the thread is interrupted, and a job that is being
            // stopped still has its last state to save
            try (var bytes = new FileOutputStream(fresh.toFile())) {
                var out = new BufferedOutputStream(bytes, 1 << 16);
                content.writeTo(out);
                out.flush();
                bytes.getFD().sync();
            }
            swap(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void swap(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
