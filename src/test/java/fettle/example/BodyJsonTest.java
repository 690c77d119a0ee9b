package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BodyJsonTest {

    @Test
    void givesNumbersAndKeysBackAsTheyCame() {
        String json = "{\"z\":12345678901234567890123,\"a\":0.10000000000000000000001,\"m\":1.50,\"k\":null}";
        assertEquals(json, BodyJson.write(BodyJson.read(json)));
    }

    @Test
    void keepsHalfASurrogatePairAsAnEscape() {
        String json = "{\"text\":\"\\uD83D and \u00fc\"}";
        String written = BodyJson.write(BodyJson.read(json));
        assertFalse(BodyJson.hasLoneSurrogate(written));
        assertEquals(BodyJson.read(json), BodyJson.read(written));
    }

    @Test
    void tellsAPairFromAHalf() {
        assertFalse(BodyJson.hasLoneSurrogate("\uD83D\uDE00"));
        assertTrue(BodyJson.hasLoneSurrogate("\uDE00\uD83D"));
    }
}
