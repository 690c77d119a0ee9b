package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyBytes;
import fettle.example.BodyJson;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompactJsonTest {

    private static final String[] TEXTS = {"a", "naïve café", "日本語", "😀", "\\n", "\\t", "\\\"", "\\\\", "/",
            "\\b\\f\\r", "<&'>",
            "\u007f", "\u2028", " two  blanks ", "\u0080", "{}[],:", "12.50"};
    private static final String[] RARE = {"\uFFFD", "\\/", "\\u0041", "\\u0000", "\\ud800", "\\u001f", "\\u4e2d"};
    private static final String[] NUMBERS = {"0", "7", "-12", "1.5", "1.50", "0.000001", "123456789012345678", "true",
            "null"};
    private static final String[] RARE_NUMBERS = {"-0", "-0.0", "1e5", "1E+5", "0.0000001", "12345678901234567890",
            "-0.5"};

    private final Random random = new Random(5);
    private boolean rare;

    /// The very text that the slow way would write, or nothing.
    @Test
    void isWhatWritingWouldWrite() {
        int known = 0;
        for (int turn = 0; turn < 3000; turn++) {
            rare = turn % 3 == 0;
            String json = object(3);
            String compact = compact(json);
            if (!compact.isEmpty()) {
                assertEquals(BodyJson.write(BodyJson.read(json)), compact, json);
                known++;
            }
        }
        assertTrue(known > 2000, known + " of 3000");
    }

    private static String compact(String json) {
        return CompactJson.of(json.getBytes(StandardCharsets.UTF_8)).map(BodyBytes::toString).orElse("");
    }

    private String object(int depth) {
        var json = new StringBuilder(blank() + "{" + blank());
        int properties = random.nextInt(4);
        for (int property = 0; property < properties; property++) {
            json.append(property == 0 ? "" : "," + blank()).append("\"k").append(property).append(text()).append("\"")
                    .append(blank()).append(":").append(blank()).append(value(depth)).append(blank());
        }
        return json.append("}").append(blank()).toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> "\"" + text() + "\"";
            case 1 -> pick(NUMBERS, RARE_NUMBERS);
            case 2 -> "[" + blank() + "]";
            case 3 -> "[" + value(depth - 1) + blank() + "," + blank() + value(depth - 1) + "]";
            default -> object(depth - 1);
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int piece = random.nextInt(6); piece > 0; piece--) {
            text.append(pick(TEXTS, RARE));
        }
        return text.toString();
    }

    private String pick(String[] usual, String[] unusual) {
        String[] from = rare && random.nextInt(4) == 0 ? unusual : usual;
        return from[random.nextInt(from.length)];
    }

    private String blank() {
        return switch (random.nextInt(6)) {
            case 0 -> " ";
            case 1 -> "\n  ";
            case 2 -> "\t\r";
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"a\": [1, 2]} | {\"a\":[1,2]}",
            "{\"a\":\"b c\"} | {\"a\":\"b c\"}", "{\"a\":\"\\u4e2d\"} | ``", "{\"a\":1e5} | ``"})
    void takesBlanksOutAndLeavesTheRestToOthers(String json, String expected) {
        assertEquals(expected, compact(json));
    }

    @Test
    void looksForBytesEightAtATime() {
        for (int turn = 0; turn < 3000; turn++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : 'a' + random.nextInt(26));
            }
            byte wanted = (byte) (random.nextBoolean() ? 'q' : random.nextInt(256));
            int expected = 0;
            boolean plain = true;
            for (byte each : bytes) {
                plain &= each > 0;
            }
            while (expected < bytes.length && bytes[expected] != wanted) {
                expected++;
            }
            assertEquals(expected, ByteScan.indexOf(bytes, wanted, 0, bytes.length));
            assertEquals(plain, ByteScan.isPlain(bytes));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int quote = text.indexOf('"') < 0 ? bytes.length : text.indexOf('"');
            int slash = text.indexOf('\\') < 0 ? bytes.length : text.indexOf('\\');
            assertEquals(Math.min(quote, slash), ByteScan.endOfText(bytes, 0));
        }
    }
}
