package fettle.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.Jobs;
import fettle.ui.MemoryProject;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Without a toolkit: the test's own thread is the screen thread.
final class ModelsViewModelTest {

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Executor toScreen = screen::add;
    private final Session session = new Session(new Jobs(toScreen), new Jobs(toScreen), toScreen);
    private final TwoModels machine = new TwoModels();
    private final MemoryProject project = new MemoryProject();

    @Test
    void baseAndNewestTunedSitSideBySide() throws Exception {
        ModelsViewModel model = opened();

        assertEquals("fettle-base", id(model.left()));
        assertEquals("near-contracts-t1", id(model.right()));
    }

    @Test
    void onePromptGoesToBothAndModelsAreLoadedOnce() throws Exception {
        ModelsViewModel model = opened();
        ask(model, "What is a yocto?");
        ask(model, "Again?");

        assertEquals(2, machine.loads.get());
        assertEquals(List.of("What is a yocto?", "Again?"),
                model.left().answers().stream().map(ChatAnswer::question).toList());
        ChatAnswer answer = model.right().answers().getFirst();
        assertTrue(answer.textProperty().get().startsWith("One yocto"), answer.textProperty().get());
        var done = assertInstanceOf(ChatAnswer.State.Done.class, answer.stateProperty().get());
        assertEquals(31, done.tokens());
    }

    @Test
    void leavingTheScreenGivesTheMemoryBack() throws Exception {
        session.goTo(Place.MODELS);
        ModelsViewModel model = opened();
        session.goTo(Place.MODELS);
        ask(model, "What is a yocto?");

        session.goTo(Place.TUNING);

        until(() -> machine.closes.get() == 2);
    }

    @Test
    void anAnswerBecomesADraftWithItsQuestion() throws Exception {
        ModelsViewModel model = opened();
        model.settingsProperty().set(new ChatSettings(0, 50, "Be brief.", false));
        ask(model, "What is a yocto?");
        long[] made = {0};

        model.makeExample(model.right().answers().getFirst(), id -> made[0] = id);

        until(() -> made[0] > 0);
        assertEquals(List.of("system", "user", "assistant"),
                project.examples().find(1).orElseThrow().turns().stream().map(turn -> turn.role()).toList());
        assertEquals("near-contracts-t1", project.examples().find(1).orElseThrow().origin().model());
    }

    @Test
    void settingsThatCannotBeReadAreNotTaken() {
        assertEquals(Optional.of(new ChatSettings(0.7, 99, "", true)), ChatSheet.read("0.7", "99", "", true));
        assertEquals(Optional.empty(), ChatSheet.read("3", "99", "", true));
        assertEquals(Optional.empty(), ChatSheet.read("warm", "99", "", true));
        assertEquals(Optional.empty(), ChatSheet.read("1", "0", "", true));
    }

    private ModelsViewModel opened() throws Exception {
        session.open(project);
        var model = new ModelsViewModel(session, machine, toScreen);
        until(() -> model.loadedProperty().get());
        return model;
    }

    private void ask(ModelsViewModel model, String prompt) throws Exception {
        model.ask(prompt);
        until(() -> !model.left().busyProperty().get() && !model.right().busyProperty().get());
    }

    private static String id(ChatSide side) {
        return Objects.requireNonNull(side.modelProperty().get()).id();
    }

    private void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            Runnable next = screen.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
            assertTrue(System.nanoTime() < end, "it did not happen within 30 seconds");
        }
    }
}
