package fettle.collect;

import fettle.document.Document.Kind;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/// What a document is called in lists.
final class Titles {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---[ \\t]*\\n.*?\\n(---|\\.\\.\\.)[ \\t]*(\\n|\\z)",
            Pattern.DOTALL);
    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

    private Titles() {}

    /// The first heading of Markdown; for other kinds, and without one, `fileName`.
    static String of(Kind kind, String text, String fileName) {
        return switch (kind) {
            case MARKDOWN, HTML -> {
                String heading = firstHeading(FRONT_MATTER.matcher(text).replaceFirst(""));
                yield heading.isEmpty() ? fileName : heading;
            }
            case TEXT, CODE -> fileName;
        };
    }

    private static String firstHeading(String markdown) {
        var found = new AtomicReference<>("");
        PARSER.parse(markdown).accept(new AbstractVisitor() {

            @Override
            public void visit(Heading heading) {
                found.compareAndSet("", PLAIN.render(heading).strip());
            }
        });
        return found.get();
    }
}
