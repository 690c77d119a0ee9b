package fettle.collect.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for bytes, eight at a time.
final class ByteScan {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

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

    /// The first quotation mark or backslash from `from` on, or the end.
    static int endOfText(byte[] bytes, int from) {
        int at = from;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long hits = zeros(eight ^ (ONES * '"')) | zeros(eight ^ (ONES * '\\'));
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /// Whether all bytes are ASCII, and none is NUL.
    static boolean isPlain(byte[] bytes) {
        long high = 0;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            high |= eight | (eight - ONES); // a byte of 0 borrows from the one above, and is high itself
        }
        for (; at < bytes.length; at++) {
            high |= bytes[at] > 0 ? 0 : HIGH;
        }
        return (high & HIGH) == 0;
    }

    /// The high bit of each byte that is 0, and of none below the first such.
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH;
    }
}
