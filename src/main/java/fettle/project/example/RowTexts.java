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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Filters by texts that stand in no column, by reading rows.
final class RowTexts {

    private final TextScan scan;
    private final TextSearch searching;

    RowTexts(Database database, TextSearch searching) {
        this.scan = new TextScan(database);
        this.searching = searching;
    }

    /// Keeps the rows that a search finds.
    void retain(BitSet found, String search) throws IOException {
        searching.retain(found, SearchText.parse(search));
    }

    /// The first of the rows that a search finds, in import order; at most `count`.
    int[] first(BitSet rows, String search, int count) throws IOException {
        return searching.first(rows, SearchText.parse(search), count);
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
}
