package fettle.collect;

import fettle.collect.article.ArticlePages;
import fettle.collect.paper.Paper;
import fettle.collect.paper.PaperReader;
import fettle.document.Document;
import fettle.document.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Makes a document of one file, or says why it cannot: text, Markdown, code, pages, PDF, DOCX, EPUB.
///
/// @param largestBytes files above it are refused; PDF, DOCX and EPUB may have as much as [PaperReader#LARGEST], a
///        page 20 MB
public record FileReader(long largestBytes) {

    private static final long LARGEST_PAGE = 20_000_000; // a saved page carries its scripts and styles with it

    /// What became of a file.
    public sealed interface Read {

        /// @param bytes its size
        record Taken(Document document, long bytes) implements Read {}

        /// @param reason a short clause
        record Refused(String reason) implements Read {}
    }

    /// `path` is what the document is known by, `choice` how a page is read, as [#read(byte[], String, String)] has it.
    Read read(Path file, String path, String choice) {
        try {
            String name = file.getFileName().toString();
            Optional<String> refusal = refusal(name);
            if (refusal.isPresent()) {
                return new Read.Refused(refusal.get());
            }
            if (!Files.isRegularFile(file)) {
                return new Read.Refused("not a regular file");
            }
            long least = PaperReader.reads(name) ? PaperReader.LARGEST : FileKinds.isPage(name) ? LARGEST_PAGE : 0;
            long most = Math.max(largestBytes, least);
            if (Files.size(file) > most) {
                return new Read.Refused("larger than " + size(most));
            }
            return read(Files.readAllBytes(file), path, choice);
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
        return read(bytes, path, "");
    }

    /// The same; `choice` is how a page is read, as [PageReader] has it. Blank: its article, or all of it where no article
    /// can be told.
    public Read read(byte[] bytes, String path, String choice) {
        if (bytes.length == 0) {
            return new Read.Refused("empty");
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (PaperReader.reads(name)) {
            return paper(bytes, path, name);
        }
        Optional<TextDecoder.Decoded> decoded = TextDecoder.decode(bytes);
        if (decoded.isEmpty()) {
            return new Read.Refused("binary, not text");
        }
        String raw = TextDecoder.unixLines(decoded.get().text());
        FileKinds.FileKind kind = FileKinds.of(name, raw);
        if (kind.kind() == Document.Kind.HTML) {
            return page(bytes, path, HtmlText.read(ArticlePages.decode(bytes, ""), choice), name);
        }
        if (raw.isBlank()) {
            return new Read.Refused("empty");
        }
        return new Read.Taken(new Document("", "", path, Titles.of(kind.kind(), raw, name), kind.kind(),
                kind.language(), raw, sha256(bytes)), bytes.length);
    }

    private static Read page(byte[] bytes, String path, HtmlText page, String name) {
        if (page.text().isBlank()) {
            return new Read.Refused(page.reason());
        }
        String title = page.title().isBlank() ? name : page.title();
        return new Read.Taken(new Document("", "", path, title, Document.Kind.HTML, "", page.text(), sha256(bytes)),
                bytes.length);
    }

    private static Read paper(byte[] bytes, String path, String name) {
        var reader = new PaperReader(chapter -> HtmlText.whole(TextDecoder.decode(chapter)
                .map(TextDecoder.Decoded::text).orElse("")));
        return switch (reader.read(bytes, name)) {
            case Paper.Taken(String title, Document.Kind kind, String text) -> new Read.Taken(new Document("", "", path,
                    title.isEmpty() ? Titles.of(kind, text, name) : title, kind, "", text, sha256(bytes)),
                    bytes.length);
            case Paper.Refused(String reason) -> new Read.Refused(reason);
        };
    }

    private static String size(long bytes) {
        return bytes >= 1_000_000 ? bytes / 1_000_000 + " MB" : bytes >= 1000 ? bytes / 1000 + " kB" : bytes + " bytes";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
