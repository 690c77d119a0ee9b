package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Change.Delete;
import fettle.example.Change.SetBody;
import fettle.example.Change.SetSplit;
import fettle.example.Change.SetStatus;
import fettle.example.Change.SetTags;
import fettle.example.Example;
import fettle.example.Example.Origin;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import fettle.example.Remarks;
import fettle.example.Step;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

final class ExampleStoreTest {

    @TempDir
    private Path temporary;

    private final Projects projects = new Projects(text -> text.split(" ", -1).length);
    private Project project;
    private ExampleStore store;

    @BeforeEach
    void create() throws IOException {
        project = projects.create(temporary.resolve("p"));
        store = project.examples();
    }

    @AfterEach
    void close() throws IOException {
        project.close();
    }

    @Test
    void aRowComesBackKeyForKey() throws IOException {
        String json = "{\"extra\":1.50,\"messages\":[{\"content\":\"Was? \\ud800 😀\",\"role\":\"user\"},"
                + "{\"role\":\"assistant\",\"content\":\"Ja\\u0000.\",\"weight\":1}],\"n\":12345678901234567890}";
        add(List.of(json));
        Example found = store.find(1).orElseThrow();
        assertEquals(BodyJson.read(json), found.body());
        assertEquals(new Origin("faq.jsonl", "s1", 1, "", "", "", ""), found.origin());
        reopen();
        assertEquals(BodyJson.read(json), store.find(1).orElseThrow().body());
    }

    @Test
    void listsShowTheFirstQuestionAndTheLastAnswerOnOneLine() throws IOException, InterruptedException {
        add(List.of("{\"messages\":[{\"role\":\"system\",\"content\":\"be kind\"},{\"role\":\"user\",\"content\":"
                + "\"one\\ntwo\"},{\"role\":\"assistant\",\"content\":\"no\"},{\"role\":\"user\",\"content\":\"three\"},"
                + "{\"role\":\"assistant\",\"content\":\"" + "x".repeat(300) + "\"}]}"));
        store.awaitCounts();
        // 3 for each of 5 messages, 5 roles, 2 + 1 + 1 + 1 + 1 words, 3 for the reply
        var expected = new ExampleRow(1, ExampleStatus.DRAFT, List.of("faq"), 5, 15 + 5 + 6 + 3, 2, false,
                new Origin("faq.jsonl", "s1", 0, "", "", "", ""), "one two", "x".repeat(200), Side.NONE, false,
                Remarks.NONE, 2, OptionalDouble.empty());
        assertEquals(expected, all().row(0));
    }

    @Test
    void exactRepeatsAreMarkedAndTheMarkFollowsEditsAndDeletes() throws IOException {
        assertEquals(List.of(false, false, true, true), add(List.of(chat("a", "1"), chat("b", "2"), chat("a", "1"),
                "{\"messages\":[{\"content\":\"a\",\"role\":\"user\"},{\"content\":\"1\",\"role\":\"assistant\"}]}")));
        assertEquals(List.of(false, false, true, true), duplicates());
        store.apply(List.of(new Delete(1)), "Deleted 1 example");
        assertEquals(List.of(false, false, true), duplicates());
        store.apply(List.of(new SetBody(3, body("b", "2"))), "Edited");
        assertEquals(List.of(false, true, false), duplicates());
        store.undo();
        store.undo();
        assertEquals(List.of(false, false, true, true), duplicates());
        assertEquals(List.of(true), add(List.of(chat("b", "2"))));
    }

    @Test
    void filtersAndSortsByEveryField() throws IOException, InterruptedException {
        add(List.of(chat("beta", "one two three"), chat("alpha", "x"), chat("gamma", "one two")));
        store.apply(List.of(new SetStatus(2, ExampleStatus.REJECTED), new SetTags(3, List.of("refund", "new")),
                new SetSplit(1, Side.TRAIN)), "Reviewed");
        store.awaitCounts();
        assertEquals(List.of(1L, 3L), ids("status != rejected"));
        assertEquals(List.of(3L), ids("tag = refund and tag = new"));
        assertEquals(List.of(1L, 2L), ids("tag != refund"));
        assertEquals(List.of(1L), ids("assistantTokens >= 3"));
        assertEquals(List.of(2L, 3L), ids("assistantTokens < 3"));
        assertEquals(List.of(1L), ids("split = train"));
        assertEquals(List.of(1L, 2L, 3L), ids("source = faq.jsonl and edited = false and duplicate = false"));
        assertEquals(List.of(2L), ids("question = alpha"));
        assertEquals(List.of(3L), ids("id > 2"));
        assertEquals(List.of(2L, 1L, 3L), sorted("question", false));
        assertEquals(List.of(1L, 3L, 2L), sorted("tokens", true));
        assertEquals(List.of(3L, 2L, 1L), sorted("", true));
        assertEquals(List.of(1L, 2L, 3L), sorted("source", false));
        for (String field : ExampleFilter.FIELDS) {
            if (field.equals("text")) {
                continue;
            }
            assertEquals(3, sorted(field, false).size());
        }
        assertEquals("filter", assertThrows(ExpectedException.class, () -> ids("tokens > many")).kind());
        assertEquals("filter", assertThrows(ExpectedException.class, () -> ids("status = done")).kind());
        assertEquals("filter", assertThrows(ExpectedException.class, () -> sorted("colour", false)).kind());
    }

