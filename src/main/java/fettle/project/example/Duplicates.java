package fettle.project.example;

import java.util.Arrays;
import java.util.BitSet;

/// Which rows repeat an earlier one: derived from the hashes, kept up to date row by row. Guarded by the store's lock.
final class Duplicates {

    private static final int GONE = -1;

    private final Columns columns;
    private final BitSet repeats = new BitSet();
    private long[] hashes = new long[0];
    private int[] firsts = new int[0];
    private int used;
    private boolean stale = true;
    private int[] clusters = new int[0];
    private boolean clustersStale = true;

    Duplicates(Columns columns) {
        this.columns = columns;
    }

    /// Whether [#refresh] must be called before asking.
    boolean isStale() {
        return stale;
    }

    /// Much has changed at once: all is derived anew when it is asked next.
    void invalidate() {
        stale = true;
    }

    void refresh() {
        if (stale) {
            stale = false;
            clustersStale = true;
            repeats.clear();
            grow(columns.size());
            for (int place = 0; place < columns.size(); place++) {
                if (columns.isPresent(place)) {
                    enter(place);
                }
            }
        }
    }

    /// By place, the id of the first row with the same body; [Column#BLANK] where no other has it.
    synchronized int[] clusters() {
        if (clustersStale || clusters.length < columns.size()) {
            int[] fresh = new int[columns.size()];
            Arrays.fill(fresh, Column.BLANK);
            for (int place = repeats.nextSetBit(0); place >= 0; place = repeats.nextSetBit(place + 1)) {
                int first = firsts[slot(columns.hash[place])];
                fresh[place] = first;
                fresh[first - 1] = first;
            }
            clusters = fresh;
            clustersStale = false;
        }
        return clusters;
    }

    boolean repeats(int place) {
        return repeats.get(place);
    }

    /// Whether a row with this hash is there.
    boolean knows(long hash) {
        int slot = slot(hash);
        return firsts.length > 0 && firsts[slot] > 0 && columns.isPresent(firsts[slot] - 1);
    }

    /// The row at `place` has come, or has got another body.
    void enter(int place) {
        if (stale) {
            return;
        }
        clustersStale = true;
        if (used * 2 >= hashes.length) {
            rehash();
        }
        long hash = columns.hash[place];
        int slot = slot(hash);
        int first = firsts[slot];
        if (first == 0) {
            hashes[slot] = hash;
            used++;
        }
        if (first == 0 || first == GONE) {
            firsts[slot] = place + 1;
        } else if (first - 1 < place) {
            repeats.set(place);
        } else if (first - 1 > place) {
            firsts[slot] = place + 1;
            repeats.set(first - 1);
        }
    }

    /// The row at `place` goes, or gets another body. Call before its hash changes.
    void leave(int place) {
        if (stale) {
            return;
        }
        clustersStale = true;
        repeats.clear(place);
        long hash = columns.hash[place];
        int slot = slot(hash);
        if (firsts[slot] - 1 == place) {
            int next = next(hash, place);
            firsts[slot] = next < 0 ? GONE : next + 1;
            if (next >= 0) {
                repeats.clear(next);
            }
        }
    }

    private int next(long hash, int after) {
        for (int place = after + 1; place < columns.size(); place++) {
            if (columns.hash[place] == hash && columns.isPresent(place)) {
                return place;
            }
        }
        return -1;
    }

    private void rehash() {
        long[] oldHashes = hashes;
        int[] oldFirsts = firsts;
        grow(used + 1);
        for (int slot = 0; slot < oldFirsts.length; slot++) {
            if (oldFirsts[slot] > 0) {
                int fresh = slot(oldHashes[slot]);
                hashes[fresh] = oldHashes[slot];
                firsts[fresh] = oldFirsts[slot];
                used++;
            }
        }
    }

    private void grow(int rows) {
        int capacity = Integer.highestOneBit(Math.max(rows, 16)) * 4;
        if (hashes.length == capacity) {
            Arrays.fill(firsts, 0);
        } else {
            hashes = new long[capacity];
            firsts = new int[capacity];
        }
        used = 0;
    }

    /// Where the hash stands, or the free place where it would.
    private int slot(long hash) {
        int mask = Math.max(hashes.length - 1, 0);
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (firsts.length > 0 && firsts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
