package fettle.project.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackedTest {

    @Test
    void comesBackWholeOrAsADifference() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            String before = text(random, random.nextInt(400));
            String after = round % 5 == 0 ? text(random, random.nextInt(400)) : edited(before, random);
            assertEquals(after, Packed.unpack(Packed.pack(after, before), before));
            assertEquals(before, Packed.unpack(Packed.pack(before, after), after));
            assertEquals(after, Packed.unpack(Packed.pack(after), "whatever"));
        }
    }

    @Test
    void aSmallEditOfALargeBodyStaysSmall() {
        var random = new Random(4);
        String large = text(random, 1_000_000);
        String edited = new StringBuilder(large).replace(500_000, 500_010, "changed").toString();
        assertTrue(Packed.pack(edited, large).length < 64);
        assertTrue(Packed.pack(large, edited).length < 64);
    }

    @Test
    void editsAtBothEndsKnowWhatStandsBetween() {
        String before = text(new Random(5), 8000);
        String after = "x" + before.substring(1, before.length() - 1) + "y";
        assertTrue(Packed.pack(after, before).length < 200, () -> Packed.pack(after, before).length + " bytes");
    }

    @Test
    void refusesAnotherBodyThanItWasMadeFrom() {
        byte[] packed = Packed.pack("one two three", "one three");
        assertThrows(IllegalStateException.class, () -> Packed.unpack(packed, "one four"));
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(switch (random.nextInt(12)) {
                case 0 -> "\u00e9";
                case 1 -> "\ud83d\ude00";
                case 2 -> "\u8a9e";
                default -> String.valueOf((char) ('a' + random.nextInt(26)));
            });
        }
        return text.toString();
    }

    private static String edited(String text, Random random) {
        if (text.length() < 4) {
            return text + "!";
        }
        int from = random.nextInt(text.length() - 2);
        return text.codePoints().skip(from / 2).limit(40).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append) + text;
    }
}
