package fettle.project.example;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What is filtered, sorted and counted, in primitive arrays: the row with id n stands at place n - 1. Guarded by the
/// store's lock.
final class Columns {

    /// The step that added the row is undone: it is nowhere to be seen.
    static final int GONE = 1;
    static final int EDITED = 2;
    static final int FLAGGED = 4;
    static final int BINNED = 8;
    static final int UNCOUNTED = -1;
    private static final int HIDDEN = GONE | BINNED;

    private int size;
    private int present;
    private long textVersion;
    byte[] status = new byte[0];
    byte[] split = new byte[0];
    byte[] flags = new byte[0];
    byte[] rating = new byte[0];
    int[] tokens = new int[0];
    int[] assistant = new int[0];
    int[] trained = new int[0];
    int[] lead = new int[0];
    int[] turns = new int[0];
    int[] tags = new int[0];
    int[] origin = new int[0];
    int[] dataset = new int[0];
    long[] hash = new long[0];

    /// By place; few rows have one.
    final Map<Integer, String> notes = new HashMap<>();

    /// Rows that ever were; the places 0 until this one are in use.
    int size() {
        return size;
    }

    /// Rows neither gone nor in the bin.
    int present() {
        return present;
    }

    /// Whether the row is there, be it in the bin.
    boolean exists(int place) {
        return place >= 0 && place < size && (flags[place] & GONE) == 0;
    }

    /// Whether the row is there and not in the bin.
    boolean isPresent(int place) {
        return place >= 0 && place < size && (flags[place] & HIDDEN) == 0;
    }

    boolean has(int place, int flag) {
        return (flags[place] & flag) != 0;
    }

    /// Makes room for `rows` more.
    void reserve(int rows) {
        int needed = size + rows;
        if (needed > hash.length) {
            int capacity = Math.max(needed, hash.length + (hash.length >> 1) + 64);
            status = Arrays.copyOf(status, capacity);
            split = Arrays.copyOf(split, capacity);
            flags = Arrays.copyOf(flags, capacity);
            rating = Arrays.copyOf(rating, capacity);
            tokens = Arrays.copyOf(tokens, capacity);
            assistant = Arrays.copyOf(assistant, capacity);
            trained = Arrays.copyOf(trained, capacity);
            lead = Arrays.copyOf(lead, capacity);
            turns = Arrays.copyOf(turns, capacity);
            tags = Arrays.copyOf(tags, capacity);
            origin = Arrays.copyOf(origin, capacity);
            dataset = Arrays.copyOf(dataset, capacity);
            hash = Arrays.copyOf(hash, capacity);
        }
    }

    /// Takes the next place and returns it. The row is there, a draft, not counted, on no side of the split.
    int append() {
        reserve(1);
        uncount(size);
        present++;
        return size++;
    }

    /// Makes it `rows` rows, all gone until their flags are set; then [#recount] must be called.
    void resize(int rows) {
        textVersion++;
        reserve(rows - size);
        Arrays.fill(flags, size, rows, (byte) GONE);
        size = rows;
    }

    /// The flags were set one by one.
    void recount() {
        present = 0;
        for (int place = 0; place < size; place++) {
            present += isPresent(place) ? 1 : 0;
        }
    }

    /// Another number after each change of a text.
    long textVersion() {
        return textVersion;
    }

    /// The text of the row at `place` is new.
    void uncount(int place) {
        textVersion++;
        tokens[place] = UNCOUNTED;
        assistant[place] = UNCOUNTED;
        trained[place] = UNCOUNTED;
        lead[place] = UNCOUNTED;
    }

    /// Whether the row's tokens are still to be counted.
    boolean isUncounted(int place) {
        return trained[place] == UNCOUNTED && exists(place);
    }

    boolean hasUncounted() {
        for (int place = 0; place < size; place++) {
            if (isUncounted(place)) {
                return true;
            }
        }
        return false;
    }

    void setFlags(int place, int newFlags) {
        boolean was = (flags[place] & HIDDEN) == 0;
        boolean is = (newFlags & HIDDEN) == 0;
        present += (is ? 1 : 0) - (was ? 1 : 0);
        flags[place] = (byte) newFlags;
    }

    void setFlag(int place, int flag, boolean on) {
        setFlags(place, on ? flags[place] | flag : flags[place] & ~flag);
    }

    void setNote(int place, String note) {
        if (note.isEmpty()) {
            notes.remove(place);
        } else {
            notes.put(place, note);
        }
    }

    void clear() {
        size = 0;
        present = 0;
        notes.clear();
        for (byte[] bytes : new byte[][]{status, split, flags, rating}) {
            Arrays.fill(bytes, (byte) 0);
        }
        Arrays.fill(dataset, 0);
    }
}
