package fettle.collect.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes HTML as Markdown: CommonMark with the tables of GFM. Headings, paragraphs, lists, quotations, code with its
/// language, tables, links, pictures and emphasis are kept; scripts, fields and frames are not. A line break stays a plain
/// line break.
public final class HtmlMarkdown {

    private static final Set<String> LEFT_OUT = Set.of("script", "style", "template", "head", "iframe", "object",
            "embed",
            "input", "select", "textarea", "button", "svg", "canvas", "audio", "video", "map", "dialog");
    private static final Set<String> ANCHOR_SIGNS = Set.of("#", "¶", "§", "🔗", "");

    private final List<String> blocks = new ArrayList<>();
    private final Inline line = new Inline();
    private final boolean flat;
    private final Set<Element> aroundBlocks;
    private String link = "";
    private boolean labelled;

    /// `flat` writes everything in one line, as in the cell of a table.
    private HtmlMarkdown(boolean flat, Set<Element> aroundBlocks) {
        this.flat = flat;
        this.aroundBlocks = aroundBlocks;
    }

    /// The content of `element`. Addresses are made whole by the base address of its page.
    public static String of(Element element) {
        return of(element, aroundBlocks(element));
    }

    /// The element itself with its content: a table as a table.
    public static String whole(Element element) {
        var written = new HtmlMarkdown(false, aroundBlocks(element));
        written.node(element);
        return written.text();
    }

    private static String of(Element element, Set<Element> aroundBlocks) {
        var written = new HtmlMarkdown(false, aroundBlocks);
        written.children(element);
        return written.text();
    }

    /// The elements with a block somewhere below them: asked one by one, deep pages would take minutes.
    private static Set<Element> aroundBlocks(Element root) {
        Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
        root.forEachNode(node -> {
            if (node instanceof Element element && element.isBlock() && !LEFT_OUT.contains(element.normalName())) {
                for (Element at = element.parent(); at != null && around.add(at); at = at.parent()) {
                    // each is entered once
                }
            }
        });
        return around;
    }

    private String text() {
        flush();
        if (!blocks.isEmpty() && blocks.getLast().equals("***")) {
            blocks.removeLast();
        }
        return String.join("\n\n", blocks);
    }

