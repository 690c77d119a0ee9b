package fettle.ui.example.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleStatus;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.ui.example.Rows;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.Saving;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The review without a toolkit, on a real store: the screen is a queue which the test drains, the clock is the test's.
final class ReviewViewModelTest {

    @TempDir
    private Path folder;
    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Session session = new Session(new Jobs(screen::add), new Jobs(screen::add), screen::add);
    private final Saving saving = new Saving(session);
    private final EditorViewModel editor = new EditorViewModel(session, saving, Rows::words, _ -> new Never());
    private final List<Long> opened = new ArrayList<>();
    private final long[] now = {0};
    private final ReviewViewModel review = new ReviewViewModel(session, editor, editor.marks(),
            new Queue(() -> "status = draft", () -> LongStream.rangeClosed(1, 20).toArray(), opened::add),
            () -> now[0]);
    private Project project;

    private static final class Never implements Moment {

        @Override
        public void restart(Runnable then) {}

        @Override
        public void cancel() {}
    }

    @BeforeEach
    void open() throws Exception {
        project = Rows.project(folder.resolve("p"), 20);
        session.open(project);
        review.begin();
        until(() -> review.stateProperty().get() instanceof ReviewViewModel.State.On(_, var shown, var next)
                && shown.isPresent() && next.isPresent());
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void takesItsLastDecisionBack() throws Exception {
        now[0] = 9000;
        review.decide(ExampleStatus.REJECTED);
        until(() -> project.examples().find(1).orElseThrow().status() == ExampleStatus.REJECTED);
        var on = (ReviewViewModel.State.On) review.stateProperty().get();
        assertEquals(new ReviewViewModel.Place(1, 20, new ReviewViewModel.Tally(0, 1, 0, 9000), 9000), on.place());
        assertEquals("9 s each, 3 min left", ExampleWords.pace(on.place().millisEach(), on.place().left()));
        review.takeBack();
        until(() -> project.examples().find(1).orElseThrow().status() == ExampleStatus.DRAFT);
        review.end();
        assertFalse(review.reviewing().get());
    }

    @Test
    void aPauseDoesNotCountAndEveryDecisionCanBeTakenBack() throws Exception {
        for (int row = 1; row <= 12; row++) {
            now[0] += row == 5 ? 3_600_000 : 4000; // lunch
            review.decide(row % 2 == 0 ? ExampleStatus.APPROVED : ExampleStatus.REJECTED);
            int at = row;
            until(() -> review.stateProperty().get() instanceof ReviewViewModel.State.On(var place, var shown, _)
                    && place.position() == at && shown.isPresent());
        }
        var place = ((ReviewViewModel.State.On) review.stateProperty().get()).place();
        assertEquals(4000, place.millisEach());
        assertEquals(new ReviewViewModel.Tally(6, 6, 0, 44_000), place.tally());
        review.rate(5);
        until(() -> project.examples().find(13).orElseThrow().remarks().rating() == 5);
        for (int back = 0; back < 13; back++) {
            review.takeBack();
            until(() -> review.stateProperty().get() instanceof ReviewViewModel.State.On(_, var shown, _)
                    && shown.isPresent() && session.isQuiet());
        }
        until(() -> session.isQuiet() && project.examples().find(1).orElseThrow().status() == ExampleStatus.DRAFT);
        assertEquals(0, project.examples().find(13).orElseThrow().remarks().rating());
        assertTrue(review.decisions().isEmpty());
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
            assertTrue(System.nanoTime() < end, "it never came: " + review.stateProperty().get());
            Runnable next = screen.poll(50, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
            drain();
        }
    }
}
