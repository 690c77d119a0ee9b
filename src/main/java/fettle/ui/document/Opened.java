package fettle.ui.document;

import fettle.document.Capture;
import fettle.document.Document;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.control.Block;
import fettle.ui.control.Markdown;
import fettle.ui.control.Reader;
import fettle.ui.session.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chosen document, ready to read.
///
/// @param source that it came from
/// @param asRead its lines before cleaning; empty when cleaning changed nothing
/// @param choice how its page is read, when it is one
record Opened(Document document, Optional<Source> source, List<Reader.Line> lines,
        Optional<List<Reader.Line>> asRead, String choice) {

    static Optional<Opened> read(Project project, String id) throws IOException {
        Optional<Document> found = project.documents().document(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Document document = found.get();
        Optional<Source> source = project.sources().sources().stream()
                .filter(one -> one.id().equals(document.sourceId())).findFirst();
        Optional<String> before = project.documents().asRead(id).filter(text -> !text.equals(document.text()));
        String choice = source.isEmpty()
                ? ""
                : project.sources().settings(source.get().id()).choices().getOrDefault(document.capture().address(),
                        "");
        return Optional.of(new Opened(document, source, lines(document),
                before.map(text -> lines(document.withText(text))), choice));
    }

    /// Whether the bytes of its page are kept, so that it can be read otherwise.
    boolean isPage() {
        return source.map(Source::kind).equals(Optional.of(Source.Kind.ARTICLES))
                && !document.capture().raw().isEmpty();
    }

    /// What a browser opens for it; empty when there is nothing.
    Optional<String> address() {
        return Optional.of(document.capture().address()).filter(address -> address.matches("(?i)https?://.+"));
    }

    /// Where it comes from, without the protocol; empty for a file of this disk.
    String from() {
        return document.capture().address().replaceFirst("(?i)^https?://", "");
    }

    /// "commit 4f1c09e · captured today 09:12 · CC0-1.0"
    String facts() {
        Capture capture = document.capture();
        var parts = new ArrayList<String>();
        source.map(it -> it.facts().revision()).filter(revision -> revision.length() >= 7)
                .ifPresent(revision -> parts.add("commit " + revision.substring(0, 7)));
        if (capture.atMillis() > 0) {
            parts.add("captured " + Words.when(capture.atMillis()));
        }
        String licence = capture.licence().isEmpty()
                ? source.map(it -> it.facts().licence()).orElse("")
                : capture.licence();
        if (!licence.isEmpty()) {
            parts.add("licence " + licence);
        }
        return String.join(" · ", parts);
    }

    private static List<Reader.Line> lines(Document document) {
        List<Block> blocks = switch (document.kind()) {
            case MARKDOWN, HTML -> Markdown.blocks(document.text());
            case TEXT -> Markdown.plain(document.text());
            case CODE -> Markdown.code(document.text(), document.language());
        };
        return blocks.stream().map(block -> new Reader.Line(0, block)).toList();
    }
}
