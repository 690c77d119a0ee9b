package fettle.ui.control.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// The inline parts of Markdown as pieces of one flow.
final class MarkdownText {

    private MarkdownText() {}

    /// A block's words, which wrap.
    static TextFlow flow(Node block) {
        var flow = new TextFlow();
        flow.getStyleClass().add("md-flow");
        add(flow, block, List.of("md-text"));
        return flow;
    }

    /// Code with its colours, which does not wrap.
    static TextFlow code(String code, String language) {
        var flow = new TextFlow();
        flow.getStyleClass().add("md-code-flow");
        var spans = new ArrayList<>(CodeLexer.spans(language, code, 0, code.length()));
        spans.sort(Comparator.comparingInt(Span::from));
        int at = 0;
        for (Span span : spans) {
            piece(flow, code.substring(at, span.from()), List.of("md-code"));
            piece(flow, code.substring(span.from(), span.to()), List.of("md-code", span.style()));
            at = span.to();
        }
        piece(flow, code.substring(at), List.of("md-code"));
        return flow;
    }

    private static void add(TextFlow flow, Node parent, List<String> styles) {
        for (Node part = parent.getFirstChild(); part != null; part = part.getNext()) {
            switch (part) {
                case org.commonmark.node.Text text -> piece(flow, text.getLiteral(), styles);
                case Code code -> piece(flow, code.getLiteral(), with(styles, "md-inline-code"));
                case HtmlInline html -> piece(flow, html.getLiteral(), with(styles, "md-inline-code"));
                case SoftLineBreak _ -> piece(flow, " ", styles);
                case HardLineBreak _ -> piece(flow, "\n", styles);
                case Emphasis emphasis -> add(flow, emphasis, with(styles, "md-italic"));
                case StrongEmphasis strong -> add(flow, strong, with(styles, "md-bold"));
                case Link link -> add(flow, link, with(styles, "md-link"));
                case Image image -> add(flow, image, with(styles, "md-link"));
                default -> add(flow, part, styles);
            }
        }
    }

    private static void piece(TextFlow flow, String words, List<String> styles) {
        if (!words.isEmpty()) {
            var text = new Text(words);
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }
    }

    private static List<String> with(List<String> styles, String more) {
        var all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }
}
