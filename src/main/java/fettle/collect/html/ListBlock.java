package fettle.collect.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Writes a list, its items indented below their marks.
final class ListBlock {

    private ListBlock() {}

    /// `before` is the block above: a list right below another has other marks, so that they stay two. `content` writes an
    /// item's content.
    static String write(Element list, String before, Function<Element, String> content) {
        boolean numbered = list.nameIs("ol");
        String end = numbered ? before.matches("(?s)[0-9]+\\. .*") ? ")" : "." : before.startsWith("- ") ? "*" : "-";
        var items = new ArrayList<String>();
        int number = start(list);
        for (Node child : list.childNodes()) {
            boolean item = child instanceof Element element && element.nameIs("li");
            String text = content.apply(item ? (Element) child : alone(child));
            if (text.isBlank()) {
                continue;
            }
            String mark = (numbered ? number + end : end) + " ";
            String indent = " ".repeat(mark.length());
            if (!item && !items.isEmpty()) {
                items.add(items.removeLast() + "\n\n" + indented(indent, text, indent));
            } else {
                items.add(indented(mark, text, indent));
                number++;
            }
        }
        return String.join(isTight(items) ? "\n" : "\n\n", tightened(items));
    }

    /// What stands in a list outside of its items, by itself.
    private static Element alone(Node node) {
        return new Element(node instanceof Element ? "div" : "p", node.baseUri()).appendChild(node.clone());
    }

    private static int start(Element list) {
        String text = list.attr("start").strip();
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 1;
    }

    private static String indented(String mark, String text, String indent) {
        return mark + text.replace("\n", "\n" + indent).replaceAll("(?m)^ +$", "");
    }

    /// Whether each item is one paragraph, with at most lists below it.
    private static boolean isTight(List<String> items) {
        return items.stream()
                .allMatch(item -> !item.contains("\n\n") || item.matches("(?s)[^\n]*\n\n +(-|\\*|1\\.) .*"))
                && items.stream().noneMatch(item -> item.split("\n\n", -1).length > 2);
    }

    private static List<String> tightened(List<String> items) {
        return isTight(items) ? items.stream().map(item -> item.replaceFirst("\n\n", "\n")).toList() : items;
    }
}
