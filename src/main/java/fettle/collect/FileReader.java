package fettle.collect;

import fettle.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Makes a document of one file, or says why it cannot.
///
/// @param largestBytes files above it are refused
public record FileReader(long largestBytes) {

    /// What became of a file.
    public sealed interface Read {

        /// @param bytes its size
        record Taken(Document document, long bytes) implements Read {}

        /// @param reason a short clause
        record Refused(String reason) implements Read {}
    }

    /// `path` is what the document is known by.
    Read read(Path file, String path) {
        try {
            Optional<String> refusal = refusal(file.getFileName().toString());
            if (refusal.isPresent()) {
                return new Read.Refused(refusal.get());
            }
            if (!Files.isRegularFile(file)) {
                return new Read.Refused("not a regular file");
            }
            if (Files.size(file) > largestBytes) {
                return new Read.Refused("larger than " + size(largestBytes));
            }
            return read(Files.readAllBytes(file), path);
        } catch (IOException _) {
            return new Read.Refused("may not be read");
        }
    }

    /// Why a file of this name is never taken, as a clause; empty when it may be.
    public static Optional<String> refusal(String name) {
        return FileKinds.refusal(name);
    }

    /// Makes a document of what a file holds. `path` is what the document is known by, with forward slashes.
    public Read read(byte[] bytes, String path) {
        if (bytes.length == 0) {
            return new Read.Refused("empty");
        }
        Optional<TextDecoder.Decoded> decoded = TextDecoder.decode(bytes);
        if (decoded.isEmpty()) {
            return new Read.Refused("binary, not text");
        }
        String raw = TextDecoder.unixLines(decoded.get().text());
        String name = path.substring(path.lastIndexOf('/') + 1);
        FileKinds.FileKind kind = FileKinds.of(name, raw);
        boolean html = kind.kind() == Document.Kind.HTML;
        String text = html ? HtmlText.of(raw) : raw;
        if (text.isBlank()) {
            return new Read.Refused("empty");
        }
        String fallback = html && !HtmlText.title(raw).isEmpty() ? HtmlText.title(raw) : name;
        return new Read.Taken(new Document("", "", path, Titles.of(kind.kind(), text, fallback), kind.kind(),
                kind.language(), text, sha256(bytes)), bytes.length);
    }

    private static String size(long bytes) {
        return bytes >= 1_000_000 ? bytes / 1_000_000 + " MB" : bytes >= 1000 ? bytes / 1000 + " kB" : bytes + " bytes";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
