package fettle.project.example;

import fettle.example.ExampleStore;
import fettle.example.NewExample;
import java.io.IOException;

/// Tells of rows whether they repeat one of the project, or one before them, and puts none in. Holds their hashes.
final class Rehearsal implements ExampleStore.Addition {

    private static final int LEAST = 1 << 10;

    private final SqliteExamples store;
    private long[] slots = new long[LEAST];
    private int used;
    private boolean zero;

    Rehearsal(SqliteExamples store) {
        this.store = store;
    }

    @Override
    public synchronized boolean add(NewExample row) throws IOException {
        long hash = RowText.hash(row.body());
        boolean came = !remember(hash);
        return came || store.knows(hash);
    }

    /// Whether the hash is a new one.
    private boolean remember(long hash) {
        if (hash == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (used * 2 >= slots.length) {
            grow();
        }
        int slot = slot(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        used++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }

    /// Where the hash stands, or the free place where it would.
    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    @Override
    public void flush() {}

    @Override
    public long step() {
        return 0;
    }

    @Override
    public void close() {}
}
