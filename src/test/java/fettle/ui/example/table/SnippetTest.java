package fettle.ui.example.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.SearchText;
import org.junit.jupiter.api.Test;

final class SnippetTest {

    private static final String LONG = "The contract itself never does any such thing as people believe, but the gas "
            + "refund comes back\nas a receipt of its own.";

    @Test
    void isCutSoThatTheFirstHitIsSeen() throws Exception {
        Snippet cut = Snippet.of(LONG, SearchText.parse("refund"));
        assertEquals("… believe, but the gas refund comes back as a receipt of its own.", cut.text());
        assertEquals("refund", hit(cut));
        Snippet narrow = cut.lead(8);
        assertEquals("… gas refund comes back as a receipt of its own.", narrow.text());
        assertEquals("refund", hit(narrow));
    }

    @Test
    void beginsAtTheBeginningWithoutAHit() throws Exception {
        assertTrue(Snippet.of(LONG, SearchText.parse("token")).text().startsWith("The contract"));
        assertEquals(0, Snippet.of("Refund gas", SearchText.parse("gas")).text().indexOf("Refund"));
    }

    @Test
    void neverCutsALetterInTwo() throws Exception {
        Snippet cut = Snippet.of("😀".repeat(60) + " gas", SearchText.parse("gas")).lead(5);
        assertEquals("gas", hit(cut));
        assertTrue(Character.isLetter(cut.text().codePointAt(2)) || cut.text().codePointAt(2) == 0x1F600, cut.text());
    }

    private static String hit(Snippet snippet) {
        return snippet.text().substring(snippet.hits().getFirst().start(), snippet.hits().getFirst().end());
    }
}
