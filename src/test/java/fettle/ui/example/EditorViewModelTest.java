package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.ui.example.filter.QueryModel;
import fettle.ui.session.Moment;
import fettle.ui.example.editor.Saving;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.EditedTurn;
import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.ExampleStatus;
import fettle.example.shape.Messages;
import fettle.example.shape.Pairs;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.ui.example.editor.EditorState.Saved;
import fettle.ui.session.Picked;
import fettle.ui.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The screen without a toolkit: the screen is a queue which the test drains, moments end when the test says so.
final class EditorViewModelTest {

    @TempDir
    private Path folder;
    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<Waiting> moments = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Session session = new Session(new Jobs(screen::add), new Jobs(screen::add), screen::add);
    private final Saving saving = new Saving(session);
    private final EditorViewModel editor = new EditorViewModel(session, saving, Rows::words, this::moment);
    private final ExamplesViewModel examples = new ExamplesViewModel(session, saving, editor,
            new QueryModel(this::moment), said::add);
    private Project project;
    private boolean closed;

    private static final class Waiting implements Moment {

        private final long millis;
        private Runnable then = () -> {};
        private int restarts;

        Waiting(long millis) {
            this.millis = millis;
        }

        @Override
        public void restart(Runnable next) {
            then = next;
            restarts++;
        }

        @Override
        public void cancel() {
            then = () -> {};
        }
    }

    private Moment moment(long millis) {
        var waiting = new Waiting(millis);
        moments.add(waiting);
        return waiting;
    }

    @BeforeEach
    void open() throws Exception {
        project = Rows.project(folder.resolve("p"), 20);
        session.beforeClosing(() -> {
            editor.save();
            return saving.last();
        });
        session.open(project);
        examples.begin(-1);
        until(() -> editor.currentId() == 1 && editor.turns().size() == 3);
    }

    @AfterEach
    void close() throws Exception {
        if (!closed) {
            project.close();
        }
    }

    @Test
    void whatIsTypedIsWrittenAMomentLaterAndTheAreasStay() throws Exception {
        EditedTurn answer = editor.turns().getLast();
        type("Written by hand.");
        assertEquals(new Saved.Underway(), editor.savedProperty().get());
        pass();
        until(() -> editor.savedProperty().get().equals(new Saved.Done()) && session.isQuiet());
        drain();
        assertEquals("Written by hand.", answerOf(1));
        assertSame(answer, editor.turns().getLast());
        until(() -> editor.tokensProperty().get().turns().getLast() == 3);
    }

    @Test
    void theRejectedAnswerOfAPairIsWrittenLikeAnyOther() throws Exception {
        ObjectNode pair = Rows.chat(Rows.SYSTEM, "Is it lit?", "Yes, since four.");
        Pairs.reject(pair, 1, BodyJson.mapper().createArrayNode()
                .add(Messages.message("assistant", "Yes, since five.")));
        project.examples().apply(List.of(new Change.SetBody(2, pair)), "Made a pair");
        editor.open(2);
        until(() -> editor.currentId() == 2 && editor.turns().size() == 3 && session.isQuiet());
        EditedTurn rejected = editor.rejectedTurns().getFirst();
        rejected.text(rejected.words().getFirst()).set("No.");
        pass();
        until(() -> BodyJson.write(project.examples().find(2).orElseThrow().body()).endsWith(
                "\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"No.\"}]}") && session.isQuiet());
        assertEquals("Edited the rejected answer of example 0002", project.examples().history().getLast().sentence());
        project.examples().undo();
        assertEquals(pair, project.examples().find(2).orElseThrow().body());
    }

    @Test
    void whoTypesOnWithoutARestHasItWrittenAllTheSame() throws Exception {
        type("One");
        type("One, two");
        Waiting longest = moments.stream().filter(moment -> moment.restarts == 1 && moment.millis > 500).findFirst()
                .orElseThrow();
        assertTrue(longest.millis <= 900, "with the write it is a second at most");
        longest.then.run();
        until(() -> answerOf(1).equals("One, two") && session.isQuiet());
        type("One, two, three");
        assertEquals(2, longest.restarts, "the next key begins to wait anew");
    }

