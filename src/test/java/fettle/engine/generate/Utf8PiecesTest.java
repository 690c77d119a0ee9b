package fettle.engine.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Utf8PiecesTest {

    @Test
    void noPieceSplitsACharacter() {
        String text = "aé你🙂z — ß👩‍👩‍👧";
        var pieces = new Utf8Pieces();
        var together = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            String piece = pieces.add(new byte[]{one});
            assertFalse(piece.contains("\uFFFD"), piece);
            together.append(piece);
        }
        assertEquals(text, together.toString());
        assertEquals("", pieces.rest());
    }

    @Test
    void whatNeverBecomesACharacterIsReplaced() {
        var pieces = new Utf8Pieces();
        assertEquals("a", pieces.add(new byte[]{'a', (byte) 0xE4}));
        assertEquals("\uFFFDb", pieces.add(new byte[]{'b'}));
        assertEquals("", pieces.add(new byte[]{(byte) 0xF0, (byte) 0x9F}));
        assertEquals("\uFFFD", pieces.rest());
    }
}
