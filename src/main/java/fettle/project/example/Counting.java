package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.ChatTokens;
import fettle.job.Background;
import fettle.job.FanOut;
import fettle.project.sqlite.Database;
import fettle.token.TokenCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Counts tokens behind the saves, so that no save waits for it. What is not counted when the project closes is counted
/// when it is open again.
final class Counting implements AutoCloseable {

    private static final int BATCH = 1024;

    /// The tables of an encoding take a second to load: a command that makes one edit ends before that.
    private static final long REST_MILLIS = 300;

    private final Database database;
    private final Shelf shelf;
    private final TokenCounter counter;
    private final Runnable whenCounted;
    private final Background background = new Background("fettle-counting", REST_MILLIS, this::countBatch);
    private final BitSet claimed = new BitSet();
    private int from;

    /// `whenCounted` is called after each batch, on the thread that counted.
    Counting(Database database, Shelf shelf, TokenCounter counter, Runnable whenCounted) {
        this.database = database;
        this.shelf = shelf;
        this.counter = counter;
        this.whenCounted = whenCounted;
    }

    /// Rows from `place` on may need counting.
    void poke(int place) {
        synchronized (this) {
            from = Math.min(from, place);
        }
        background.poke();
    }

    /// Counts on all cores until nothing is left. Throws what counting or saving threw.
    void await() throws IOException, InterruptedException {
        List<Integer> workers = IntStream.range(0, Runtime.getRuntime().availableProcessors()).boxed().toList();
        do {
            try {
                FanOut.each(workers, workers.size(), _ -> {
                    while (countBatch()) {
                        if (Thread.interrupted()) {
                            throw new InterruptedException("stopped");
                        }
                    }
                });
            } catch (IOException | InterruptedException | RuntimeException failed) {
                throw failed;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        } while (waitForOthers());
    }

    /// Waits for batches of other threads; returns whether something is left to count after them.
    private synchronized boolean waitForOthers() throws InterruptedException {
        while (!claimed.isEmpty()) {
            wait();
        }
        from = 0;
        return claimable(1).length > 0;
    }

    private boolean countBatch() throws IOException {
        int[] places = claim();
        if (places.length == 0) {
            return false;
        }
        try {
            List<Counted> counted = count(places);
            shelf.save(() -> store(counted));
        } finally {
            release(places);
        }
        whenCounted.run();
        return true;
    }

    private synchronized int[] claim() {
        int[] places = claimable(BATCH);
        for (int place : places) {
            claimed.set(place);
        }
        if (places.length > 0) {
            from = places[places.length - 1] + 1;
        }
        return places;
    }

    private int[] claimable(int limit) {
        return shelf.read(columns -> {
            int[] places = new int[limit];
            int found = 0;
            for (int place = from; place < columns.size() && found < limit; place++) {
                if (columns.isUncounted(place) && !claimed.get(place)) {
                    places[found++] = place;
                }
            }
            return Arrays.copyOf(places, found);
        });
    }

    private synchronized void release(int[] places) {
        for (int place : places) {
            claimed.clear(place);
        }
        notifyAll();
    }

    /// @param hash of the body that was counted
    private record Counted(int place, long hash, ChatTokens.Counts counts) {}

    private List<Counted> count(int[] places) throws IOException {
        long[] hashes = shelf.read(columns -> IntStream.of(places).mapToLong(place -> columns.hash[place]).toArray());
        List<Optional<String>> bodies = database.scan(sql -> {
            var found = new ArrayList<Optional<String>>();
            for (int place : places) {
                found.add(RowTable.body(sql, place + 1L));
            }
            return found;
        });
        var counted = new ArrayList<Counted>();
        for (int index = 0; index < places.length; index++) {
            if (bodies.get(index).isPresent()) {
                ObjectNode body = BodyJson.read(bodies.get(index).get());
                counted.add(new Counted(places[index], hashes[index], ChatTokens.count(body, counter)));
            }
        }
        return counted;
    }

    /// A body that was changed meanwhile is counted again. A reader keeps its counts to itself.
    private void store(List<Counted> counted) throws IOException {
        List<Counted> still = shelf.read(columns -> counted.stream()
                .filter(one -> columns.hash[one.place()] == one.hash()).toList());
        if (database.readOnlyBecause().isEmpty()) {
            database.write(sql -> {
                sql.changeAll("UPDATE meta SET tokens = ?, assistant = ?, trained = ?, lead = ? WHERE id = ?",
                        still.stream()
                                .map(Counting::values).toList());
                return still;
            });
        }
        shelf.change((columns, _) -> {
            for (Counted one : still) {
                columns.tokens[one.place()] = one.counts().total();
                columns.assistant[one.place()] = one.counts().assistant();
                columns.trained[one.place()] = one.counts().trained();
                columns.lead[one.place()] = one.counts().lead();
            }
        });
        if (still.size() < counted.size()) {
            synchronized (this) {
                from = 0;
            }
        }
    }

    private static Object[] values(Counted one) {
        ChatTokens.Counts counts = one.counts();
        return new Object[]{counts.total(), counts.assistant(), counts.trained(), counts.lead(), one.place() + 1};
    }

    @Override
    public void close() {
        background.close();
    }
}
