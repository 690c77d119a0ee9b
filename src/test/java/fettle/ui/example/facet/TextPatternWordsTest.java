package fettle.ui.example.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TextPatternWordsTest {

    @Test
    void whatIsTypedStandsForItself() {
        assertEquals("what\\? \\(a\\.b\\)", new TextPatternWords("what? (a.b)", false, false).pattern());
        assertEquals("(?-i)Gas", new TextPatternWords("Gas", true, false).pattern());
        assertEquals("g[ae]s+", new TextPatternWords("g[ae]s+", false, true).pattern());
    }

    @Test
    void aPatternIsShownAsItWasTyped() {
        for (var typed : java.util.List.of(new TextPatternWords("what? (a.b)", false, false),
                new TextPatternWords("Gas", true, false), new TextPatternWords("g[ae]s+", true, true))) {
            assertEquals(typed, TextPatternWords.read(typed.pattern()));
        }
    }
}