    private void children(Element element) {
        for (Node child : element.childNodes()) {
            node(child);
        }
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            line.text(text.getWholeText(), labelled);
        } else if (node instanceof Element element && !LEFT_OUT.contains(element.normalName())) {
            if (flat || !element.isBlock()) {
                phrase(element);
            } else {
                block(element);
            }
        }
    }

    private void block(Element element) {
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
            case "pre" -> add(CodeBlock.of(element));
            case "ul", "ol", "menu", "dir" -> list(element);
            case "table" -> table(element);
            case "blockquote" -> add(of(element, aroundBlocks).lines().map(one -> ("> " + one).stripTrailing())
                    .reduce((left, right) -> left + "\n" + right).orElse(""));
            case "hr" -> rule();
            case "dt" -> {
                flush();
                line.openStrong();
                children(element);
                line.closeStrong();
                flush();
            }
            default -> {
                flush();
                children(element);
                flush();
            }
        }
    }

    private void phrase(Element element) {
        String name = element.normalName();
        if (flat && element.isBlock()) {
            line.space();
            children(element);
            line.space();
            return;
        }
        switch (name) {
            case "br" -> lineBreak();
            case "img" -> picture(element);
            case "a" -> anchor(element);
            case "code", "kbd", "samp", "tt" -> code(element);
            case "b", "strong", "em", "i", "cite", "dfn" ->
                emphasis(element, name.equals("b") || name.equals("strong"));
            case "q" -> {
                line.raw("“");
                children(element);
                line.raw("”");
            }
            default -> children(element);
        }
    }

    private void emphasis(Element element, boolean strong) {
        if (holdsBlock(element)) {
            children(element);
        } else if (strong) {
            line.openStrong();
            children(element);
            line.closeStrong();
        } else {
            line.openWeak();
            children(element);
            line.closeWeak();
        }
    }

    private void lineBreak() {
        if (flat || labelled) {
            line.space();
        } else if (line.endsWithLineBreak()) {
            flush();
        } else {
            line.lineBreak();
        }
    }

    private void code(Element element) {
        String text = element.wholeText();
        if (text.isBlank()) {
            line.text(text, labelled);
        } else if (!flat && (holdsBlock(element) || (text.strip().indexOf('\n') >= 0 && element.nameIs("code")))) {
            add(CodeBlock.of(element));
        } else {
            edge(text, true);
            line.raw(CodeBlock.span(text));
            edge(text, false);
        }
    }

    /// White space at the edge of code belongs outside.
    private void edge(String text, boolean start) {
        char letter = text.charAt(start ? 0 : text.length() - 1);
        if (Inline.isCollapsible(letter)) {
            line.space();
        }
    }

    private void anchor(Element element) {
        String address = element.hasAttr("href") ? address(element, "href") : "";
        boolean sign = address.contains("#") && ANCHOR_SIGNS.contains(element.text().strip())
                && element.selectFirst("img") == null;
        if (sign) {
            return;
        }
        if (Inline.leadsNowhere(address) || labelled || !link.isEmpty()) {
            children(element);
        } else if (!flat && holdsBlock(element)) {
            flush();
            link = address;
            children(element);
            flush();
            link = "";
        } else {
            label(element, address);
        }
    }

    private void label(Element element, String address) {
        var inside = new HtmlMarkdown(true, aroundBlocks);
        inside.labelled = true;
        inside.children(element);
        String label = inside.line.take();
        String text = element.wholeText();
        if (!text.isEmpty() && Inline.isCollapsible(text.charAt(0))) {
            line.space();
        }
        if (!label.isEmpty()) {
            line.raw(element.text().strip().equals(address) && address.matches("https?://[^<>\\s]+")
                    ? "<" + address + ">"
                    : linked(label, address));
        }
        if (!text.isEmpty() && Inline.isCollapsible(text.charAt(text.length() - 1))) {
            line.space();
        }
    }

    private static String linked(String label, String address) {
        return "[" + label + "](" + Inline.address(address) + ")";
    }

    private void picture(Element image) {
        String address = address(image, "src");
        var alt = new Inline();
        alt.text(image.attr("alt"), true);
        String told = alt.take();
        if (address.isEmpty() || Inline.leadsNowhere(address)) {
            line.raw(told.isEmpty() ? "" : "![" + told + "]()");
        } else {
            line.raw("![" + told + "](" + Inline.address(address) + ")");
        }
    }

    private static String address(Element element, String attribute) {
        String written = element.attr(attribute).strip();
        if (written.startsWith("#")) {
            return written;
        }
        String whole = element.absUrl(attribute);
        return whole.isEmpty() ? written : whole;
    }

    private void heading(Element element, int level) {
        flush();
        var inside = new HtmlMarkdown(true, aroundBlocks);
        inside.children(element);
        String text = inside.line.take().replaceAll("\\s*\\n\\s*", " ").replaceAll(" (#+)$", " \\\\$1");
        if (!text.isEmpty()) {
            blocks.add("#".repeat(level) + " " + (link.isEmpty() ? text : linked(text, link)));
        }
    }

    private void list(Element element) {
        flush();
        String list = ListBlock.write(element, blocks.isEmpty() ? "" : blocks.getLast(),
                item -> of(item, aroundBlocks));
        if (!list.isBlank()) {
            blocks.add(list);
        }
    }

    private void table(Element element) {
        flush();
        if (!TableBlock.holdsData(element)) {
            layout(element);
            return;
        }
        Element caption = element.selectFirst("> caption");
        if (caption != null) {
            children(caption);
            flush();
        }
        add(TableBlock.write(element, this::inOneLine));
    }

    /// Cell by cell, each by itself.
    private void layout(Element table) {
        for (Node child : table.childNodes()) {
            if (child instanceof Element part && part.isBlock() && !part.nameIs("table")) {
                flush();
                boolean inner = part.nameIs("tr") || part.nameIs("tbody") || part.nameIs("thead")
                        || part.nameIs("tfoot");
                if (inner) {
                    layout(part);
                } else {
                    children(part);
                }
                flush();
            } else {
                node(child);
            }
        }
    }

    private String inOneLine(Element cell) {
        var inside = new HtmlMarkdown(true, aroundBlocks);
        inside.children(cell);
        return inside.line.take();
    }

    private void rule() {
        flush();
        if (!blocks.isEmpty() && !blocks.getLast().equals("***")) {
            blocks.add("***"); // not "---", which at the start of a text begins front matter
        }
    }

    private boolean holdsBlock(Element element) {
        return aroundBlocks.contains(element);
    }

    private void add(String block) {
        flush();
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }

    /// Ends the paragraph at hand.
    private void flush() {
        String text = line.take();
        if (!text.isEmpty()) {
            boolean wrap = !link.isEmpty() && !text.contains("](");
            blocks.add(wrap ? linked(text.replace('\n', ' '), link) : Inline.paragraph(text));
        }
    }
}
