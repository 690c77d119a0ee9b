package fettle.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Files as they come to grief: bytes flipped, pieces cut, doubled and swapped, quotes lost, marks and other charsets put
/// in, nested without end, lines without end. The same number always makes the same file.
public final class MutatedFiles {

    private static final List<String> CHARSETS = List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-1",
            "windows-1251",
            "Shift_JIS", "GB18030", "ISO-2022-JP", "UTF-8", "IBM037");
    private static final List<byte[]> MARKS = List.of(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            new byte[]{(byte) 0xFF, (byte) 0xFE}, new byte[]{(byte) 0xFE, (byte) 0xFF},
            new byte[]{0, 0, (byte) 0xFE, (byte) 0xFF}, new byte[]{(byte) 0xFF, (byte) 0xFE, 0, 0});
    private static final List<String> SNIPPETS = List.of("\"", "'", "\\", "\n", "\r", "\r\n", "\t", ",", ";", "|", "{",
            "}",
            "[", "]", ":", "\"\"", "\\\"", "\0", "NaN", "None", "\\u", "\\ud800", "<", ">", "&", "</", "<!--", "]]>",
            "{\"",
            "}{", "1e999999999", "-", "\uFEFF", "\u2028", "\u0085", "\uD83D\uDE00");
    private static final int MOST_MUTATIONS = 6;
    private static final int HUGE = 300_000;

    private MutatedFiles() {}

    /// A file that once was `whole`.
    public static byte[] mutated(byte[] whole, long number) {
        var random = new Random(number);
        byte[] bytes = whole;
        for (int i = random.nextInt(MOST_MUTATIONS) + 1; i > 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, from + random.nextInt(1 + (random.nextBoolean() ? 20 : bytes.length)));
        byte[] slice = Arrays.copyOfRange(bytes, from, end);
        return switch (random.nextInt(12)) {
            case 0 -> flipped(bytes, random);
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> joined(bytes, from, end, new byte[0]);
            case 3 -> joined(bytes, from, from, random(random));
            case 4 -> joined(bytes, end, end, slice);
            case 5 -> joined(bytes, from, from, snippet(random));
            case 6 -> joined(bytes, from, end, snippet(random));
            case 7 -> joined(bytes, 0, 0, MARKS.get(random.nextInt(MARKS.size())));
            case 8 -> encoded(bytes, random);
            case 9 -> joined(bytes, from, from, repeated(snippet(random), random.nextInt(3000)));
            case 10 -> joined(bytes, from, from, repeated(slice, random.nextInt(HUGE) / Math.max(1, slice.length)));
            default -> replaced(bytes, snippet(random), snippet(random));
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(8); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] snippet(Random random) {
        return SNIPPETS.get(random.nextInt(SNIPPETS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] repeated(byte[] slice, int times) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(slice);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] bytes, int from, int end, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }

    private static byte[] encoded(byte[] bytes, Random random) {
        String charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        return Charset.isSupported(charset)
                ? new String(bytes, StandardCharsets.UTF_8).getBytes(Charset.forName(charset))
                : bytes;
    }

    /// Some of one in the place of another.
    private static byte[] replaced(byte[] bytes, byte[] old, byte[] other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(new String(old, StandardCharsets.ISO_8859_1),
                new String(other, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
