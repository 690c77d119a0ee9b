package fettle.collect.rows;

import java.util.Arrays;

/// Bytes that are collected up to a limit; what is beyond is not kept.
final class Grown {

    private final int limit;
    private byte[] bytes = new byte[512];
    private int length;
    private boolean cut;

    Grown(int limit) {
        this.limit = limit;
    }

    void add(byte each) {
        if (length == limit) {
            cut = true;
            return;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, length * 2));
        }
        bytes[length++] = each;
    }

    void add(byte[] more, int from, int count) {
        int kept = Math.min(count, limit - length);
        cut |= kept < count;
        if (length + kept > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + kept, bytes.length * 2)));
        }
        System.arraycopy(more, from, bytes, length, kept);
        length += kept;
    }

    boolean isCut() {
        return cut;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