    @Test
    void searchFindsWordsInTextsAndNotInKeys() throws IOException {
        add(List.of(chat("Wo ist die Straße?", "In \"Köln\"."), chat("日本語の文", "はい"), chat("role", "nothing")));
        assertEquals(List.of(1L), search("straße köln"));
        assertEquals(List.of(1L), search("\"KÖLN\""));
        assertEquals(List.of(2L), search("本語"));
        assertEquals(List.of(3L), search("ROLE"));
        assertEquals(List.of(), search("content"));
        assertEquals(List.of(1L, 2L, 3L), search("  "));
    }

    @Test
    void theGeneratedBodyIsKeptWhileTheRowDiffersFromIt() throws IOException {
        add(List.of(chat("q", "first")));
        store.apply(List.of(new SetBody(1, body("q", "second"))), "Edited example 1");
        store.apply(List.of(new SetBody(1, body("q", "third"))), "Edited example 1");
        assertEquals(Optional.of(body("q", "first")), store.find(1).orElseThrow().generated());
        assertTrue(all().row(0).edited());
        store.apply(List.of(new SetBody(1, body("q", "first"))), "Edited example 1");
        assertEquals(Optional.empty(), store.find(1).orElseThrow().generated());
        assertFalse(all().row(0).edited());
        store.undo();
        assertEquals(Optional.of(body("q", "first")), store.find(1).orElseThrow().generated());
        assertEquals(body("q", "third"), store.find(1).orElseThrow().body());
    }

    @Test
    void undoAndRedoGoOnAfterReopening() throws IOException {
        add(List.of(chat("q", "a"), chat("r", "b")));
        store.apply(List.of(new SetBody(1, body("q", "better"))), "Edited example 1");
        store.apply(List.of(new SetStatus(1, ExampleStatus.APPROVED), new SetStatus(2, ExampleStatus.APPROVED)),
                "Approved 2 examples");
        reopen();
        assertEquals("Approved 2 examples", store.undo().orElseThrow().sentence());
        assertEquals("Edited example 1", store.undo().orElseThrow().sentence());
        assertEquals(body("q", "a"), store.find(1).orElseThrow().body());
        assertEquals(ExampleStatus.DRAFT, all().row(0).status());
        reopen();
        assertEquals("Added", store.undo().orElseThrow().sentence());
        assertEquals(0, store.size());
        assertEquals(Optional.empty(), store.undo());
        assertEquals(3, store.history().stream().filter(Step::undone).count());
        reopen();
        assertEquals(List.of(1L, 2L, 3L), IntStream.range(0, 3).mapToObj(_ -> redone()).toList());
        assertEquals(Optional.empty(), store.redo());
        assertEquals(body("q", "better"), store.find(1).orElseThrow().body());
        assertEquals(ExampleStatus.APPROVED, all().row(1).status());
    }

    @Test
    void actingAfterUndoLeavesTheUndoneStepsBehind() throws IOException {
        add(List.of(chat("q", "a")));
        store.apply(List.of(new SetTags(1, List.of("one"))), "Tagged");
        store.undo();
        store.apply(List.of(new SetTags(1, List.of("two", " two ", ""))), "Tagged otherwise");
        assertEquals(Optional.empty(), store.redo());
        assertEquals(List.of("Added", "Tagged otherwise"),
                store.history().stream().filter(Step::done).map(Step::sentence).toList());
        store.undo();
        assertEquals(List.of("faq"), all().row(0).tags());
        store.redo();
        assertEquals(List.of("two"), all().row(0).tags());
    }

    @Test
    void changesThatChangeNothingMakeNoStep() throws IOException {
        add(List.of(chat("q", "a")));
        assertEquals(1, store.apply(List.of(new SetBody(1, body("q", "a")), new SetTags(1, List.of("faq"))), "Edited"));
        assertEquals(1, store.history().size());
        store.add("Imported nothing").close();
        assertEquals(1, store.history().size());
    }

    @Test
    void aRowThatIsNotThereIsNamedAndNothingIsChanged() throws IOException {
        add(List.of(chat("q", "a")));
        List<Change> changes = List.of(new SetStatus(1, ExampleStatus.APPROVED), new Delete(99));
        var refused = assertThrows(ExpectedException.class, () -> store.apply(changes, "Mixed"));
        assertEquals("There is no example 99.", refused.getMessage());
        assertEquals(ExampleStatus.DRAFT, all().row(0).status());
        assertEquals(1, store.history().size());
    }

    @Test
    void anAdditionThatWasUndoneWhileItRanGoesOnAsANewStep() throws IOException {
        try (Addition addition = store.add("Generated")) {
            addition.add(example(chat("q", "1"), 1));
            addition.flush();
            store.undo();
            addition.add(example(chat("q", "2"), 2));
        }
        assertEquals(1, store.size());
        assertEquals(body("q", "2"), store.find(2).orElseThrow().body());
        assertEquals(Optional.empty(), store.redo());
    }

