package fettle.project.example;

import java.util.Arrays;

/// What is filtered, sorted and counted, in primitive arrays: the row with id n stands at place n - 1. Guarded by the
/// store's lock.
final class Columns {

    static final int DELETED = 1;
    static final int EDITED = 2;
    static final int UNCOUNTED = -1;

    private int size;
    private int present;
    byte[] status = new byte[0];
    byte[] split = new byte[0];
    byte[] flags = new byte[0];
    int[] tokens = new int[0];
    int[] assistant = new int[0];
    int[] turns = new int[0];
    int[] tags = new int[0];
    int[] origin = new int[0];
    long[] hash = new long[0];

    /// Rows that ever were; the places 0 until this one are in use.
    int size() {
        return size;
    }

    /// Rows not deleted.
    int present() {
        return present;
    }

    boolean isPresent(int place) {
        return place >= 0 && place < size && (flags[place] & DELETED) == 0;
    }

    boolean isEdited(int place) {
        return (flags[place] & EDITED) != 0;
    }

    /// Makes room for `rows` more.
    void reserve(int rows) {
        int needed = size + rows;
        if (needed > hash.length) {
            int capacity = Math.max(needed, hash.length + (hash.length >> 1) + 64);
            status = Arrays.copyOf(status, capacity);
            split = Arrays.copyOf(split, capacity);
            flags = Arrays.copyOf(flags, capacity);
            tokens = Arrays.copyOf(tokens, capacity);
            assistant = Arrays.copyOf(assistant, capacity);
            turns = Arrays.copyOf(turns, capacity);
            tags = Arrays.copyOf(tags, capacity);
            origin = Arrays.copyOf(origin, capacity);
            hash = Arrays.copyOf(hash, capacity);
        }
    }

    /// Takes the next place and returns it. The row is there, a draft, not counted, on no side of the split.
    int append() {
        reserve(1);
        tokens[size] = UNCOUNTED;
        assistant[size] = UNCOUNTED;
        present++;
        return size++;
    }

    boolean hasUncounted() {
        for (int place = 0; place < size; place++) {
            if (tokens[place] == UNCOUNTED && isPresent(place)) {
                return true;
            }
        }
        return false;
    }

    void setFlags(int place, int newFlags) {
        boolean was = (flags[place] & DELETED) == 0;
        boolean is = (newFlags & DELETED) == 0;
        present += (is ? 1 : 0) - (was ? 1 : 0);
        flags[place] = (byte) newFlags;
    }

    void setDeleted(int place, boolean deleted) {
        setFlags(place, deleted ? flags[place] | DELETED : flags[place] & ~DELETED);
    }

    void clear() {
        size = 0;
        present = 0;
        Arrays.fill(flags, (byte) 0);
        Arrays.fill(status, (byte) 0);
        Arrays.fill(split, (byte) 0);
    }
}
