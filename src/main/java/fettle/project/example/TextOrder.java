package fettle.project.example;

import fettle.project.sqlite.Database;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Sorts rows by the texts that lists show of them. Few are read and compared; for many the database ranks all rows once,
/// and the ranks, a number per row, are kept until a text changes.
final class TextOrder {

    /// Below this number, texts are sorted in memory.
    private static final int FEW = 5000;

    private final Database database;
    private final Shelf shelf;
    private final Map<String, int[]> ranks = new HashMap<>();
    private long version = -1;

    TextOrder(Database database, Shelf shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    /// Puts the places, which are in import order, into the order of `question` or `answer`; rows without one come last.
    int[] sorted(int[] places, String field, boolean descending) throws IOException {
        if (places.length < FEW) {
            return fewSorted(places, field, descending);
        }
        RowOrder.sort(places, ranks(field), descending);
        return places;
    }

    private int[] fewSorted(int[] places, String column, boolean descending) throws IOException {
        String[] texts = database.scan(sql -> {
            var all = new String[places.length];
            for (int index = 0; index < places.length; index++) {
                all[index] = sql.one("SELECT " + column + " FROM body WHERE id = ?", row -> row.getString(1),
                        places[index] + 1).orElse("");
            }
            return all;
        });
        Comparator<Integer> byText = Comparator.comparing(index -> texts[index]);
        Comparator<Integer> blankLast = Comparator.comparing(index -> texts[index].isEmpty());
        return IntStream.range(0, places.length).boxed()
                .sorted(blankLast.thenComparing(descending ? byText.reversed() : byText))
                .mapToInt(index -> places[index]).toArray();
    }

    /// By place, the rank of the text among all: equal for equal texts.
    private synchronized int[] ranks(String column) throws IOException {
        long now = shelf.read(Columns::textVersion);
        if (version != now) {
            version = now;
            ranks.clear();
        }
        int[] known = ranks.get(column);
        if (known == null) {
            known = rank(column, shelf.read(Columns::size));
            ranks.put(column, known);
        }
        return known;
    }

    private int[] rank(String column, int size) throws IOException {
        int[] all = new int[size];
        Arrays.fill(all, Column.BLANK);
        database.scan(sql -> {
            var before = new Object() {
                private String text = "";
                private int rank;
            };
            sql.each("SELECT id, " + column + " FROM body WHERE " + column + " <> '' ORDER BY " + column, row -> {
                String text = row.getString(2);
                before.rank += text.equals(before.text) ? 0 : 1;
                before.text = text;
                int place = row.getInt(1) - 1;
                if (place < size) { // else it came in just now
                    all[place] = before.rank;
                }
                return !Thread.currentThread().isInterrupted();
            });
            return all;
        });
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped");
        }
        return all;
    }
}
