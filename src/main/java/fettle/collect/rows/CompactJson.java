package fettle.collect.rows;

import fettle.example.BodyBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The bytes of a JSON value as [fettle.example.BodyJson] would write it: the very same text, without building it anew.
/// Most files need at most their blanks taken out.
final class CompactJson {

    private static final String ESCAPES = "\"\\nrtbf";
    private static final int LONGEST_WHOLE = 18;

    /// With more digits after the point, a small number is written with an exponent.
    private static final int LONGEST_FRACTION = 6;

    private final byte[] bytes;
    private byte[] out = new byte[0];
    private int written;

    /// What is before this place in `bytes` is written.
    private int copied;
    private int at;

    private CompactJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /// `bytes` are valid JSON in UTF-8. Empty when the value has to be written anew, since it has escapes or numbers that
    /// would be written in another way; and when it holds U+FFFD.
    static Optional<BodyBytes> of(byte[] bytes) {
        var json = new CompactJson(bytes);
        return json.walk() && !json.holdsReplacement() ? Optional.of(BodyBytes.over(json.compact())) : Optional.empty();
    }

    private byte[] compact() {
        if (copied == 0) {
            return bytes;
        }
        copyUntil(bytes.length);
        return Arrays.copyOf(out, written);
    }

    private boolean holdsReplacement() {
        int place = ByteScan.indexOf(bytes, (byte) 0xEF, 0, bytes.length);
        while (place < bytes.length - 2) {
            if (bytes[place + 1] == (byte) 0xBF && bytes[place + 2] == (byte) 0xBD) {
                return true;
            }
            place = ByteScan.indexOf(bytes, (byte) 0xEF, place + 1, bytes.length);
        }
        return false;
    }

    private boolean walk() {
        while (at < bytes.length) {
            byte each = bytes[at];
            boolean same = switch (each) {
                case '"' -> text();
                case ' ', '\t', '\r', '\n' -> blanks();
                case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
                default -> {
                    at++;
                    yield true;
                }
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean text() {
        at = ByteScan.endOfText(bytes, at + 1);
        while (bytes[at] == '\\') {
            if (ESCAPES.indexOf(bytes[at + 1]) < 0) {
                return false;
            }
            at = ByteScan.endOfText(bytes, at + 2);
        }
        at++;
        return true;
    }

    private boolean blanks() {
        copyUntil(at);
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        copied = at;
        return true;
    }

    private void copyUntil(int end) {
        int count = end - copied;
        if (count > 0) {
            if (out.length == 0) {
                out = new byte[bytes.length];
            }
            System.arraycopy(bytes, copied, out, written, count);
            written += count;
        }
        copied = end;
    }

    /// Whole numbers and short fractions are written as they stand, but for a minus before a nought.
    private boolean number() {
        int start = at;
        while (at < bytes.length && isPartOfNumber(bytes[at])) {
            at++;
        }
        String number = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        int point = number.indexOf('.');
        boolean plain = number.chars().allMatch(unit -> unit == '.' || unit == '-' || (unit >= '0' && unit <= '9'));
        return plain && !number.startsWith("-0") && (point < 0 ? number.length() : point) <= LONGEST_WHOLE
                && (point < 0 || number.length() - point - 1 <= LONGEST_FRACTION);
    }

    private static boolean isPartOfNumber(byte each) {
        return (each >= '0' && each <= '9') || each == '-' || each == '+' || each == '.' || each == 'e' || each == 'E';
    }
}
