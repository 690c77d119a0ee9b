package fettle.ui.control.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownStylesTest {

    @Test
    void findsHeadingsListsAndWordsWithin() {
        assertEquals(List.of("md-heading:# Lamp", "md-marker:-", "md-bold:**bright**", "md-inline-code:`lens`",
                "md-italic:_always_", "md-link:[log]", "md-address:(log.md)"),
                found("# Lamp\n- a **bright** `lens`, _always_, see [log](log.md)"));
    }

    @Test
    void coloursCodeInItsLanguage() {
        assertEquals(List.of("md-fence:```rust", "md-code:let n = 12; // turns\n", "code-keyword:let",
                "code-number:12", "code-comment:// turns", "md-fence:```"),
                found("```rust\nlet n = 12; // turns\n```\nafter"));
    }

    @Test
    void aFenceThatIsNeverClosedReachesToTheEnd() {
        Styling styling = MarkdownStyles.of("text\n~~~\n# not a heading");
        var lines = new BitSet();
        lines.set(1, 3);
        assertEquals(lines, styling.codeLines());
        assertFalse(styling.spans().stream().anyMatch(span -> span.style().equals("md-heading")));
    }

    @Test
    void leavesSnakeCaseStarsAndVeryLongLinesAlone() {
        assertEquals(List.of(), found("ft_transfer_call times 3 * 4 * 5"));
        assertTrue(MarkdownStyles.of("**a** ".repeat(60_000)).spans().isEmpty());
    }

    private static List<String> found(String text) {
        return MarkdownStyles.of(text).spans().stream()
                .map(span -> span.style() + ":" + text.substring(span.from(), span.to())).toList();
    }
}
