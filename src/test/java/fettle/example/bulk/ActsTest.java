package fettle.example.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.project.TemporaryProject;
import fettle.example.bulk.LookAhead.Slice.Bounds;
import fettle.example.bulk.Replace.Sought;
import fettle.job.Progress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Acts on many rows: what becomes of each, one step, all or nothing.
final class ActsTest {

    private static final String TALK = """
            {"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"a"},\
            {"role":"assistant","content":"b"},{"role":"user","content":"c"},{"role":"assistant","content":"d"}]}""";
    private static final String BARE = """
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}]}""";

    private final fettle.example.ExampleStore store = TemporaryProject.examples(TALK, BARE,
            "{\"text\":\"no conversation\"}");

    private Example row(long id) throws Exception {
        return store.find(id).orElseThrow();
    }

    private String body(RowAct act, long id) throws Exception {
        return act.on(row(id)).body().map(Object::toString).orElse("same");
    }

    @Test
    void theSystemTextIsReplacedPutInFrontOrTakenOut() throws Exception {
        assertEquals(TALK.replace("Be kind.", "Be brief."), body(Acts.system("Be brief."), 1));
        assertEquals(
                BARE.replace("[{\"role\":\"user\"",
                        "[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\""),
                body(Acts.system("Be brief."), 2));
        assertEquals("same", body(Acts.system("Be kind."), 1));
        assertEquals(TALK.replace("{\"role\":\"system\",\"content\":\"Be kind.\"},", ""), body(Acts.removeSystem(), 1));
        assertEquals("same", body(Acts.removeSystem(), 2));
        assertEquals("same", body(Acts.system("x"), 3), "a row that is no conversation stays as it is");
    }

    @Test
    void weightsAreSetOnAllAnswersOrOnAllButTheLast() throws Exception {
        assertEquals(TALK.replace("\"content\":\"b\"", "\"content\":\"b\",\"weight\":0"),
                body(Acts.weight(false, true), 1));
        assertEquals(TALK.replace("\"content\":\"b\"", "\"content\":\"b\",\"weight\":0")
                .replace("\"content\":\"d\"", "\"content\":\"d\",\"weight\":0"), body(Acts.weight(false, false), 1));
        assertEquals("same", body(Acts.weight(true, false), 1), "no weight is 1");
        assertEquals(BARE.replace(":0}", ":1}"), body(Acts.weight(true, false), 2));
    }

    @Test
    void aRowIsLookedAtBeforeItIsChanged() throws Exception {
        var act = new Replace(new Sought("b", "B", false, true, true), Set.of("assistant"));
        var slice = new LookAhead(store, act, new long[]{3, 1, 2}, new Bounds(0, 1, 10_000)).run(Progress.UNWATCHED);
        assertEquals(3, slice.next());
        assertEquals(2, slice.rows());
        assertEquals(List.of(1L), slice.changed().stream().map(changed -> changed.before().id()).toList());
        assertEquals(TALK, row(1).body().toString());
    }

    @Test
    void manyRowsAreOneStepWithoutThoseThatWereLeftOut() throws Exception {
        var acted = new ActOnRows(store, Acts.status(ExampleStatus.APPROVED), () -> new long[]{1, 2, 3}, Set.of(2L),
                rows -> "Approved " + rows + " examples").run(Progress.UNWATCHED);
        assertEquals(new ActOnRows.Acted(2, 2, 3), acted);
        assertEquals(List.of("Began", "Approved 2 examples"),
                store.history().stream().map(step -> step.sentence()).toList());
        assertEquals(ExampleStatus.DRAFT, row(2).status());
        store.undo();
        assertEquals(ExampleStatus.DRAFT, row(1).status());
    }

    @Test
    void stoppedWorkLeavesEverythingAsItWas() throws Exception {
        Progress stopping = new Progress() {
            @Override
            public void report(long done, long total, String note) {}

            @Override
            public void stopIfCancelled() throws InterruptedException {
                throw new InterruptedException("stopped");
            }
        };
        var work = new ActOnRows(store, Acts.addTag("x"), () -> new long[]{1, 2}, Set.of(), rows -> "Tagged " + rows);
        assertThrows(InterruptedException.class, () -> work.run(stopping));
        assertTrue(row(1).tags().isEmpty());
        assertEquals(1, store.history().size());
    }

    @Test
    void tagsAreAddedRemovedAndSet() throws Exception {
        store.apply(Acts.addTag(" gas ").on(row(1)).changes(), "Tagged");
        assertEquals(List.of("gas"), row(1).tags());
        assertTrue(Acts.addTag("gas").on(row(1)).isEmpty());
        assertTrue(Acts.removeTag("oil").on(row(1)).isEmpty());
        store.apply(Acts.setTags(List.of("oil", "", "lamp", "oil")).on(row(1)).changes(), "Tagged");
        assertEquals(List.of("oil", "lamp"), row(1).tags());
    }
}
