package fettle.collect.rows;

import fettle.example.RowReader.RawRow;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that should be UTF-8 and may not be.
final class Utf8 {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /// Of a row that cannot be read, so many bytes are kept to be shown.
    private static final int SHOWN = RawRow.MOST_TEXT;

    /// Around a place, so many bytes are shown on either side.
    private static final int AROUND = 30;

    private Utf8() {}

    /// The place of the first byte from `from` on that is not UTF-8, or -1: no overlong forms, no surrogates, nothing
    /// beyond U+10FFFF.
    static int firstBroken(byte[] bytes, int from, int end) {
        int at = ByteScan.endOfAscii(bytes, from, end);
        while (at < end) {
            int length = lengthAt(bytes, at, end);
            if (length == 0) {
                return at;
            }
            at += length;
            if (at < end && bytes[at] >= 0) {
                at = ByteScan.endOfAscii(bytes, at, end);
            }
        }
        return -1;
    }

    /// Whether all is UTF-8, and nothing is NUL.
    static boolean isText(byte[] bytes) {
        return isText(bytes, 0, bytes.length);
    }

    /// The same for a part.
    static boolean isText(byte[] bytes, int from, int end) {
        return firstBroken(bytes, from, end) < 0 && ByteScan.indexOf(bytes, (byte) 0, from, end) == end;
    }

    /// Bytes of the character that begins here; 0 when none does.
    private static int lengthAt(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (at + length > end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /// Whether text in UTF-8 has a few broken bytes: for each at least four characters beyond ASCII that are whole.
    static boolean isMostly(byte[] bytes) {
        int whole = 0;
        int broken = 0;
        int at = ByteScan.endOfAscii(bytes, 0, bytes.length);
        while (at < bytes.length) {
            int length = lengthAt(bytes, at, bytes.length);
            whole += length == 0 ? 0 : 1;
            broken += length == 0 ? 1 : 0;
            at = ByteScan.endOfAscii(bytes, at + Math.max(1, length), bytes.length);
        }
        return whole > 0 && whole >= broken * 4L;
    }

    /// The text, with each byte that is not UTF-8 read as windows-1252.
    static String lenient(byte[] bytes, int from, int end) {
        int broken = firstBroken(bytes, from, end);
        if (broken < 0) {
            return new String(bytes, from, end - from, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder(end - from);
        int at = from;
        while (broken >= 0) {
            text.append(new String(bytes, at, broken - at, StandardCharsets.UTF_8));
            text.append(new String(bytes, broken, 1, WESTERN));
            at = broken + 1;
            broken = firstBroken(bytes, at, end);
        }
        return text.append(new String(bytes, at, end - at, StandardCharsets.UTF_8)).toString();
    }

    /// The beginning of a row that cannot be read, for people.
    static String shown(byte[] bytes, int from, int end) {
        return lenient(bytes, from, Math.min(end, from + SHOWN));
    }

    /// The words around a place.
    static String around(byte[] bytes, int place) {
        int from = Math.max(0, Math.min(place, bytes.length) - AROUND);
        int end = Math.min(bytes.length, place + AROUND);
        while (from < place && from > 0 && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        while (end < bytes.length && end > place && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return lenient(bytes, from, end);
    }

    static byte[] without(byte[] bytes, byte unwanted) {
        byte[] rest = new byte[bytes.length];
        int length = 0;
        for (byte each : bytes) {
            if (each != unwanted) {
                rest[length++] = each;
            }
        }
        return Arrays.copyOf(rest, length);
    }
}
