package fettle.project.example;

import fettle.example.Example.Origin;
import fettle.example.ExampleStore;
import fettle.example.NewExample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rows that are coming in: gathered, and saved batch by batch as one step. After a failed save the batch waits for the
/// next try.
final class Incoming implements ExampleStore.Addition {

    private static final int BATCH_ROWS = 2000;
    private static final long BATCH_CHARACTERS = 4_000_000;

    private final SqliteExamples store;
    private final String sentence;
    private final Runnable whenClosed;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<Long> waitingHashes = new HashSet<>();
    private long characters;
    private long step;
    private boolean closed;

    /// `whenClosed` is run once, be it after a failure.
    Incoming(SqliteExamples store, String sentence, Runnable whenClosed) {
        this.store = store;
        this.sentence = sentence;
        this.whenClosed = whenClosed;
    }

    /// A row whose shared parts have no numbers yet.
    record Waiting(RowText text, List<String> tags, Origin origin) {}

    @Override
    public synchronized boolean add(NewExample row) throws IOException {
        RowText text = RowText.of(row.body(), row.json());
        boolean waits = !waitingHashes.add(text.hash());
        boolean repeats = waits || store.knows(text.hash());
        waiting.add(new Waiting(text, EditList.clean(row.tags()), row.origin()));
        characters += text.json().length();
        if (waiting.size() >= BATCH_ROWS || characters >= BATCH_CHARACTERS) {
            flush();
        }
        return repeats;
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!waiting.isEmpty()) {
            step = store.append(step, sentence, waiting);
            waiting.clear();
            waitingHashes.clear();
            characters = 0;
        }
    }

    @Override
    public synchronized long step() {
        return step;
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            flush();
        } finally {
            if (!closed) {
                closed = true;
                whenClosed.run();
            }
        }
    }
}
