package fettle.chunk;

import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Code fences of Markdown: which are open.
public final class Fences {

    static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private Fences() {}

    /// Whether every fence that `markdown` opens is closed in it.
    public static boolean balanced(String markdown) {
        return closing(markdown).isEmpty();
    }

    /// The line that closes the fence that is still open; empty if none is.
    static Optional<String> closing(String markdown) {
        if (!markdown.contains("```") && !markdown.contains("~~~")) {
            return Optional.empty();
        }
        var open = new OpenFence();
        PARSER.parse(markdown).accept(open);
        return Optional.ofNullable(open.last)
                .map(fence -> indent(markdown, fence) + fence.getFenceCharacter().repeat(lengthOf(fence)));
    }

    /// What stands before a fence on its line, list markers as blanks: what a line that closes it needs before it.
    private static String indent(String markdown, FencedCodeBlock fence) {
        int at = fence.getSourceSpans().getFirst().getInputIndex();
        return indent(markdown.substring(markdown.lastIndexOf('\n', at - 1) + 1, at));
    }

    static String indent(String beforeTheFence) {
        return beforeTheFence.replaceAll("[^>\\t ]", " ");
    }

    static int lengthOf(FencedCodeBlock fence) {
        Integer length = fence.getOpeningFenceLength();
        return length == null ? 3 : length;
    }

    private static final class OpenFence extends AbstractVisitor {

        private @org.jspecify.annotations.Nullable FencedCodeBlock last;

        @Override
        public void visit(FencedCodeBlock fence) {
            if (fence.getClosingFenceLength() == null) {
                last = fence;
            }
        }
    }
}
