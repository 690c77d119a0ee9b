package fettle.collect.article;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The plain text of a whole page, a line for each block.
final class BlockText {

    private final StringBuilder text = new StringBuilder();

    private BlockText() {}

    static String of(Document page) {
        var written = new BlockText();
        written.node(page.body());
        return written.text.toString().strip();
    }

    private void node(Node node) {
        if (node instanceof TextNode one) {
            words(one.getWholeText());
        } else if (node instanceof Element element && !element.nameIs("template") && !element.nameIs("noscript")) {
            boolean line = element.isBlock() || element.nameIs("br");
            end(line);
            element.childNodes().forEach(this::node);
            end(line);
        }
    }

    private void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            boolean space = Prose.isSpace(letter);
            if (!space) {
                text.append(letter);
            } else if (!text.isEmpty() && !Prose.isSpace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    private void end(boolean line) {
        if (line && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
