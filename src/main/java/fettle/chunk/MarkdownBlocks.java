package fettle.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/// Finds the blocks of a Markdown document and where they lie in it.
final class MarkdownBlocks {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---[ \\t]*\\n.*?\\n(---|\\.\\.\\.)[ \\t]*(\\n|\\z)",
            Pattern.DOTALL);

    private final String text;
    private final int offset; // of what was parsed, in the document

    private MarkdownBlocks(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /// The blocks of `markdown`, from 0 to its end; none if it is empty.
    static List<Block> of(String markdown) {
        Matcher front = FRONT_MATTER.matcher(markdown);
        int begins = front.find() ? front.end() : 0;
        var blocks = new ArrayList<Block>();
        if (begins > 0) {
            blocks.add(new Block.FrontMatter(0, begins));
        }
        Node root = Fences.PARSER.parse(markdown.substring(begins));
        blocks.addAll(new MarkdownBlocks(markdown, begins).children(root, begins, markdown.length()));
        return blocks;
    }

    /// The blocks below `parent`, made to cover `from` to `to`.
    private List<Block> children(Node parent, int from, int to) {
        var nodes = new ArrayList<Node>();
        var starts = new ArrayList<Integer>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getSourceSpans().isEmpty()) {
                continue;
            }
            int start = Math.max(from, lineStart(placeOf(node)));
            if (nodes.isEmpty() || start > starts.getLast()) {
                nodes.add(node);
                starts.add(nodes.size() == 1 ? from : start);
            }
        }
        if (nodes.isEmpty()) {
            return from < to ? List.of(new Block.Text(from, to)) : List.of();
        }
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < nodes.size(); i++) {
            int end = i + 1 < nodes.size() ? starts.get(i + 1) : to;
            blocks.add(block(nodes.get(i), starts.get(i), end));
        }
        return blocks;
    }

    private Block block(Node node, int start, int end) {
        return switch (node) {
            case Heading heading -> new Block.Heading(start, end, heading.getLevel(), title(heading));
            case FencedCodeBlock fence -> fence(fence, start, end);
            case TableBlock table -> new Block.Table(start, end,
                    Math.min(end, lineEnd(lineEnd(placeOf(table)))));
            case ListBlock list -> new Block.Container(start, end, children(list, start, end));
            case ListItem item -> new Block.Container(start, end, children(item, start, end));
            case BlockQuote quote -> new Block.Container(start, end, children(quote, start, end));
            default -> new Block.Text(start, end);
        };
    }

    private Block.Fence fence(FencedCodeBlock fence, int start, int end) {
        int at = placeOf(fence);
        int bodyStart = Math.min(end, lineEnd(at));
        SourceSpan lastLine = fence.getSourceSpans().getLast();
        boolean closed = fence.getClosingFenceLength() != null;
        int bodyEnd = closed ? Math.max(bodyStart, lineStart(offset + lastLine.getInputIndex())) : end;
        String line = text.substring(at, lineEnd(at)).stripTrailing();
        String fenceAndInfo = line.stripLeading();
        String indent = Fences.indent(text.substring(lineStart(at), at))
                + line.substring(0, line.length() - fenceAndInfo.length());
        return new Block.Fence(start, end, bodyStart, bodyEnd, indent + fenceAndInfo,
                indent + fence.getFenceCharacter().repeat(Fences.lengthOf(fence)));
    }

    private static String title(Node node) {
        var out = new StringBuilder();
        collect(node, out);
        return out.toString().strip();
    }

    private static void collect(Node node, StringBuilder out) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text words -> out.append(words.getLiteral());
                case Code code -> out.append(code.getLiteral());
                case SoftLineBreak _ -> out.append(' ');
                default -> collect(child, out);
            }
        }
    }

    private int placeOf(Node node) {
        return offset + node.getSourceSpans().getFirst().getInputIndex();
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// Where the line after the one of `at` begins.
    private int lineEnd(int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }
}
