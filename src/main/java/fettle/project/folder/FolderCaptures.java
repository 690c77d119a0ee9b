package fettle.project.folder;

import fettle.disk.AtomicFile;
import fettle.document.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Raw captures below `sources/`, each in a file that is named by its sha256.
public final class FolderCaptures implements Captures {

    private final Path folder;

    public FolderCaptures(Path folder) {
        this.folder = folder;
    }

    @Override
    public String keep(byte[] bytes) throws IOException {
        String name = sha256(bytes);
        Path file = file(name);
        if (!Files.exists(file)) {
            AtomicFile.write(file, out -> out.write(bytes));
        }
        return name;
    }

    /// A file whose bytes no longer have that hash was damaged, and is as good as gone.
    @Override
    public Optional<byte[]> find(String sha256) throws IOException {
        if (!sha256.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file(sha256));
            return sha256(bytes).equals(sha256) ? Optional.of(bytes) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
