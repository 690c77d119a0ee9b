package fettle.ui.example;

import static fettle.ui.Seen.at;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleStatus;
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
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way through the screen with the keyboard: find, edit, undo, decide, review.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class ExamplesWalkTest {

    @TempDir
    private static Path folder;
    private Session session;
    private Project project;
    private Stage stage;

    @Start
    void show(Stage shown) throws Exception {
        stage = shown;
        project = Rows.project(folder.resolve("walk" + System.nanoTime()), 20);
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
    void findsEditsUndoesAndDecidesByKeys(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent());
        robot.clickOn(at(robot, "#filter-field")).write("status = draft").type(KeyCode.ENTER);
        long drafts = rows("status", "draft");
        until(() -> text(robot, ".head-note").startsWith(drafts + " of 20"));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(at(robot, "#examples")).type(KeyCode.J).type(KeyCode.K);
        until(() -> session.isQuiet());
        long id = open(robot);
        String before = answer(id);

        robot.type(KeyCode.E);
        until(() -> focused() instanceof StyleClassedTextArea);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.write("!");
        until(() -> answer(id).endsWith("!"));
        until(() -> text(robot, "#saved").equals("Saved just now"));
        assertTrue(focused() instanceof StyleClassedTextArea, "saving takes the focus from nobody");
        robot.interact(() -> picture("walk-editing"));

        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> answer(id).equals(before));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> answer(id).endsWith("!"));

        robot.type(KeyCode.A);
        until(() -> project.examples().find(id).orElseThrow().status() == ExampleStatus.APPROVED);
        until(() -> text(robot, ".head-note").startsWith(drafts - 1 + " of 20"));
        until(() -> open(robot) != id);
    }

    private String answer(long id) throws Exception {
        return project.examples().find(id).orElseThrow().turns().getLast().text();
    }

    private long rows(String field, String value) throws Exception {
        return project.examples().view(new ExampleQuery(List.of(new Condition(field, Condition.Op.EQ, value)), "", "",
                false)).size();
    }

    private static long open(FxRobot robot) {
        return Long.parseLong(text(robot, "#editor-title").replaceAll("\\D", ""));
    }

    private javafx.scene.Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private void picture(String name) {
        try {
            Snapshot.write(Snapshot.of(stage.getScene(), 1), Path.of("target/pictures", name + ".png"));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
    }
}
