package fettle.collect.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for bytes, eight at a time.
final class ByteScan {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = ~HIGH;

    private ByteScan() {}

    /// The first place of `wanted` from `from` on, or `end`.
    static int indexOf(byte[] bytes, byte wanted, int from, int end) {
        long pattern = ONES * (wanted & 0xFF);
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long hits = zeros((long) EIGHT.get(bytes, at) ^ pattern);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /// The first place of `wanted` from `from` on, or `end`; made negative, as by `~`, when a byte on the way may be NUL or
    /// no ASCII.
    static int indexOfInPlain(byte[] bytes, byte wanted, int from, int end) {
        long pattern = ONES * (wanted & 0xFF);
        long high = 0;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            high |= eight | (eight - ONES);
            long hits = zeros(eight ^ pattern);
            if (hits != 0) {
                int found = at + (Long.numberOfTrailingZeros(hits) >>> 3);
                return (high & HIGH) == 0 ? found : ~found;
            }
        }
        while (at < end && bytes[at] != wanted) {
            high |= bytes[at] > 0 ? 0 : HIGH;
            at++;
        }
        return (high & HIGH) == 0 ? at : ~at;
    }

    /// The first place of any of the three from `from` on, or `end`.
    static int indexOfAny(byte[] bytes, byte one, byte two, byte three, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long hits = zeros(eight ^ (ONES * (one & 0xFF))) | zeros(eight ^ (ONES * (two & 0xFF)))
                    | zeros(eight ^ (ONES * (three & 0xFF)));
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < end && bytes[at] != one && bytes[at] != two && bytes[at] != three) {
            at++;
        }
        return at;
    }

    /// How often `wanted` stands in that part.
    static int count(byte[] bytes, byte wanted, int from, int end) {
        long pattern = ONES * (wanted & 0xFF);
        int count = 0;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at) ^ pattern;
            // exact for each byte: the sum of the low seven bits never carries into the next one
            count += Long.bitCount(~(((eight & LOW) + LOW) | eight) & HIGH);
        }
        for (; at < end; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /// The first quotation mark or backslash from `from` on, or the end.
    static int endOfText(byte[] bytes, int from) {
        int at = from;
        for (; at + 2 * Long.BYTES <= bytes.length; at += 2 * Long.BYTES) {
            long first = quotesAndEscapes((long) EIGHT.get(bytes, at));
            long second = quotesAndEscapes((long) EIGHT.get(bytes, at + Long.BYTES));
            if ((first | second) != 0) {
                return first != 0
                        ? at + (Long.numberOfTrailingZeros(first) >>> 3)
                        : at + Long.BYTES + (Long.numberOfTrailingZeros(second) >>> 3);
            }
        }
        while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /// Whether all bytes are ASCII, and none is NUL.
    static boolean isPlain(byte[] bytes) {
        return isPlain(bytes, 0, bytes.length);
    }

    /// Whether all bytes of that part are ASCII, and none is NUL.
    static boolean isPlain(byte[] bytes, int from, int end) {
        long high = 0;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            high |= eight | (eight - ONES); // a byte of 0 borrows from the one above, and is high itself
        }
        for (; at < end; at++) {
            high |= bytes[at] > 0 ? 0 : HIGH;
        }
        return (high & HIGH) == 0;
    }

    /// The first place from `from` on of a byte that is not ASCII, or `end`.
    static int endOfAscii(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long high = (long) EIGHT.get(bytes, at) & HIGH;
            if (high != 0) {
                return at + (Long.numberOfTrailingZeros(high) >>> 3);
            }
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static long quotesAndEscapes(long eight) {
        return zeros(eight ^ (ONES * '"')) | zeros(eight ^ (ONES * '\\'));
    }

    /// The high bit of each byte that is 0, and of none below the first such.
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH;
    }
}