    @Test
    void countsGoOnInTheNextOpeningAndListenersHearOfThem() throws IOException, InterruptedException {
        add(IntStream.range(0, 3000).mapToObj(number -> chat("q " + number, "a")).toList());
        reopen();
        var heard = new AtomicInteger();
        store.onChange(heard::incrementAndGet);
        store.awaitCounts();
        ExampleView all = all();
        for (int index = 0; index < all.size(); index++) {
            assertEquals(6 + 2 + 2 + 1 + 3, all.row(index).tokens());
        }
        assertTrue(heard.get() > 0);
        store.apply(List.of(new SetBody(7, body("q", "a b c d"))), "Edited");
        store.awaitCounts();
        assertEquals(4, all.row(6).assistantTokens());
    }

    @Test
    void aReaderSeesWhatTheHolderChangesAndChangesNothing() throws IOException, InterruptedException {
        add(List.of(chat("q", "a")));
        try (Project second = projects.open(project.folder())) {
            ExampleStore reader = second.examples();
            assertEquals(1, reader.view(ExampleQuery.ALL).size());
            add(List.of(chat("r", "b")));
            assertEquals(2, reader.view(ExampleQuery.ALL).size());
            reader.awaitCounts();
            assertTrue(reader.view(ExampleQuery.ALL).row(1).tokens() > 0);
            var refused = assertThrows(ExpectedException.class,
                    () -> reader.apply(List.of(new Delete(1)), "Deleted"));
            assertEquals("read-only", refused.kind());
            assertThrows(ExpectedException.class, () -> reader.add("Imported"));
        }
    }

    @Test
    void aFullDiskIsOneSentenceAndEarlierRowsAreSafe() throws IOException {
        add(List.of(chat("q", "a")));
        var database = ((ProjectFolder) project).database();
        long pages = database.read(sql -> sql.number("PRAGMA page_count"));
        database.pragma("PRAGMA max_page_count=" + (pages + 2));
        String large = "x".repeat(100_000);
        var full = assertThrows(ExpectedException.class, () -> add(List.of(chat("large", large))));
        assertEquals("disk-full", full.kind());
        assertThrows(ExpectedException.class,
                () -> store.apply(List.of(new SetBody(1, body("q", large))), "Edited"));
        assertEquals(1, all().size());
        assertEquals(body("q", "a"), store.find(1).orElseThrow().body());
        database.pragma("PRAGMA max_page_count=1000000");
        add(List.of(chat("large", large)));
        store.apply(List.of(new SetTags(1, List.of("fresh"))), "Tagged");
        reopen();
        assertEquals(2, store.size());
        assertEquals(List.of("fresh"), all().row(0).tags());
        assertEquals(List.of("Added", "Added", "Tagged"), store.history().stream().map(Step::sentence).toList());
    }

    private long redone() {
        try {
            return store.redo().orElseThrow().number();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<Boolean> add(List<String> bodies) throws IOException {
        var repeats = new ArrayList<Boolean>();
        try (Addition addition = store.add("Added")) {
            for (String body : bodies) {
                repeats.add(addition.add(example(body, repeats.size() + 1)));
            }
        }
        return repeats;
    }

    private static NewExample example(String body, int line) {
        return new NewExample(BodyJson.read(body), List.of("faq"),
                new Origin("faq.jsonl", "s1", line, "", "", "", ""));
    }

    private static ObjectNode body(String question, String answer) {
        return BodyJson.read(chat(question, answer));
    }

    private static String chat(String question, String answer) {
        var body = BodyJson.mapper().createObjectNode();
        var messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", question);
        messages.addObject().put("role", "assistant").put("content", answer);
        return BodyJson.write(body);
    }

    private ExampleView all() throws IOException {
        return store.view(ExampleQuery.ALL);
    }

    private List<Boolean> duplicates() throws IOException {
        ExampleView view = all();
        var marks = new ArrayList<Boolean>();
        for (int index = 0; index < view.size(); index++) {
            marks.add(view.row(index).duplicate());
        }
        return marks;
    }

    private List<Long> ids(String filter) throws IOException {
        return ids(new ExampleQuery(ExampleFilter.parse(filter), "", "", false));
    }

    private List<Long> sorted(String field, boolean descending) throws IOException {
        return ids(new ExampleQuery(List.of(), "", field, descending));
    }

    private List<Long> search(String words) throws IOException {
        return ids(new ExampleQuery(List.of(), words, "", false));
    }

    private List<Long> ids(ExampleQuery query) throws IOException {
        ExampleView view = store.view(query);
        List<Long> ids = IntStream.range(0, view.size()).mapToObj(view::id).toList();
        for (int index = 0; index < ids.size(); index++) {
            assertEquals(index, view.indexOf(ids.get(index)));
        }
        assertEquals(-1, view.indexOf(1000));
        return ids;
    }

    private void reopen() throws IOException {
        project.close();
        project = projects.open(temporary.resolve("p"));
        store = project.examples();
    }
}
