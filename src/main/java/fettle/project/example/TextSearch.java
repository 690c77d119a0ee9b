package fettle.project.example;

import fettle.example.SearchText;
import fettle.project.search.SearchIndex;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Finds rows by the words in their texts: by the index where it has them as they are now, by reading the others.
final class TextSearch {

    /// So few rows are read faster than the index finds all rows with a common word.
    private static final int FEW = 200;

    /// So many rows are read in order before the index is asked: then a common word has filled a page.
    private static final int PROBED = 200;

    private final Shelf shelf;
    private final SearchIndex index;
    private final TextScan scan;

    TextSearch(Shelf shelf, SearchIndex index, TextScan scan) {
        this.shelf = shelf;
        this.index = index;
        this.scan = scan;
    }

    /// Keeps the rows that fit.
    void retain(BitSet rows, SearchText search) throws IOException {
        if (search.isEmpty() || rows.isEmpty()) {
            return;
        }
        index.refresh();
        BitSet indexed = rows.cardinality() <= FEW && !index.knows(search)
                ? new BitSet()
                : shelf.read(columns -> index.current(rows, columns.hash));
        BitSet unread = (BitSet) rows.clone();
        unread.andNot(indexed);
        if (!indexed.isEmpty()) {
            indexed.and(index.find(search));
        }
        if (!unread.isEmpty()) {
            scan.retain(unread, TextScan.searching(search));
        }
        rows.clear();
        rows.or(indexed);
        rows.or(unread);
    }

    /// The first of the rows that fit, in import order; at most `count`. Far quicker than finding all.
    int[] first(BitSet rows, SearchText search, int count) throws IOException {
        index.refresh();
        if (SearchIndex.isStreamed(search) && !index.knows(search)) {
            return streamed(rows, search, count);
        }
        if (search.isEmpty()) {
            return head(rows, count);
        }
        int[] probed = head(rows, PROBED);
        int[] page = scan.first(probed, 0, probed.length, TextScan.searching(search), count);
        if (page.length == count || probed.length < PROBED) {
            return page;
        }
        var fitting = (BitSet) rows.clone();
        retain(fitting, search);
        return head(fitting, count);
    }

    /// The first of the rows.
    private static int[] head(BitSet rows, int count) {
        return rows.stream().limit(count).toArray();
    }

    /// The first of the places, in their order, that fit; at most `count`.
    int[] first(int[] places, SearchText search, int count) throws IOException {
        if (search.isEmpty()) {
            return Arrays.copyOf(places, Math.min(count, places.length));
        }
        int probed = Math.min(PROBED, places.length);
        int[] page = scan.first(places, 0, probed, TextScan.searching(search), count);
        if (page.length == count || probed == places.length) {
            return page;
        }
        var fitting = new BitSet();
        for (int place : places) {
            fitting.set(place);
        }
        retain(fitting, search);
        int[] found = new int[Math.min(count, fitting.cardinality())];
        int filled = 0;
        for (int at = 0; filled < found.length; at++) {
            if (fitting.get(places[at])) {
                found[filled++] = places[at];
            }
        }
        return found;
    }

    /// Takes rows of the index as they come, and reads on the way the rows that it does not have.
    private int[] streamed(BitSet rows, SearchText search, int count) throws IOException {
        BitSet indexed = shelf.read(columns -> index.current(rows, columns.hash));
        int[] hits = new int[count];
        var found = new int[1];
        if (!indexed.isEmpty()) {
            index.visit(search, place -> {
                if (indexed.get(place)) {
                    hits[found[0]++] = place;
                }
                return found[0] < count;
            });
        }
        BitSet unread = (BitSet) rows.clone();
        unread.andNot(indexed);
        if (found[0] == count) {
            unread.clear(hits[count - 1], Math.max(hits[count - 1], unread.length()));
        }
        int[] others = Queries.places(unread);
        int[] read = scan.first(others, 0, others.length, TextScan.searching(search), count);
        return IntStream.concat(Arrays.stream(hits, 0, found[0]), Arrays.stream(read)).sorted().limit(count).toArray();
    }
}
