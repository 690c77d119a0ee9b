package fettle.ui.example;

import static fettle.ui.Seen.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.ui.control.Overlay;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Many rows at once, as people do it: the number, the preview, one row left out, one step, undone as a whole.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class BulkWalkTest {

    private static final int ROWS = 60;

    @TempDir
    private static Path folder;
    private Session session;
    private Project project;
    private Stage stage;

    @Start
    void show(Stage shown) throws Exception {
        stage = shown;
        project = Rows.project(folder.resolve("bulk" + System.nanoTime()), ROWS);
        session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
        var overlay = new Overlay();
        var screen = new ExamplesScreen(session, overlay,
                new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")));
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), List.of(screen), overlay);
        var scene = new Scene(view.root(), 1300, 850);
        Theme.LIGHT.apply(scene, 100);
        session.open(project);
        session.goTo(Place.EXAMPLES);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void replacesInManyAnswersLeavesOneOutAndTakesItBack(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent());
        assertEquals("Change 60", text(robot, "#bulk"));
        long before = holding("keeper");
        run(robot, "bulk-replace");
        robot.clickOn(at(robot, "#replace-find")).write("the keeper");
        robot.clickOn(at(robot, "#replace-with")).write("the guardian");
        press(robot, "#replace-where-answers");
        until(() -> text(robot, "#replace-run").matches("Replace in \\d+ answers"));
        int all = Integer.parseInt(text(robot, "#replace-run").replaceAll("\\D", ""));
        assertTrue(all > 10);
        pictures(robot, "bulk-replace");

        List<Long> first = project.examples().view(new ExampleQuery(List.of(), "keeper", "", false)).size() > 0
                ? List.of(rowOf(robot))
                : List.of();
        CheckBox box = robot.lookup("#preview-" + first.getFirst()).queryAs(CheckBox.class);
        robot.interact(box::fire);
        assertFalse(box.isSelected());
        until(() -> text(robot, "#replace-run").equals("Replace in " + (all - 1) + " answers"));
        press(robot, "#replace-run");
        until(() -> project.examples().history().getLast().sentence()
                .equals("Replaced “the keeper” in " + (all - 1) + " answers"));
        assertFalse(body(first.getFirst()).contains("guardian"), "that row was left out");
        assertEquals(all - 1, count("guardian"));

        until(() -> session.isQuiet() && robot.lookup("#toast-action").tryQuery().isPresent());
        robot.interact(() -> picture("bulk-done"));
        press(robot, "#toast-action");
        until(() -> count("guardian") == 0);
        assertEquals(before, holding("keeper"));
    }

    @Test
    void aPatternIsCheckedAndNormalisingShowsEachRulesNumber(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent());
        run(robot, "bulk-replace");
        robot.clickOn(at(robot, "#replace-find")).write("(key");
        press(robot, "#replace-regex");
        until(() -> text(robot, "#preview-problem").startsWith("The pattern is wrong at column 5"));
        robot.interact(() -> picture("bulk-pattern"));
        robot.type(KeyCode.ESCAPE);

        run(robot, "bulk-normalise");
        until(() -> text(robot, "#preview-summary").contains("of all 60 examples")
                || text(robot, "#preview-summary").contains("in all 60 examples"));
        press(robot, "#rule-straight_quotes");
        press(robot, "#rule-curly_quotes");
        until(() -> !robot.lookup("#rule-straight_quotes").queryAs(CheckBox.class).isSelected());
        pictures(robot, "bulk-normalise");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void deletedRowsLieInTheBinAndComeBack(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent());
        robot.clickOn(at(robot, "#filter-field")).write("status = rejected").type(KeyCode.ENTER);
        long rejected = project.examples()
                .view(new ExampleQuery(List.of(new Condition("status", Condition.Op.EQ, "rejected")), "", "", false))
                .size();
        until(() -> text(robot, "#bulk").equals("Change " + rejected));
        run(robot, "bulk-delete");
        until(() -> project.examples().size() == ROWS - rejected);
        assertEquals("Put into the bin: " + rejected + " examples", project.examples().history().getLast().sentence());
        run(robot, "show-bin");
        until(() -> text(robot, "#bulk").equals("Change " + rejected));
        robot.interact(() -> robot.lookup("#bulk").queryAs(javafx.scene.control.MenuButton.class).show());
        until(() -> robot.lookup("#bulk").queryAs(javafx.scene.control.MenuButton.class).getItems().size() == 2);
        robot.interact(() -> robot.lookup("#bulk").queryAs(javafx.scene.control.MenuButton.class).getItems().get(1)
                .fire());
        until(() -> project.examples().size() == ROWS);
    }

    @Test
    void anEditIsDoneInOtherRowsTooAndAFindingIsRepairedWhereverItIs(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent() && robot.lookup("#edit-same").query().isVisible());
        press(robot, "#edit-same");
        until(() -> robot.lookup("#replace-offers").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#replace-find").queryAs(javafx.scene.control.TextField.class)
                .setText("dry cloth"));
        robot.interact(() -> robot.lookup("#replace-with").queryAs(javafx.scene.control.TextField.class)
                .setText("soft cloth"));
        until(() -> text(robot, "#replace-run").matches("Replace in \\d+ examples"));
        robot.interact(() -> picture("bulk-same"));
        press(robot, "#replace-run");
        until(() -> count("dry cloth") == 0 && session.isQuiet());

        String open = "See:\n```rust\nlet turns;";
        project.examples().apply(List.of(new fettle.example.Change.SetBody(3, Rows.chat("", "a", open)),
                new fettle.example.Change.SetBody(4, Rows.chat("", "b", open))), "Opened fences");
        robot.interact(() -> session.show(Place.EXAMPLES, "repair unbalanced_fence rows 3,4: unbalanced fence"));
        until(() -> text(robot, "#rules-run").equals("Close the code fence of 2 examples"));
        robot.interact(() -> picture("bulk-repair"));
        press(robot, "#rules-run");
        until(() -> body(4).contains("let turns;\\n```\""));
        until(() -> project.examples().history().getLast().sentence().equals("Closed the code fence of 2 examples"));
    }

    private long rowOf(FxRobot robot) {
        return Long.parseLong(robot.lookup(".preview-rows .check-box").queryAll().stream()
                .map(javafx.scene.Node::getId).filter(id -> id != null).findFirst().orElseThrow()
                .replaceAll("\\D", ""));
    }

    private long holding(String word) throws Exception {
        return project.examples().view(new ExampleQuery(List.of(), word, "", false)).size();
    }

    private int count(String word) throws Exception {
        int rows = 0;
        for (long id = 1; id <= ROWS; id++) {
            rows += body(id).contains(word) ? 1 : 0;
        }
        return rows;
    }

    private String body(long id) throws Exception {
        return project.examples().find(id).orElseThrow().body().toString();
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> session.commands().find(command).orElseThrow().run().run());
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private void pictures(FxRobot robot, String name) {
        robot.interact(() -> {
            picture(name + "-light");
            Theme.DARK.apply(stage.getScene(), 100);
            picture(name + "-dark");
            Theme.LIGHT.apply(stage.getScene(), 150);
            picture(name + "-150");
            Theme.LIGHT.apply(stage.getScene(), 100);
        });
    }

    private void picture(String name) {
        try {
            Snapshot.of(stage.getScene(), 1); // what is laid out by size needs a second pass
            Snapshot.write(Snapshot.of(stage.getScene(), 1), Path.of("target/pictures", name + ".png"));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
    }
}
