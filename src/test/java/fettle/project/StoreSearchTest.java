package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.bench.ChatRows;
import fettle.example.BodyJson;
import fettle.example.BodyTexts;
import fettle.example.Change;
import fettle.example.Example.Origin;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import fettle.example.SearchText;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Searching finds the same, whether rows are in the index, are not yet, or have changed since.
final class StoreSearchTest {

    private static final List<String> SEARCHES = List.of("the", "refund ", "refun", "needlework", "模型",
            "\"refund policy\"",
            "the -refund", "-the", "look_up", "🎉", "café", "of \"the following\"", "changed", "-changed 模型", "th*",
            "order state");

    @TempDir
    private Path folder;

    private final Projects projects = new Projects(text -> 1);

    @Test
    void findsTheSameWithTheIndexHalfOfItAndNone() throws Exception {
        try (Project project = projects.create(folder.resolve("p"))) {
            ExampleStore store = project.examples();
            bringIn(store, 400);
            check(store);
            store.awaitSearch();
            check(store);
            var random = new Random(3);
            for (int turn = 0; turn < 2; turn++) {
                var changes = new ArrayList<Change>();
                for (long id : random.longs(60, 1, 400).distinct().toArray()) {
                    changes.add(
                            id % 9 == 0 ? new Change.Delete(id) : new Change.SetBody(id, Walk.body("changed " + id)));
                }
                store.apply(changes, "Changed");
                check(store);
                if (turn % 2 == 0) {
                    store.undo();
                    check(store);
                    store.awaitSearch();
                    check(store);
                }
            }
        }
    }

    @Test
    void catchesUpWhenTheIndexIsGoneOrDamagedOrTheRowsAreOthers() throws Exception {
        Path path = folder.resolve("p");
        try (Project project = projects.create(path)) {
            bringIn(project.examples(), 300);
            project.examples().awaitSearch();
        }
        byte[] index = Files.readAllBytes(path.resolve("search.db"));
        Files.delete(path.resolve("search.db"));
        try (Project project = projects.open(path)) {
            check(project.examples());
            project.examples().awaitSearch();
            project.examples().apply(List.of(new Change.SetBody(7, Walk.body("changed"))), "Changed");
            project.examples().awaitSearch();
        }
        Files.write(path.resolve("search.db"), index); // as of before the change
        try (Project project = projects.open(path)) {
            check(project.examples());
        }
        Files.write(path.resolve("search.db"), new byte[50_000]);
        try (Project project = projects.open(path)) {
            check(project.examples());
            project.examples().awaitSearch();
            check(project.examples());
        }
    }

    @Test
    void whoeverOnlyReadsSearchesWhatIsThereAndReadsTheRest() throws Exception {
        Path path = folder.resolve("p");
        try (Project project = projects.create(path)) {
            bringIn(project.examples(), 200);
            project.examples().awaitSearch();
            bringIn(project.examples(), 200);
            try (Project reader = projects.read(path)) {
                check(reader.examples());
                project.examples().awaitSearch();
                check(reader.examples());
                reader.examples().awaitSearch();
            }
        }
    }

    @Test
    void theFirstPageIsTheBeginningOfTheView() throws Exception {
        try (Project project = projects.create(folder.resolve("p"))) {
            ExampleStore store = project.examples();
            bringIn(store, 900);
            for (int turn = 0; turn < 2; turn++) {
                for (String search : SEARCHES) {
                    firstPages(store, search);
                }
                store.awaitSearch();
                store.apply(List.of(new Change.SetBody(500, Walk.body("the refund changed 模型"))), "Changed");
            }
        }
    }

    private static void firstPages(ExampleStore store, String search) throws IOException {
        for (String sort : List.of("", "turns", "id")) {
            for (String where : List.of("", "turns > 2")) {
                var query = new ExampleQuery(ExampleFilter.parse(where), search, sort, !sort.isEmpty());
                ExampleView page = store.firstPage(query, 30);
                assertEquals(ids(store.view(query)).stream().limit(30).toList(), ids(page), search + " by " + sort);
            }
        }
    }

    @Test
    void saysWhatCannotBeSearchedFor() throws Exception {
        try (Project project = projects.create(folder.resolve("p"))) {
            var thrown = assertThrows(ExpectedException.class, () -> found(project.examples(), "?!"));
            assertEquals("search", thrown.kind());
        }
    }

    @Test
    void expressionsLookThroughWholeTexts() throws Exception {
        try (Project project = projects.create(folder.resolve("p"))) {
            ExampleStore store = project.examples();
            bringIn(store, 0);
            add(store, List.of(Walk.body("x".repeat(300) + " far behind")));
            var where = ExampleFilter.parse("answer ~ \"FAR\\s+behind$\"");
            assertEquals(1, store.view(new ExampleQuery(where, "", "", false)).size());
            var hanging = new ExampleQuery(ExampleFilter.parse("text ~ \"(x+x+)+y\""), "", "", false);
            var thrown = assertThrows(ExpectedException.class, () -> store.view(hanging));
            assertTrue(thrown.getMessage().contains("too many ways"), thrown.getMessage());
        }
    }

    private static void bringIn(ExampleStore store, int rows) throws IOException {
        Path file = Files.createTempFile("rows", ".jsonl");
        ChatRows.write(file, rows);
        add(store, Files.readAllLines(file).stream().map(BodyJson::read).toList());
        Files.delete(file);
    }

    private static void add(ExampleStore store, List<ObjectNode> rows) throws IOException {
        try (Addition addition = store.add("Added")) {
            for (ObjectNode row : rows) {
                addition.add(new NewExample(row, List.of(), Origin.UNKNOWN));
            }
        }
    }

    private static void check(ExampleStore store) throws IOException {
        List<Long> all = ids(store.view(ExampleQuery.ALL));
        List<List<String>> texts = new ArrayList<>();
        for (long id : all) {
            texts.add(BodyTexts.of(store.find(id).orElseThrow().body()));
        }
        for (String typed : SEARCHES) {
            SearchText search = SearchText.parse(typed);
            List<Long> expected = IntStream.range(0, all.size()).filter(row -> search.fits(texts.get(row)))
                    .mapToObj(all::get).toList();
            assertEquals(expected, found(store, typed), typed);
        }
    }

    private static List<Long> found(ExampleStore store, String search) throws IOException {
        return ids(store.view(new ExampleQuery(List.of(), search, "", false)));
    }

    private static List<Long> ids(ExampleView view) {
        return LongStream.range(0, view.size()).mapToObj(index -> view.id((int) index)).toList();
    }
}
