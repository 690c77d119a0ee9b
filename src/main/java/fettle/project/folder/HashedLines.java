package fettle.project.folder;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Lines of UTF-8 on their way out, counted and hashed.
final class HashedLines {

    private final OutputStream out;
    private final MessageDigest digest;
    private @Nullable String hash;
    private int rows;
    private long bytes;

    HashedLines(OutputStream out) {
        this.out = out;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// A stream to a file whose bytes are on the disk when it is closed.
    static OutputStream open(Path file) throws IOException {
        var target = new FileOutputStream(file.toFile());
        return new BufferedOutputStream(target, 1 << 16) {

            @Override
            public void close() throws IOException {
                flush();
                target.getFD().sync();
                super.close();
            }
        };
    }

    void line(String text) throws IOException {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line);
        digest.update(line);
        rows++;
        bytes += line.length;
    }

    int rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    /// Of all lines, as hex digits. No line comes after it was asked for.
    String sha256() {
        String known = hash;
        if (known == null) {
            known = HexFormat.of().formatHex(digest.digest());
            hash = known;
        }
        return known;
    }
}
