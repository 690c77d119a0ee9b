package fettle.collect.web;

import fettle.collect.FileReader;
import fettle.collect.article.ArticlePages;
import fettle.collect.article.Metadata;
import fettle.collect.article.PageText;
import fettle.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Makes a text of what came from an address: a page, or a file such as Markdown or PDF.
final class PageFile {

    private static final int MOST_FILE_BYTES = 50_000_000;

    private final ArticlePages pages = new ArticlePages();
    private final FileReader files = new FileReader(MOST_FILE_BYTES);

    /// What became of it.
    sealed interface Read {

        /// @param canonical the address that the page gives itself; empty if it gives none
        record Taken(String title, Document.Kind kind, String language, String text, Metadata metadata,
                String canonical)
                implements
                    Read {}

        /// @param reason a clause
        record Refused(String reason) implements Read {}
    }

    /// `known` says what the bytes are and where they came from, `path` what the document is known by.
    Read read(byte[] bytes, PageMemory.Known known, String path) {
        String type = type(bytes, known.type());
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> page(bytes, known);
            case "text/markdown", "text/x-markdown" -> file(bytes, extended(path, "md", "markdown"));
            case "text/plain", "text/x-rst" -> file(bytes, path);
            case "application/pdf" -> file(bytes, extended(path, "pdf"));
            case "application/epub+zip" -> file(bytes, extended(path, "epub"));
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                file(bytes, extended(path, "docx"));
            case "application/rss+xml", "application/atom+xml" -> new Read.Refused("a feed, not a page");
            case "" -> new Read.Refused("the page is empty");
            default -> new Read.Refused(type + ", not a page");
        };
    }

    /// Servers mistake types: what begins like a PDF or a page is one.
    private static String type(byte[] bytes, String told) {
        String head = new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1).replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "").stripLeading()
                .toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            return "";
        }
        if (head.startsWith("%pdf-")) {
            return "application/pdf";
        }
        boolean xml = told.endsWith("/xml") || told.isEmpty() || told.equals("application/octet-stream");
        if (xml && (head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf"))) {
            return "application/rss+xml";
        }
        if (xml && (head.startsWith("<!doctype html") || head.contains("<html") || head.contains("<body"))) {
            return "text/html";
        }
        return told.isEmpty() ? "text/plain" : told;
    }

    private Read page(byte[] bytes, PageMemory.Known known) {
        PageText page = pages.page(ArticlePages.decode(bytes, known.charset()), known.address(), known.choice());
        if (page.refusal().isPresent()) {
            return new Read.Refused(page.refusal().get());
        }
        return new Read.Taken(page.metadata().title(), Document.Kind.HTML, "", page.markdown(), page.metadata(),
                page.canonical());
    }

    private Read file(byte[] bytes, String path) {
        return switch (files.read(bytes, path)) {
            case FileReader.Read.Taken(Document document, _) -> new Read.Taken(document.title(), document.kind(),
                    document.language(), document.text(), Metadata.UNSAID, "");
            case FileReader.Read.Refused(String reason) -> new Read.Refused(reason);
        };
    }

    private static String extended(String path, String... extensions) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (lower.endsWith("." + extension)) {
                return path;
            }
        }
        return path + "." + extensions[0];
    }

    /// Why pages cannot be read under that choice, as a sentence; empty when they can.
    Optional<String> refusal(String choice) {
        return pages.refusal(choice);
    }
}
