package fettle.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Change;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.Step;
import fettle.example.Step.State;
import fettle.ui.BlankScreen;
import fettle.ui.MemoryProject;
import fettle.ui.Neps;
import fettle.ui.Stand;
import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import fettle.ui.session.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class HistoryPanelTest {

    private final AtomicReference<HistoryViewModel> model = new AtomicReference<>();
    private final List<String> said = new ArrayList<>();
    private final MemoryProject project = Neps.project();
    private final ExampleStore examples = project.examples();
    private Stand stand;

    @BeforeEach
    void stand() throws Exception {
        stand = Stand.with(made -> {
            model.set(new HistoryViewModel(made.session, said::add));
            new HistoryPanel(model.get(), made.overlay);
            return List.of(new BlankScreen(Place.SOURCES), new BlankScreen(Place.EXAMPLES));
        });
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.SOURCES);
        });
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void saysTheNumberOfStepsFirstAndTravelsByKeysAlone() throws Exception {
        examples.awaitCounts(); // each batch that is counted lists the steps anew
        decide(1, ExampleStatus.APPROVED, "Approved example 0001");
        long first = head();
        decide(2, ExampleStatus.REJECTED, "Rejected example 0002");
        decide(3, ExampleStatus.APPROVED, "Approved example 0003");
        open();
        stand.until(() -> chosen() instanceof Mark mark && mark.here());
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertEquals("Go back 2 steps", text("#history-go"));
        press(KeyCode.ENTER);
        stand.until(() -> model.get().treeProperty().get().head() == first);
        assertEquals("Go forward 2 steps", model.get().routeWords(first + 2));

        decide(1, ExampleStatus.DRAFT, "Made example 0001 a draft again");
        stand.until(() -> model.get().lines().stream().anyMatch(Fold.class::isInstance));
        press(KeyCode.HOME);
        while (!(chosen() instanceof Fold)) {
            press(KeyCode.DOWN);
        }
        press(KeyCode.RIGHT);
        assertTrue(((Fold) chosen()).open());
        press(KeyCode.DOWN);
        assertEquals("Go back 1 step, then forward 2", text("#history-go"));
        press(KeyCode.ENTER);
        stand.until(() -> model.get().treeProperty().get().head() == first + 2);
        assertEquals(ExampleStatus.REJECTED, examples.find(2).orElseThrow().status());
        assertEquals(ExampleStatus.APPROVED, examples.find(1).orElseThrow().status());
        assertEquals(List.of(State.DONE, State.DONE, State.DONE, State.BRANCH), examples.history().stream()
                .filter(step -> step.number() >= first).map(Step::state).toList());
    }

    @Test
    void opensTheRowsThatAStepChanged() throws Exception {
        examples.apply(List.of(new Change.SetStatus(1, ExampleStatus.APPROVED),
                new Change.SetStatus(3, ExampleStatus.APPROVED)), "Approved 2 examples");
        open();
        stand.until(() -> text("#history-rows").equals("Show the 2 rows"));
        stand.does(() -> ((Button) stand.scene.lookup("#history-rows")).fire());
        stand.until(() -> stand.session.destinationProperty().get().detail()
                .equals("rows 1,3: changed by “Approved 2 examples”"));
    }

    @Test
    void whoMayOnlyReadLooksButDoesNotTravel() throws Exception {
        MemoryProject held = Neps.project();
        held.holder = Optional.of("Ada has it open");
        long head = held.examples().history().stream().filter(Step::done).count();
        stand.does(() -> stand.session.open(held));
        open();
        stand.until(() -> !model.get().lines().isEmpty());
        press(KeyCode.END);
        assertTrue(stand.scene.lookup("#history-go").isDisabled());
        press(KeyCode.ENTER);
        stand.until(stand.session::isQuiet);
        assertEquals(head, model.get().treeProperty().get().done());
        stand.drawsOnce("history-read-only");
        held.close();
    }

    @Test
    void showsTenThousandStepsAndFindsAmongThem() throws Exception {
        open();
        stand.until(() -> !model.get().lines().isEmpty());
        stand.does(() -> {
            model.get().shownProperty().set(false); // what is shown here is not the project's
            model.get().read(new HistoryTree(many(10_000)));
        });
        press(KeyCode.HOME);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        stand.drawsOnce("history-long");
        stand.does(() -> model.get().filterProperty().set("approved 0042"));
        assertFalse(model.get().lines().isEmpty());
        stand.drawsOnce("history-filtered");
    }

    @Test
    void showsBranchesOpenAndNothingAtAll() throws Exception {
        open();
        stand.until(() -> !model.get().lines().isEmpty());
        stand.does(() -> {
            model.get().shownProperty().set(false);
            model.get().read(new HistoryTree(branched()));
            model.get().fold(4);
            model.get().fold(7);
        });
        press(KeyCode.HOME);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        stand.draws("history-branches");
        stand.does(() -> model.get().read(HistoryTree.NONE));
        stand.drawsOnce("history-empty");
    }

    @Test
    void aProjectWithoutStepsSaysWhatWillStandHere() throws Exception {
        var fresh = new MemoryProject();
        stand.does(() -> stand.session.open(fresh));
        open();
        stand.until(() -> ((ListView<?>) stand.scene.lookup("#history-list")).getPlaceholder() instanceof VBox);
        fresh.close();
    }

    private static List<Step> many(int count) {
        var steps = new ArrayList<Step>();
        long now = System.currentTimeMillis();
        for (int number = 1; number <= count; number++) {
            steps.add(new Step(number, number % 40 == 0
                    ? "Replaced “colour” with “color” in all answers of the rows that came from support_faq.csv"
                    : "Approved %04d examples".formatted(number), now - (count - number) * 1_800_000L,
                    number % 40 == 0 ? 212 : 1, number - 1, number > count - 2 ? State.UNDONE : State.DONE));
        }
        return steps;
    }

    private static List<Step> branched() {
        long hour = 3_600_000;
        long now = System.currentTimeMillis();
        return List.of(step(1, 0, "Imported support_faq.csv", now - 80 * hour, 211, State.DONE),
                step(2, 1, "Generated with openai/gpt-4o-mini", now - 79 * hour, 640, State.DONE),
                step(3, 2, "Held back 128 of 851 examples for validation", now - 30 * hour, 128, State.DONE),
                step(4, 3, "Replaced “colour” in 212 answers", now - 29 * hour, 212, State.BRANCH),
                step(5, 4, "Edited the answer of example 0417", now - 29 * hour, 1, State.BRANCH),
                step(6, 5, "Approved 37 examples", now - 28 * hour, 37, State.BRANCH),
                step(7, 5, "Deleted 12 examples", now - 27 * hour, 12, State.BRANCH),
                step(8, 3, "Edited the answer of example 0012", now - 3 * hour, 1, State.DONE),
                step(9, 8, "Tagged example 0012 “refund”", now - 2 * hour, 1, State.DONE),
                step(10, 9, "Approved example 0012", now - hour / 3, 1, State.DONE),
                step(11, 10, "Replaced “colour” with “color” in 1,204 answers and 17 questions, case kept",
                        now - hour / 6, 1221, State.UNDONE));
    }

    private static Step step(long number, long parent, String sentence, long at, int rows, State state) {
        return new Step(number, sentence, at, rows, parent, state);
    }

    private void decide(long id, ExampleStatus status, String sentence) throws Exception {
        examples.apply(List.of(new Change.SetStatus(id, status)), sentence);
    }

    private long head() throws Exception {
        return examples.history().stream().filter(Step::done).mapToLong(Step::number).max().orElse(0);
    }

    private void open() throws Exception {
        stand.does(() -> stand.session.commands().find("history").orElseThrow().run().run());
    }

    private ListView<?> list() {
        return (ListView<?>) Objects.requireNonNull(stand.scene.lookup("#history-list"));
    }

    private Object chosen() {
        return list().getSelectionModel().getSelectedItem();
    }

    private String text(String button) {
        return ((Labeled) stand.scene.lookup(button)).getText();
    }

    private void press(KeyCode code) throws Exception {
        stand.does(() -> {
            stand.scene.getRoot().applyCss(); // between two keys the window is laid out
            stand.scene.getRoot().layout();
            list().requestFocus();
            Event.fireEvent(list(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }
}
