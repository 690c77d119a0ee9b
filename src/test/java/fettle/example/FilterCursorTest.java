package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.FilterCursor.Expected;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FilterCursorTest {

    @Test
    void knowsWhatIsBeingWritten() {
        assertEquals(Expected.FIELD, at("").expected());
        assertCursor(Expected.FIELD, 0, "tok", "tok");
        assertCursor(Expected.OPERATOR, 7, "", "tokens ");
        assertCursor(Expected.OPERATOR, 7, ">", "tokens >");
        assertCursor(Expected.VALUE, 9, "", "tokens > ");
        assertCursor(Expected.VALUE, 9, "dr", "status = dr");
        assertCursor(Expected.AND, 15, "", "status = draft ");
        assertCursor(Expected.AND, 15, "an", "status = draft an");
        assertCursor(Expected.FIELD, 19, "ta", "status = draft and ta");
        assertCursor(Expected.AND, 17, "", "tokens 800..1250 ");
    }

    @Test
    void looksIntoQuotesAndLists() {
        assertCursor(Expected.VALUE, 9, "keeper l", "source = \"keeper l");
        var inside = at("tag = (light, clo");
        assertEquals(Expected.VALUE, inside.expected());
        assertEquals("clo", inside.typed());
        assertEquals(true, inside.inList());
        assertEquals(Optional.of(ExampleField.TAG), inside.field());
        assertCursor(Expected.AND, 21, "", "tag = (light, clock) ");
    }

    @Test
    void offersNothingBehindWhatIsWrong() {
        assertEquals(Expected.NOTHING, at("colour = r").expected());
        assertEquals(Expected.NOTHING, at("id = 3 or ").expected());
    }

    private static void assertCursor(Expected expected, int from, String typed, String text) {
        FilterCursor cursor = at(text);
        assertEquals(expected, cursor.expected(), text);
        assertEquals(from, cursor.from(), text);
        assertEquals(typed, cursor.typed(), text);
    }

    private static FilterCursor at(String text) {
        return FilterCursor.at(text, text.length());
    }
}
