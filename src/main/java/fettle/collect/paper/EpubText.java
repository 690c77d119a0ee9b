package fettle.collect.paper;

import fettle.document.Document.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// A book: pages of XHTML in a ZIP file, in the order that its package document lists them (EPUB 2 and 3).
final class EpubText {

    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";

    private final Unpacked files;
    private final Function<byte[], String> markdown;
    private final Deadline deadline;

    EpubText(byte[] epub, Function<byte[], String> markdown, Deadline deadline) throws IOException {
        files = Unpacked.of(epub, EpubText::isText, deadline);
        this.markdown = markdown;
        this.deadline = deadline;
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("ml") || lower.endsWith(".htm") || lower.endsWith(".opf");
    }

    Paper.Taken read() throws IOException {
        String path = xml(CONTAINER).map(container -> container.select("rootfile").attr("full-path")).orElse("");
        Document book = xml(path).orElseThrow(() -> new UnreadableException("a book without a list of its chapters"));
        if (isLocked()) {
            throw new UnreadableException("locked by its seller (DRM)");
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Map<String, Element> items = new HashMap<>();
        book.select("manifest > item").forEach(item -> items.put(item.attr("id"), item));
        var text = new StringBuilder();
        for (Element place : book.select("spine > itemref")) {
            deadline.check();
            Element item = items.get(place.attr("idref"));
            if (item != null && isChapter(place, item)) {
                chapter(folder, item.attr("href")).ifPresent(one -> text.append(text.isEmpty() ? "" : "\n\n")
                        .append(one));
            }
        }
        if (text.isEmpty()) {
            throw new UnreadableException("a book without text");
        }
        return new Paper.Taken(book.getElementsByTag("dc:title").text().strip(), Kind.MARKDOWN, text + "\n");
    }

    private static boolean isChapter(Element place, Element item) {
        String type = item.attr("media-type");
        boolean page = type.isEmpty() || type.contains("html");
        return page && !place.attr("linear").equals("no") && !(" " + item.attr("properties") + " ").contains(" nav ");
    }

    private Optional<String> chapter(String folder, String address) {
        String name = address.contains("#") ? address.substring(0, address.indexOf('#')) : address;
        return inside(folder + decoded(name)).flatMap(files::member).map(page -> markdown.apply(page).strip())
                .filter(one -> !one.isEmpty());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }

    /// The path without `..`; empty when it leads out of the book.
    private static Optional<String> inside(String path) {
        var parts = new ArrayDeque<String>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /// Fonts alone may be scrambled; then the text is free.
    private boolean isLocked() throws IOException {
        return xml(ENCRYPTION).map(list -> list.getAllElements().stream()
                .filter(one -> one.tagName().endsWith("CipherReference"))
                .anyMatch(one -> isText(one.attr("URI")))).orElse(false);
    }

    private Optional<Document> xml(String name) throws IOException {
        Optional<byte[]> bytes = files.member(name);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(Jsoup.parse(new ByteArrayInputStream(bytes.get()), null, "", Parser.xmlParser()));
    }
}
