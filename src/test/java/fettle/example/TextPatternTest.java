package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import org.junit.jupiter.api.Test;

final class TextPatternTest {

    @Test
    void findsWhatItSays() throws Exception {
        assertTrue(TextPattern.of("ref(und|er)s?\\b").occursIn("two refunds"));
        assertFalse(TextPattern.of("^refund").occursIn("a refund"));
        assertTrue(TextPattern.of("^REFUND").occursIn("line\nrefund"));
        assertFalse(TextPattern.of("(?-i)^REFUND").occursIn("line\nrefund"));
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        var thrown = assertThrows(ExpectedException.class, () -> TextPattern.of("a(b"));
        assertEquals("The regular expression `a(b` is wrong at column 4: unclosed group.", thrown.getMessage());
    }

    @Test
    void givesUpAPatternThatWouldHang() throws Exception {
        TextPattern pattern = TextPattern.of("(a+)+$");
        String text = "a".repeat(5000) + "!";
        var thrown = assertThrows(ExpectedException.class, () -> pattern.occursIn(text));
        assertTrue(thrown.getMessage().contains("too many ways"), thrown.getMessage());
    }

    @Test
    void givesUpAPatternThatWouldOverflowTheStack() throws Exception {
        TextPattern pattern = TextPattern.of("(a|b)*c");
        String text = "ab".repeat(200_000);
        assertThrows(ExpectedException.class, () -> pattern.occursIn(text));
    }

    @Test
    void anOrdinaryPatternReadsALongText() throws Exception {
        assertTrue(TextPattern.of("(\\w+)\\s+needle\\b").occursIn("word ".repeat(200_000) + "needle"));
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        TextPattern pattern = TextPattern.of("(x+x+)+y");
        Thread.currentThread().interrupt();
        try {
            assertThrows(InterruptedException.class, () -> pattern.occursIn("x".repeat(200_000)));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
