package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// So many rows that they are read on several threads, and changed as packed runs.
final class ManyRowsTest {

    private static final int ROWS = 60_000;

    @TempDir
    private Path temporary;

    @BeforeEach
    void fill() throws Exception {
        Path folder = temporary.resolve("many");
        new Projects(String::length).create(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO origin VALUES (0, '{\"source\":\"a.md\"}'), (1, '{\"source\":\"b.md\"}')");
            statement.execute("INSERT INTO tags VALUES (0, '[]'), (1, '[\"refund\"]')");
            statement.execute("INSERT INTO dataset VALUES (1, '\"side\"')");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                    + ") INSERT INTO meta (id, status, tokens, assistant, turns, flags, split, tags, origin, line, hash,"
                    + " rating, dataset, trained, lead) SELECT i, i % 3, i % 1000, i % 500, i % 7, 4 * (i % 2), i % 3,"
                    + " i % 2, i / 30000 % 2, i, i * 2654435761, i % 6, i % 2, i % 400, i % 300 FROM n WHERE i <> 77");
            statement.execute("INSERT INTO body SELECT id, 'q', 'a', '{\"messages\":[]}' FROM meta");
        }
    }

    private Project open() throws IOException {
        return new Projects(String::length).open(temporary.resolve("many"));
    }

    @Test
    void areReadAsTheyWereWritten() throws Exception {
        try (Project project = open()) {
            ExampleStore store = project.examples();
            assertEquals(ROWS - 1, store.size());
            ExampleView view = store.view(ExampleQuery.ALL);
            for (int index = 0; index < view.size(); index += 997) {
                ExampleRow row = view.row(index);
                int id = (int) row.id();
                assertEquals(List.of(id % 1000, id % 500, id % 400, id % 7, id % 6, id % 2),
                        List.of(row.tokens(), row.assistantTokens(), row.trainedTokens(), row.turns(),
                                row.remarks().rating(), row.tags().size()));
                assertEquals(id % 2 == 1, row.remarks().flagged());
                assertEquals(id % 2 == 1 ? "side" : "", row.remarks().dataset());
                assertEquals(id / 30000 % 2 == 0 ? "a.md" : "b.md", row.source());
            }
            assertEquals(ROWS / 3 - 1, ids(store, "status = rejected").size());
            assertEquals(-1, view.indexOf(77));
        }
    }

    @Test
    void areSortedByTheirTexts() throws Exception {
        try (Project project = open()) {
            ExampleStore store = project.examples();
            assertEquals(List.of(1L, 2L, 3L), first(store, "answer", false));
            assertEquals(List.of(1L, 2L, 3L), first(store, "answer", true));
            store.apply(List.of(new Change.SetBody(9, body("zebra")), new Change.SetBody(40_000, body("ab")),
                    new Change.SetBody(7, body(""))), "Edited 3 examples");
            assertEquals(List.of(9L, 40_000L, 1L), first(store, "answer", true));
            ExampleView view = store.view(new ExampleQuery(List.of(), "", "answer", false));
            assertEquals(List.of(40_000L, 9L, 7L), NaiveRows.ids(view).subList(ROWS - 4, ROWS - 1));
        }
    }

    private static ObjectNode body(String answer) {
        var body = BodyJson.mapper().createObjectNode();
        body.putArray("messages").addObject().put("role", "assistant").put("content", answer);
        return body;
    }

    private static List<Long> first(ExampleStore store, String sort, boolean descending) throws IOException {
        return NaiveRows.ids(store.view(new ExampleQuery(List.of(), "", sort, descending))).subList(0, 3);
    }

    @Test
    void changeTogetherAndBackAgain() throws Exception {
        List<Long> drafts;
        try (Project project = open()) {
            ExampleStore store = project.examples();
            drafts = ids(store, "status = draft");
            var changes = new ArrayList<Change>();
            ids(store, "rating > 1").forEach(id -> changes.add(new Change.SetStatus(id, ExampleStatus.APPROVED)));
            ids(store, "rating = 5").forEach(id -> changes.add(new Change.SetRating(id, 1)));
            ids(store, "tokens < 100").forEach(id -> changes.add(new Change.Delete(id)));
            store.apply(changes, "Changed many examples");
            check(store);
        }
        try (Project project = open()) {
            ExampleStore store = project.examples();
            check(store);
            assertEquals("Changed many examples", store.undo().map(Step::sentence).orElse(""));
            assertEquals(drafts, ids(store, "status = draft"));
            assertEquals(ROWS - 1, store.size());
            assertEquals(1, store.redo().orElseThrow().number());
            check(store);
        }
    }

    private static void check(ExampleStore store) throws IOException {
        assertEquals(List.of(), ids(store, "rating = 5 and bin = (yes, no)"));
        assertEquals(6000 - 1, ids(store, "bin = yes").size());
        assertEquals(List.of(), ids(store, "tokens < 100"));
        assertEquals(ROWS / 6 * 2 - 1, ids(store, "rating = 1 and bin = (yes, no)").size());
        assertEquals(ids(store, "rating > 1"), ids(store, "rating > 1 and status = approved"));
    }

    private static List<Long> ids(ExampleStore store, String filter) throws IOException {
        return NaiveRows.ids(store.view(new ExampleQuery(ExampleFilter.parse(filter), "", "", false)));
    }
}
