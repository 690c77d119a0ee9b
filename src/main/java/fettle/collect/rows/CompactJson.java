package fettle.collect.rows;

import fettle.example.BodyBytes;
import java.util.Arrays;
import java.util.Optional;

/// The bytes of a JSON value as [fettle.example.BodyJson] would write it: the very same text, without building it anew.
/// Most files need at most their blanks taken out.
final class CompactJson {

    private static final int LONGEST_WHOLE = 18;

    /// With more digits after the point, a small number is written with an exponent.
    private static final int LONGEST_FRACTION = 6;

    private final byte[] bytes;
    private byte[] out = new byte[0];
    private int written;

    /// What is before this place in `bytes` is written.
    private int copied;

    private CompactJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /// `bytes` are valid JSON in UTF-8. Empty when the value has to be written anew, since it has escapes or numbers that
    /// would be written in another way; and when it holds U+FFFD.
    static Optional<BodyBytes> of(byte[] bytes) {
        return of(bytes, false);
    }

    /// The same; `ascii` says that there is nothing else in them.
    static Optional<BodyBytes> of(byte[] bytes, boolean ascii) {
        var json = new CompactJson(bytes);
        return json.walk() && (ascii || !json.holdsReplacement())
                ? Optional.of(BodyBytes.over(json.compact()))
                : Optional.empty();
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
        int place = 0; // a local, since this is done for each byte of an import
        while (place < bytes.length) {
            byte each = bytes[place];
            if (each == '"') {
                place = behindText(place + 1);
            } else if (each <= ' ' && each >= 0) {
                place = behindBlanks(place);
            } else if (each == '-' || (each >= '0' && each <= '9')) {
                place = behindNumber(place);
            } else {
                place++;
            }
            if (place < 0) {
                return false;
            }
        }
        return true;
    }

    /// -1 when it has an escape that is written in another way.
    private int behindText(int from) {
        int place = ByteScan.endOfText(bytes, from);
        while (bytes[place] == '\\') {
            if (!isPlainEscape(bytes[place + 1])) {
                return -1;
            }
            place = ByteScan.endOfText(bytes, place + 2);
        }
        return place + 1;
    }

    private static boolean isPlainEscape(byte each) {
        return switch (each) {
            case '"', '\\', 'n', 'r', 't', 'b', 'f' -> true;
            default -> false;
        };
    }

    private int behindBlanks(int from) {
        copyUntil(from);
        int place = from;
        while (place < bytes.length && bytes[place] <= ' ' && bytes[place] >= 0) {
            place++;
        }
        copied = place;
        return place;
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
    private int behindNumber(int start) {
        int end = start;
        while (end < bytes.length && isPartOfNumber(bytes[end])) {
            end++;
        }
        return isPlainNumber(start, end) ? end : -1;
    }

    private boolean isPlainNumber(int start, int at) {
        int point = start;
        boolean plain = true;
        for (int i = start; i < at; i++) {
            byte each = bytes[i];
            plain &= each == '.' || each == '-' || (each >= '0' && each <= '9');
            point = point == start && each == '.' ? i : point;
        }
        int whole = (point == start ? at : point) - start;
        boolean minusNought = bytes[start] == '-' && start + 1 < at && bytes[start + 1] == '0';
        return plain && !minusNought && whole <= LONGEST_WHOLE && at - start - whole - 1 <= LONGEST_FRACTION;
    }

    private static boolean isPartOfNumber(byte each) {
        return (each >= '0' && each <= '9') || each == '-' || each == '+' || each == '.' || each == 'e' || each == 'E';
    }
}
