package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStatus;
import fettle.example.ExampleView;
import fettle.example.Remarks;
import fettle.example.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project of format 1: five rows, of which one was deleted and one's import undone; all that it holds is found again.
final class OldFormatTest {

    @TempDir
    private Path temporary;

    @BeforeEach
    void makeFormat1() throws IOException, SQLException {
        Path folder = Files.createDirectory(temporary.resolve("old"));
        Files.writeString(folder.resolve("fettle.yaml"), "name: old\n");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                var statement = connection.createStatement()) {
            for (String sql : script().split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            for (int id = 1; id <= 5; id++) {
                String json = "{\"messages\":[{\"role\":\"user\",\"content\":\"q" + id
                        + "\"},{\"role\":\"assistant\",\"content\":\"a " + id + "\"}]}";
                int flags = id == 2 || id == 5 ? 1 : id == 3 ? 2 : 0;
                statement.execute("INSERT INTO meta (id, status, tokens, assistant, turns, flags, split, tags, origin,"
                        + " line, hash) VALUES (" + id + ", " + (id == 4 ? 1 : 0) + ", 17, 2, 2, " + flags
                        + ", 0, 0, 0, " + id + ", " + id + ")");
                statement
                        .execute("INSERT INTO body VALUES (" + id + ", 'q" + id + "', 'a " + id + "', '" + json + "')");
            }
            statement.execute("INSERT INTO generated VALUES (3, '{\"messages\":[]}')");
            statement.execute("INSERT INTO origin VALUES (0, '{\"source\":\"faq.csv\",\"sourceId\":\"s1\"}')");
            statement.execute("INSERT INTO tags VALUES (0, '[\"faq\"]')");
            statement.execute("INSERT INTO history VALUES (1, 0, 0, 5, 4, 'Imported faq.csv'),"
                    + " (2, 1, 0, 6, 1, 'Deleted 1 example'), (3, 2, 0, 7, 1, 'Approved 1 example'),"
                    + " (4, 3, 1, 8, 1, 'Imported more.csv')");
            statement.execute("INSERT INTO added VALUES (1, 1, 4), (4, 5, 5)");
            statement.execute("INSERT INTO change VALUES (2, 2, 5, 0, 1), (3, 4, 2, 0, 1)");
            statement.execute("PRAGMA user_version=1");
        }
    }

    private static String script() throws IOException {
        try (var in = OldFormatTest.class.getResourceAsStream("format1.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isBroughtUpToDateWithAllRowsAndItsHistory() throws Exception {
        try (Project project = new Projects(text -> text.split(" ", -1).length).open(temporary.resolve("old"))) {
            var examples = project.examples();
            assertEquals(3, examples.size());
            assertEquals(List.of(1L, 3L, 4L), ids(project, ""));
            assertEquals(List.of(2L), ids(project, "bin = yes"));
            Example third = examples.find(3).orElseThrow();
            assertEquals(true, third.edited());
            assertEquals(List.of("faq"), third.tags());
            assertEquals("faq.csv", third.origin().source());
            assertEquals(Remarks.NONE, third.remarks());
            examples.awaitCounts();
            assertEquals(List.of(1L, 3L, 4L), ids(project, "trainedTokens = 2"));

            assertEquals("Approved 1 example", examples.undo().orElseThrow().sentence());
            assertEquals(ExampleStatus.DRAFT, examples.find(4).orElseThrow().status());
            assertEquals("Deleted 1 example", examples.undo().orElseThrow().sentence());
            assertEquals(List.of(1L, 2L, 3L, 4L), ids(project, ""));
            for (int step = 2; step <= 4; step++) {
                assertEquals(step, examples.redo().orElseThrow().number());
            }
            assertEquals(List.of(1L, 3L, 4L, 5L), ids(project, ""));
            assertEquals(List.of(false, false, false, false),
                    examples.history().stream().map(Step::undone).toList());
            examples.apply(List.of(new Change.SetRating(1, 4)), "Rated 1 example");
        }
        try (Project project = new Projects(String::length).read(temporary.resolve("old"))) {
            assertEquals(List.of(1L), ids(project, "rating = 4"));
        }
    }

    private static List<Long> ids(Project project, String filter) throws IOException {
        ExampleView view = project.examples().view(new ExampleQuery(ExampleFilter.parse(filter), "", "", false));
        var ids = new ArrayList<Long>();
        for (int index = 0; index < view.size(); index++) {
            ids.add(view.id(index));
        }
        return ids;
    }
}
