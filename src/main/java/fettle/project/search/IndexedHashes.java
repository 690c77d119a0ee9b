package fettle.project.search;

import fettle.project.search.SearchIndex.Entry;
import fettle.project.sqlite.Sql;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// Of each row the hash of the body that the index has, by place; 0 where it has none. In the file, blocks of them.
final class IndexedHashes {

    private static final int BLOCK = 1024;

    private long[] hashes = new long[0];
    private int size;

    /// Fills this from the file.
    synchronized void load(Sql sql) throws SQLException {
        clear();
        sql.each("SELECT number, hashes FROM block ORDER BY number", row -> {
            int from = row.getInt(1) * BLOCK;
            var block = ByteBuffer.wrap(row.getBytes(2)).asLongBuffer();
            int count = block.remaining();
            reach(from + count);
            block.get(hashes, from, count);
            return true;
        });
    }

    /// Writes the blocks that the entries stand in, as they will be.
    synchronized void save(Sql sql, List<Entry> entries) throws SQLException {
        var blocks = new BitSet();
        entries.forEach(entry -> blocks.set(entry.place() / BLOCK));
        for (int number = blocks.nextSetBit(0); number >= 0; number = blocks.nextSetBit(number + 1)) {
            int from = number * BLOCK;
            long[] block = new long[BLOCK];
            System.arraycopy(hashes, Math.min(from, size), block, 0, Math.clamp(size - from, 0, BLOCK));
            for (Entry entry : entries) {
                if (entry.place() / BLOCK == number) {
                    block[entry.place() - from] = entry.hash();
                }
            }
            var bytes = ByteBuffer.allocate(BLOCK * Long.BYTES);
            bytes.asLongBuffer().put(block);
            sql.change("INSERT OR REPLACE INTO block (number, hashes) VALUES (?, ?)", number, bytes.array());
        }
    }

    /// What was saved.
    synchronized void enter(List<Entry> entries) {
        for (Entry entry : entries) {
            reach(entry.place() + 1);
            hashes[entry.place()] = entry.hash();
        }
    }

    private void reach(int count) {
        if (count > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(count, hashes.length + (hashes.length >> 1)));
        }
        size = Math.max(size, count);
    }

    synchronized void clear() {
        Arrays.fill(hashes, 0, size, 0);
        size = 0;
    }

    synchronized int size() {
        return size;
    }

    synchronized boolean has(int place) {
        return place < size && hashes[place] != 0;
    }

    synchronized BitSet current(BitSet rows, long[] bodies) {
        var current = new BitSet(size);
        for (int place = rows.nextSetBit(0); place >= 0 && place < size; place = rows.nextSetBit(place + 1)) {
            if (hashes[place] == bodies[place]) {
                current.set(place);
            }
        }
        return current;
    }

    /// The first places that are wanted and not as `bodies` are, at most `limit`.
    synchronized int[] missing(int from, int end, int limit, IntPredicate wanted, long[] bodies) {
        int[] missing = new int[limit];
        int count = 0;
        for (int place = from; place < end && count < limit; place++) {
            if ((place >= size || hashes[place] != bodies[place]) && wanted.test(place)) {
                missing[count++] = place;
            }
        }
        return Arrays.copyOf(missing, count);
    }
}
