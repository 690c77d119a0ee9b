package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fettle.example.ChatModel.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {

    private static final Request REQUEST = new Request(List.of(new Turn("user", "ab", false)), 0, 100);

    @Test
    void givesTheSameQuestionTheSameKey() {
        var again = new Request(List.of(new Turn("user", "ab", false)), 0, 100);
        assertEquals(Journal.key("m", REQUEST), Journal.key("m", again));
        assertEquals(64, Journal.key("m", REQUEST).length());
    }

    @Test
    void tellsModelsParametersAndTurnsApart() {
        String key = Journal.key("m", REQUEST);
        assertNotEquals(key, Journal.key("n", REQUEST));
        assertNotEquals(key, Journal.key("m", new Request(REQUEST.turns(), 0.5, 100)));
        assertNotEquals(key, Journal.key("m", new Request(REQUEST.turns(), 0, 101)));
        assertNotEquals(key, Journal.key("m", new Request(List.of(new Turn("usera", "b", false)), 0, 100)));
    }
}
