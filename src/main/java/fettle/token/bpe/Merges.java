package fettle.token.bpe;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Which two tokens make a third, and in what order: (left id, right id) → (rank, merged id), in an open-addressing
/// table.
final class Merges {

    /// Pieces up to this length are searched from the left each time; longer ones go through a heap.
    private static final int SHORT = 48;
    private static final long NONE = -1;

    private final int[] left;
    private final int[] right;
    private final long[] keys;
    private final long[] found; // rank << 32 | merged id
    private final int mask;

    /// `left[r]` and `right[r]` make `merged[r]`, with rank `r`.
    Merges(int[] left, int[] right, int[] merged) {
        this.left = left;
        this.right = right;
        int capacity = Integer.highestOneBit(Math.max(8, left.length * 4));
        keys = new long[capacity];
        found = new long[capacity];
        mask = capacity - 1;
        Arrays.fill(keys, NONE);
        for (int rank = 0; rank < left.length; rank++) {
            long key = key(left[rank], right[rank]);
            int slot = slotOf(key);
            keys[slot] = key;
            found[slot] = ((long) rank << 32) | merged[rank];
        }
    }

    int size() {
        return left.length;
    }

    int left(int rank) {
        return left[rank];
    }

    int right(int rank) {
        return right[rank];
    }

    /// Merges `ids` (which is used up) until no two neighbours make a token: lowest rank first, leftmost first.
    int[] apply(int[] ids) {
        return ids.length <= SHORT ? applyByScanning(ids) : applyByHeap(ids);
    }

    private int[] applyByScanning(int[] ids) {
        int size = ids.length;
        while (size > 1) {
            long best = Long.MAX_VALUE;
            int at = -1;
            for (int i = 0; i + 1 < size; i++) {
                long candidate = find(ids[i], ids[i + 1]);
                if (candidate != NONE && candidate < best) {
                    best = candidate;
                    at = i;
                }
            }
            if (at < 0) {
                break;
            }
            ids[at] = (int) best;
            System.arraycopy(ids, at + 2, ids, at + 1, size - at - 2);
            size--;
        }
        return Arrays.copyOf(ids, size);
    }

    private int[] applyByHeap(int[] ids) {
        int size = ids.length;
        var next = new int[size];
        var before = new int[size];
        var waiting = new PriorityQueue<Long>(); // rank << 32 | place
        for (int i = 0; i < size; i++) {
            next[i] = i + 1 < size ? i + 1 : -1;
            before[i] = i - 1;
            offer(waiting, ids, i, next[i]);
        }
        Long top;
        while ((top = waiting.poll()) != null) {
            int at = (int) (long) top;
            int after = ids[at] < 0 ? -1 : next[at];
            long merge = after < 0 ? NONE : find(ids[at], ids[after]);
            if (merge == NONE || merge >>> 32 != top >>> 32) {
                continue; // a neighbour has changed since
            }
            ids[at] = (int) merge;
            ids[after] = -1;
            next[at] = next[after];
            if (next[at] >= 0) {
                before[next[at]] = at;
            }
            offer(waiting, ids, at, next[at]);
            if (before[at] >= 0) {
                offer(waiting, ids, before[at], at);
            }
        }
        return Arrays.stream(ids).filter(id -> id >= 0).toArray();
    }

    private void offer(PriorityQueue<Long> waiting, int[] ids, int at, int after) {
        long merge = after < 0 ? NONE : find(ids[at], ids[after]);
        if (merge != NONE) {
            waiting.add((merge >>> 32 << 32) | at);
        }
    }

    private long find(int leftId, int rightId) {
        long key = key(leftId, rightId);
        int slot = slotOf(key);
        return keys[slot] == key ? found[slot] : NONE;
    }

    private int slotOf(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[slot] != key && keys[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int leftId, int rightId) {
        return ((long) leftId << 32) | rightId;
    }
}