    @Test
    void whatIsTypedInOneGoIsOneStepAndWhatIsTypedBackIsNone() throws Exception {
        String before = answerOf(1);
        int steps = project.examples().history().size();
        for (String words : List.of("One", "One, two", "One, two, three")) {
            type(words);
            pass();
            until(() -> answerOf(1).equals(words) && session.isQuiet());
        }
        assertEquals(steps + 1, project.examples().history().size());
        assertEquals("Edited the answer of example 0001", project.examples().history().getLast().sentence());
        project.examples().undo();
        assertEquals(before, answerOf(1));
        project.examples().redo();
        drain();

        type(before);
        pass();
        until(() -> answerOf(1).equals(before) && session.isQuiet());
        assertEquals(steps, project.examples().history().size());
    }

    @Test
    void leavingTheRowWritesAtOnceAndUndoBringsTheTextBack() throws Exception {
        String before = answerOf(1);
        type("Something else.");
        examples.move(1);
        until(() -> answerOf(1).equals("Something else.") && editor.currentId() == 2);
        examples.undo();
        until(() -> said.contains("Undone: Edited the answer of example 0001"));
        assertEquals(before, answerOf(1));
    }

    @Test
    void aTextThatCouldNotBeWrittenStaysAndSaysSo() throws Exception {
        project.close();
        closed = true;
        type("Not lost.");
        pass();
        until(() -> editor.savedProperty().get() instanceof Saved.Failed);
        assertTrue(session.problemProperty().get().isPresent());
        assertEquals("Not lost.", answerOnScreen());
        assertTrue(saving.unsaved(1).isPresent());
    }

    @Test
    void closingTheProjectWritesWhatWasTypedFirst() throws Exception {
        type("At the last moment.");
        session.closeProject();
        closed = true;
        until(session::isQuiet);
        try (Project again = new Projects(Rows::words).open(folder.resolve("p"))) {
            assertEquals("At the last moment.", again.examples().find(1).orElseThrow().turns().getLast().text());
        }
    }

    @Test
    void aDecisionThatTakesTheRowOutOfTheListOpensTheNext() throws Exception {
        assertTrue(examples.query().add("status = draft"));
        until(() -> examples.note().getValue().endsWith(" of 20"));
        long first = examples.table().openProperty().get();
        examples.decide(ExampleStatus.APPROVED);
        until(() -> examples.table().openProperty().get() != first && session.isQuiet());
        assertEquals(ExampleStatus.APPROVED, project.examples().find(first).orElseThrow().status());
        assertFalse(examples.query().add("tokens ? 3"));
        assertEquals("The filter is wrong at column 8: a comparison was expected. "
                + "Comparisons of `tokens` are = != < <= > >=.", examples.query().problemProperty().get().sentence());
    }

    @Test
    void goingBackToTheGeneratedAnswerIsAStepOfItsOwn() throws Exception {
        editor.restoreGenerated();
        until(() -> answerOf(1).startsWith("Sure, great question."));
        assertEquals("Went back to the generated answer of example 0001",
                project.examples().history().getLast().sentence());
    }

    @Test
    void whatAnotherScreenPointsOutIsAllThatIsShown() throws Exception {
        examples.narrow(new Picked("empty answer", List.of(9L, 4L, 99L)).detail());
        until(() -> examples.note().getValue().equals("2 of 20") && editor.currentId() == 9);
        assertArrayEquals(new long[]{4, 9}, examples.shownIds());

        examples.narrow("id >= 5 and id <= 7");
        until(() -> examples.note().getValue().equals("3 of 20") && editor.currentId() == 5);
        assertEquals("id 5..7", examples.query().text());

        examples.query().clear();
        until(() -> examples.note().getValue().equals("20"));
    }

    private void type(String words) {
        EditedTurn answer = editor.turns().getLast();
        answer.text(answer.words().getLast()).set(words);
    }

    private String answerOnScreen() {
        EditedTurn answer = editor.turns().getLast();
        return answer.text(answer.words().getLast()).get();
    }

    private String answerOf(long id) throws Exception {
        return project.examples().find(id).orElseThrow().turns().getLast().text();
    }

    /// Lets every moment end.
    private void pass() {
        for (Waiting moment : List.copyOf(moments)) {
            Runnable then = moment.then;
            moment.cancel();
            then.run();
        }
    }

    private void drain() {
        for (Runnable next = screen.poll(); next != null; next = screen.poll()) {
            next.run();
        }
    }

    private void until(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        drain();
        while (!holds.call()) {
            assertTrue(System.nanoTime() < end, "it never came: state " + editor.stateProperty().get());
            Runnable next = screen.poll(50, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
            drain();
        }
    }
}
