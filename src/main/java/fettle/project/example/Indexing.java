package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.BodyTexts;
import fettle.example.SearchWords;
import fettle.job.Background;
import fettle.project.search.SearchIndex;
import fettle.project.search.SearchIndex.Entry;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Fills the search index behind the saves, so that no save waits for it. What is missing there is found by comparing
/// hashes, whatever the reason: new rows, edits, undo, a crash, an index that was deleted. Rests while rows come in.
final class Indexing implements AutoCloseable {

    private static final int BATCH_ROWS = 5000;
    private static final long BATCH_CHARACTERS = 8_000_000;
    private static final long REST_MILLIS = 300;

    private final Database database;
    private final Shelf shelf;
    private final SearchIndex index;
    private final Background background = new Background("fettle-indexing", REST_MILLIS, this::step);
    private final Object filling = new Object();
    private int from;
    private int additions;
    private volatile boolean closed;

    Indexing(Database database, Shelf shelf, SearchIndex index) {
        this.database = database;
        this.shelf = shelf;
        this.index = index;
    }

    /// Rows from `place` on may have changed.
    void poke(int place) {
        if (database.readOnlyBecause().isEmpty()) {
            synchronized (this) {
                from = Math.min(from, place);
            }
            background.poke();
        }
    }

    /// Many rows begin to come in: their import goes first.
    synchronized void rest() {
        additions++;
    }

    /// They are in.
    void goOn() {
        synchronized (this) {
            additions--;
        }
        background.poke();
    }

    /// Returns when all rows are in the index. Does nothing in a project that cannot be written.
    void await() throws IOException, InterruptedException {
        if (database.readOnlyBecause().isEmpty()) {
            while (fill()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped");
                }
            }
        }
    }

    private boolean step() throws IOException {
        synchronized (this) {
            if (additions > 0) {
                return false;
            }
        }
        return fill();
    }

    /// Enters a batch; returns whether there may be more.
    private boolean fill() throws IOException {
        synchronized (filling) {
            int start = take();
            int next = start;
            try {
                Batch batch = batch(start);
                if (!batch.entries().isEmpty()) {
                    index.put(batch.entries());
                }
                next = batch.end();
                return !batch.entries().isEmpty();
            } finally {
                resume(next);
            }
        }
    }

    private synchronized int take() {
        int start = from;
        from = Integer.MAX_VALUE;
        return start;
    }

    private synchronized void resume(int place) {
        from = Math.min(from, place);
    }

    /// Rows that are to be entered, and the place to go on from.
    private record Batch(List<Entry> entries, int end) {}

    private Batch batch(int start) throws IOException {
        index.refresh();
        var end = new int[1];
        int[] places = shelf.read(columns -> {
            end[0] = columns.size();
            return index.missing(start, end[0], BATCH_ROWS, columns::exists, columns.hash);
        });
        return places.length == 0 ? new Batch(List.of(), end[0]) : database.scan(sql -> read(sql, places));
    }

    private Batch read(Sql sql, int[] places) throws SQLException {
        var entries = new ArrayList<Entry>(places.length);
        long characters = 0;
        for (int place : places) {
            if (closed || characters >= BATCH_CHARACTERS) {
                return new Batch(entries, place);
            }
            Entry entry = entry(sql, place);
            characters += entry.words().length();
            entries.add(entry);
        }
        return new Batch(entries, places[places.length - 1] + 1);
    }

    /// The body and its hash as they are at one moment.
    private static Entry entry(Sql sql, int place) throws SQLException {
        return sql.one("SELECT hash, json FROM meta JOIN body USING (id) WHERE id = ?", row -> {
            ObjectNode body = BodyJson.mapper().readValue(row.getBytes(2), ObjectNode.class);
            return new Entry(place, row.getLong(1), SearchWords.of(BodyTexts.of(body)));
        }, place + 1).orElseThrow();
    }

    /// Ends with what it is at.
    @Override
    public void close() throws IOException {
        closed = true;
        background.close();
        index.close();
    }
}
