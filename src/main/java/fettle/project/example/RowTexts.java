package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.ExampleQuery.Condition;
import fettle.example.SearchText;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.project.example.TextScan.Fits;
import fettle.project.example.TextTest.Unanswered;
import fettle.project.sqlite.Database;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Filters and sorts by texts that stand in no column, by reading rows.
final class RowTexts {

    /// Below this number, texts are sorted in memory.
    private static final int FEW = 5000;
    private final Database database;
    private final TextScan scan;
    private final TextSearch searching;

    RowTexts(Database database, TextSearch searching) {
        this.database = database;
        this.scan = new TextScan(database);
        this.searching = searching;
    }

    /// Keeps the rows that a search finds.
    void retain(BitSet found, String search) throws IOException {
        searching.retain(found, SearchText.parse(search));
    }

    /// The first of the places, in their order, that a search finds; at most `count`.
    int[] first(int[] places, String search, int count) throws IOException {
        return searching.first(places, SearchText.parse(search), count);
    }

    /// Keeps the rows whose texts fit the condition.
    void retain(BitSet found, Condition condition) throws IOException {
        TextTest test = TextTest.of(condition);
        try {
            scan.retain(found, fits(condition, test));
        } catch (Unanswered unanswered) {
            throw unanswered.reason();
        }
    }

    /// Expressions are looked for in whole texts; what is compared otherwise are the texts as lists show them.
    private static Fits fits(Condition condition, TextTest test) throws ExpectedException {
        boolean matching = condition.op() == Condition.Op.MATCHES || condition.op() == Condition.Op.NOT_MATCHES;
        return switch (condition.field()) {
            case "question" -> matching
                    ? row -> test.test(firstOf("user", turns(row)))
                    : row -> test.test(row.getString(2));
            case "answer" -> matching
                    ? row -> test.test(firstOf("assistant", turns(row).reversed()))
                    : row -> test.test(row.getString(3));
            default -> {
                requireMatching(condition);
                yield row -> test.test(turns(row).stream().map(Turn::text).toList());
            }
        };
    }

    private static List<Turn> turns(ResultSet row) throws SQLException {
        return Turn.of(BodyJson.mapper().readValue(row.getBytes(4), ObjectNode.class));
    }

    private static String firstOf(String role, List<Turn> turns) {
        return turns.stream().filter(turn -> turn.role().equals(role)).findFirst().map(Turn::text).orElse("");
    }

    private static void requireMatching(Condition condition) throws ExpectedException {
        if (condition.op() != Condition.Op.MATCHES && condition.op() != Condition.Op.NOT_MATCHES) {
            throw new ExpectedException("filter", "`text` can be compared by ~ and !~ only.",
                    "Write `text ~ \"" + condition.value() + "\"`.");
        }
    }

    /// The rows in the order of a text; those without one come last.
    int[] sorted(BitSet found, String field, boolean descending) throws IOException {
        String column = field.equals("question") ? "question" : "answer";
        return found.cardinality() < FEW
                ? fewSorted(found, column, descending)
                : manySorted(found, column, descending);
    }

    private int[] fewSorted(BitSet found, String column, boolean descending) throws IOException {
        int[] places = Queries.places(found);
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

    /// Sorted by the database, which holds no more of them in memory than its cache.
    private int[] manySorted(BitSet found, String column, boolean descending) throws IOException {
        int[] places = new int[found.cardinality()];
        var size = new int[1];
        database.scan(sql -> {
            sql.each("SELECT id FROM body ORDER BY " + column + " = '', " + column + (descending ? " DESC" : "")
                    + ", id", row -> {
                        int place = row.getInt(1) - 1;
                        if (found.get(place)) {
                            places[size[0]++] = place;
                        }
                        return !Thread.currentThread().isInterrupted();
                    });
            return List.of();
        });
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped");
        }
        return places;
    }
}
