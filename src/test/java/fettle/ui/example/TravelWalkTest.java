package fettle.ui.example;

import static fettle.ui.Seen.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.ExampleStatus;
import fettle.example.Step;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.ui.control.Overlay;
import fettle.ui.control.Theme;
import fettle.ui.history.HistoryPanel;
import fettle.ui.history.HistoryViewModel;
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
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Through the history by keys alone: undo, travel, branch, travel to the branch, and the same place after a restart.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class TravelWalkTest {

    @TempDir
    private static Path folder;
    private Session session;
    private Project project;
    private long id;

    @Start
    void show(Stage stage) throws Exception {
        project = Rows.project(folder.resolve("p"), 20);
        session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
        var overlay = new Overlay();
        var screen = new ExamplesScreen(session, overlay,
                new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")));
        new HistoryPanel(new HistoryViewModel(session, _ -> {}), overlay);
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), List.of(screen), overlay);
        var scene = new Scene(view.root(), 1300, 850);
        Theme.LIGHT.apply(scene, 100);
        session.open(project);
        session.goTo(Place.EXAMPLES);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void undoesTravelsBranchesAndIsInTheSamePlaceAfterARestart(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent() && session.isQuiet());
        robot.clickOn(at(robot, "#examples"));
        until(() -> session.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        id = Long.parseLong(text(robot, "#editor-title").replaceAll("\\D", ""));
        long before = head();
        boolean rejected = status() == ExampleStatus.REJECTED;
        decide(robot, rejected ? KeyCode.D : KeyCode.X, rejected ? ExampleStatus.DRAFT : ExampleStatus.REJECTED);
        decide(robot, KeyCode.A, ExampleStatus.APPROVED);
        decide(robot, KeyCode.D, ExampleStatus.DRAFT);
        long newest = head();
        assertEquals(before + 3, newest);
        for (long step = newest - 1; step >= before; step--) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            untilHead(step);
        }

        open(robot);
        robot.type(KeyCode.UP, 3);
        until(() -> text(robot, "#history-go").equals("Go forward 3 steps"));
        robot.type(KeyCode.ENTER);
        untilHead(newest);
        robot.type(KeyCode.DOWN, 2);
        until(() -> text(robot, "#history-go").equals("Go back 2 steps"));
        robot.type(KeyCode.ENTER);
        untilHead(newest - 2);
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#history-panel").tryQuery().isEmpty());

        decide(robot, KeyCode.A, ExampleStatus.APPROVED);
        assertEquals(newest + 1, head());
        open(robot);
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.DOWN);
        until(() -> text(robot, "#history-go").equals("Go back 1 step, then forward 2"));
        robot.type(KeyCode.ENTER);
        untilHead(newest);
        ExampleStatus there = status();
        List<Step> history = project.examples().history();

        project.close();
        try (Project again = new Projects(Rows::words).open(folder.resolve("p"))) {
            assertEquals(history, again.examples().history());
            assertEquals(there, again.examples().find(id).orElseThrow().status());
        }
    }

    private void open(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        until(() -> session.isQuiet() && !text(robot, "#history-rows").isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void decide(FxRobot robot, KeyCode key, ExampleStatus status) throws Exception {
        until(() -> session.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(key);
        until(() -> status() == status && session.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ExampleStatus status() throws Exception {
        return project.examples().find(id).orElseThrow().status();
    }

    private long head() throws Exception {
        return project.examples().history().stream().filter(Step::done).mapToLong(Step::number).max().orElse(0);
    }

    private void untilHead(long step) throws Exception {
        until(() -> head() == step && session.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
    }
}
