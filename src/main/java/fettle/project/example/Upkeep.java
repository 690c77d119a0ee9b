package fettle.project.example;

import fettle.project.search.SearchIndex;
import fettle.project.sqlite.Database;
import fettle.token.TokenCounter;
import java.io.IOException;

/// What follows behind the saves: tokens are counted, texts are entered into the search index.
final class Upkeep implements AutoCloseable {

    private final Counting counting;
    private final Indexing indexing;

    /// `whenCounted` is called after each batch of counts, on the thread that counted.
    Upkeep(Database database, Shelf shelf, TokenCounter counter, SearchIndex index, Runnable whenCounted) {
        this.counting = new Counting(database, shelf, counter, whenCounted);
        this.indexing = new Indexing(database, shelf, index);
    }

    /// The project is open: what is left from the last time is done.
    void begin(boolean uncounted) {
        if (uncounted) {
            counting.poke(0);
        }
        indexing.poke(0);
    }

    /// Rows were changed.
    void poke() {
        counting.poke(0);
        indexing.poke(0);
    }

    void awaitCounts() throws IOException, InterruptedException {
        counting.await();
    }

    void awaitSearch() throws IOException, InterruptedException {
        indexing.await();
    }

    /// Many rows begin to come in: the index waits until [#goOn].
    void rest() {
        indexing.rest();
    }

    void goOn() {
        indexing.goOn();
    }

    @Override
    public void close() throws IOException {
        counting.close();
        indexing.close();
    }
}
