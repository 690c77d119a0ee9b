package fettle.project.example;

import fettle.job.ExpectedException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rows of conditions that were asked lately, until the columns change: a click on a facet asks all but one of them
/// again. Safe for use by several threads.
final class KnownRows {

    private static final int KEPT = 32;

    private final Map<Object, BitSet> rows = new LinkedHashMap<>(KEPT, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, BitSet> eldest) {
            return size() > KEPT;
        }
    };
    private long version = -1;

    /// Finds the rows.
    @FunctionalInterface
    interface Search {

        BitSet run() throws ExpectedException;
    }

    /// The rows of `question` at a version of the columns, which are not to be changed; searched for when they are not
    /// known.
    BitSet of(long at, Object question, Search search) throws ExpectedException {
        synchronized (this) {
            if (version != at) {
                version = at;
                rows.clear();
            }
            BitSet found = rows.get(question);
            if (found != null) {
                return found;
            }
        }
        BitSet found = search.run();
        synchronized (this) {
            if (version == at) {
                rows.put(question, found);
            }
        }
        return found;
    }
}
