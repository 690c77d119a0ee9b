package fettle.project.search;

import fettle.example.SearchText;
import fettle.project.search.SearchIndex.Entry;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the last searches found, kept up to date as rows are entered: filters and counts under one search ask it once.
final class Found {

    private static final int KEPT = 8;

    private final Map<SearchText, BitSet> rows = new LinkedHashMap<>(16, 0.75f, true);
    private long changes;

    /// Grows with each change of the index.
    synchronized long changes() {
        return changes;
    }

    /// The rows of a search that is remembered.
    synchronized @Nullable BitSet known(SearchText search) {
        BitSet known = rows.get(search);
        return known == null ? null : (BitSet) known.clone();
    }

    /// Remembers what a search found, if nothing was entered since there were `before` changes.
    synchronized void keep(SearchText search, BitSet fits, long before) {
        if (changes == before) {
            rows.put(search, (BitSet) fits.clone());
            if (rows.size() > KEPT) {
                rows.remove(rows.keySet().iterator().next());
            }
        }
    }

    synchronized void enter(List<Entry> entries) {
        changes++;
        rows.forEach((search, fits) -> {
            for (Entry entry : entries) {
                fits.set(entry.place(), search.fitsWords(entry.words()));
            }
        });
    }

    synchronized void clear() {
        changes++;
        rows.clear();
    }
}
