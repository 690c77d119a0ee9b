package fettle.ui.control;

import fettle.ui.control.Block.Run;
import fettle.ui.control.Block.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Markdown as blocks to read. What has no look of its own here (HTML, tables) is shown as its text.
public final class Markdown {

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /// A longer paragraph is cut into several: laying one out costs more than its length.
    private static final int LONGEST = 4000;
    private static final int LINES = 40;

    private final List<Block> blocks = new ArrayList<>();

    private Markdown() {}

    /// The blocks of a Markdown text.
    public static List<Block> blocks(String text) {
        var reading = new Markdown();
        reading.children(PARSER.parse(text), 0);
        return List.copyOf(reading.blocks);
    }

    /// A plain text: one paragraph per empty line between.
    public static List<Block> plain(String text) {
        var blocks = new ArrayList<Block>();
        for (String paragraph : text.split("\n\\s*\n", -1)) {
            if (!paragraph.isBlank()) {
                addParagraphs(blocks, List.of(new Run(paragraph.strip(), Style.PLAIN)));
            }
        }
        return List.copyOf(blocks);
    }

    /// Code, in pieces of forty lines so that a long file scrolls well.
    public static List<Block> code(String text, String language) {
        List<String> lines = text.lines().toList();
        var blocks = new ArrayList<Block>();
        for (int from = 0; from < lines.size(); from += LINES) {
            List<String> piece = lines.subList(from, Math.min(lines.size(), from + LINES));
            blocks.add(new Block.Code(String.join("\n", piece), language));
        }
        return List.copyOf(blocks);
    }

    private void children(Node parent, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, depth);
        }
    }

    private void block(Node node, int depth) {
        switch (node) {
            case Heading heading -> blocks.add(new Block.Heading(heading.getLevel(), runs(heading)));
            case Paragraph paragraph -> addParagraphs(blocks, runs(paragraph));
            case FencedCodeBlock code -> addCode(code.getLiteral(), String.valueOf(code.getInfo()));
            case IndentedCodeBlock code -> addCode(code.getLiteral(), "");
            case HtmlBlock html -> addCode(html.getLiteral(), "html");
            case BlockQuote quote -> quote(quote);
            case ListBlock list -> list(list, depth);
            case TableBlock table -> addCode(table(table), "");
            case ThematicBreak _ -> {}
            default -> children(node, depth);
        }
    }

    private void addCode(String literal, String language) {
        blocks.addAll(code(literal.stripTrailing(), language));
    }

    private static void addParagraphs(List<Block> blocks, List<Run> runs) {
        var part = new ArrayList<Run>();
        int length = 0;
        for (Run run : runs) {
            for (int from = 0; from < run.text().length(); from += LONGEST) {
                String piece = run.text().substring(from, Math.min(run.text().length(), from + LONGEST));
                if (length + piece.length() > LONGEST && !part.isEmpty()) {
                    blocks.add(new Block.Paragraph(List.copyOf(part)));
                    part.clear();
                    length = 0;
                }
                part.add(new Run(piece, run.style()));
                length += piece.length();
            }
        }
        if (!part.isEmpty()) {
            blocks.add(new Block.Paragraph(List.copyOf(part)));
        }
    }

    private void quote(BlockQuote quote) {
        for (Node inner = quote.getFirstChild(); inner != null; inner = inner.getNext()) {
            if (inner instanceof Paragraph paragraph) {
                blocks.add(new Block.Quote(runs(paragraph)));
            } else {
                block(inner, 0);
            }
        }
    }

    private void list(ListBlock list, int depth) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = list instanceof BulletList ? "•" : number++ + ".";
            for (Node inner = item.getFirstChild(); inner != null; inner = inner.getNext()) {
                if (inner instanceof Paragraph paragraph) {
                    blocks.add(new Block.Item(depth, marker, runs(paragraph)));
                    marker = "";
                } else {
                    block(inner, depth + 1);
                }
            }
        }
    }

    private static String table(TableBlock table) {
        var lines = new ArrayList<String>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                var cells = new ArrayList<String>();
                for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    cells.add(text(cell));
                }
                lines.add(String.join("  |  ", cells));
            }
        }
        return String.join("\n", lines);
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        runs(node).forEach(run -> text.append(run.text()));
        return text.toString();
    }

    private static List<Run> runs(Node parent) {
        var runs = new ArrayList<Run>();
        collect(parent, Style.PLAIN, runs);
        return List.copyOf(runs);
    }

    private static void collect(Node parent, Style style, List<Run> runs) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> runs.add(new Run(text.getLiteral(), style));
                case org.commonmark.node.Code code -> runs.add(new Run(code.getLiteral(), Style.CODE));
                case SoftLineBreak _ -> runs.add(new Run(" ", style));
                case HardLineBreak _ -> runs.add(new Run("\n", style));
                case HtmlInline html -> runs.add(new Run(html.getLiteral(), Style.CODE));
                case StrongEmphasis strong -> collect(strong, Style.STRONG, runs);
                case Emphasis emphasis -> collect(emphasis, Style.EMPHASIS, runs);
                case Link link -> collect(link, Style.LINK, runs);
                default -> collect(node, style, runs);
            }
        }
    }
}
