package fettle.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes the text of a page as simple Markdown: headings, paragraphs, lists, quotations, code and tables. Scripts,
/// menus and pictures are left out.
final class HtmlText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final String LEFT_OUT = "script,style,noscript,template,svg,iframe,nav,form,button,head";

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(LEFT_OUT).remove();
        return markdown(page.body());
    }

    /// The page's own title; empty if it has none.
    static String title(String html) {
        return SPACES.matcher(Jsoup.parse(html).title()).replaceAll(" ").strip();
    }

    private static String markdown(Element element) {
        var written = new HtmlText();
        written.children(element);
        written.flush("");
        return String.join("\n\n", written.blocks);
    }

    private void children(Element element) {
        element.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush("");
                children(element);
                flush("#".repeat(name.charAt(1) - '0') + " ");
            }
            case "pre" -> block(fence(element));
            case "ul", "ol" -> block(list(element, name.equals("ol")));
            case "table" -> block(table(element));
            case "blockquote" -> block(markdown(element).lines().map(one -> ("> " + one).strip())
                    .reduce((left, right) -> left + "\n" + right).orElse(""));
            case "code" -> {
                String code = SPACES.matcher(element.text()).replaceAll(" ");
                line.append(code.isBlank() || code.contains("`") ? code : "`" + code + "`");
            }
            case "br" -> line.append(' ');
            case "hr" -> flush("");
            case "img" -> line.append(element.attr("alt"));
            default -> {
                boolean block = element.isBlock();
                if (block) {
                    flush("");
                }
                children(element);
                if (block) {
                    flush("");
                }
            }
        }
    }

    /// Ends the paragraph at hand.
    private void flush(String prefix) {
        String text = SPACES.matcher(line).replaceAll(" ").strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            blocks.add(prefix + text);
        }
    }

    private void block(String text) {
        flush("");
        if (!text.isBlank()) {
            blocks.add(text);
        }
    }

    private static String fence(Element element) {
        String code = TextDecoder.unixLines(element.wholeText()).stripTrailing();
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        String language = (element.className() + " " + element.select("code").attr("class"))
                .replaceAll("(?s).*?\\blang(?:uage)?-([\\w+#-]+).*|.*", "$1");
        return code.isBlank()
                ? ""
                : fence + language + "\n" + (code.startsWith("\n") ? code.substring(1) : code) + "\n"
                        + fence;
    }

    private static String list(Element list, boolean numbered) {
        var items = new ArrayList<String>();
        for (Element item : list.children()) {
            String marker = numbered ? items.size() + 1 + ". " : "- ";
            String text = markdown(item);
            if (!text.isBlank()) {
                items.add(marker + text.replace("\n", "\n" + " ".repeat(marker.length())).replaceAll("(?m)^ +$", ""));
            }
        }
        return String.join("\n", items);
    }

    private static String table(Element table) {
        var rows = new ArrayList<String>();
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            var cells = row.children().stream()
                    .map(cell -> SPACES.matcher(cell.text()).replaceAll(" ").strip().replace("|", "\\|")).toList();
            if (!cells.isEmpty()) {
                rows.add("| " + String.join(" | ", cells) + " |");
                if (rows.size() == 1) {
                    rows.add("|" + " --- |".repeat(cells.size()));
                }
            }
        }
        return String.join("\n", rows);
    }
}
