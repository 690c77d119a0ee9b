package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.ui.Seen;
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
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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

/// Twenty rows by keys alone: approve, reject, skip, rate, flag, tag, note, edit, take back.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class ReviewWalkTest {

    private static final int ROWS = 20;
    private static final String LONG = "# The night of the storm\n\n"
            + "The keeper went up the stairs, wiped the glass "
            + "and wrote the hour into the log.\n\n".repeat(60);

    @TempDir
    private static Path folder;
    private Session session;
    private Project project;
    private Stage stage;

    @Start
    void show(Stage shown) throws Exception {
        stage = shown;
        project = Rows.project(folder.resolve("review" + System.nanoTime()), ROWS);
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
    void reviewsTwentyRowsByKeysAlone(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent());
        robot.type(KeyCode.R);
        at(robot, 1);
        for (int row = 1; row <= 6; row++) {
            robot.type(row == 3 ? KeyCode.X : row == 4 ? KeyCode.SPACE : row == 5 ? KeyCode.ENTER : KeyCode.A);
            at(robot, row + 1);
        }
        until(() -> row(6).status() == ExampleStatus.APPROVED);
        assertEquals(ExampleStatus.REJECTED, row(3).status());

        robot.type(KeyCode.DIGIT4);
        until(() -> row(7).remarks().rating() == 4);
        robot.type(KeyCode.F);
        until(() -> row(7).remarks().flagged());
        robot.type(KeyCode.T);
        until(() -> focused() instanceof TextField);
        robot.write("gas").type(KeyCode.ENTER);
        until(() -> row(7).tags().contains("gas") && !(focused() instanceof TextField));
        robot.type(KeyCode.N);
        until(() -> focused() instanceof TextField);
        robot.write("look again").type(KeyCode.ENTER);
        until(() -> row(7).remarks().note().equals("look again"));
        until(() -> session.isQuiet() && robot.lookup(".review-near").tryQuery().isPresent());
        robot.interact(() -> Theme.LIGHT.apply(stage.getScene(), 100));
        pictures(robot, "review-table");

        robot.type(KeyCode.BACK_SPACE); // the note
        until(() -> row(7).remarks().note().isEmpty() && session.isQuiet());
        robot.push(KeyCode.CONTROL, KeyCode.Z); // the tag
        until(() -> !row(7).tags().contains("gas") && session.isQuiet());
        robot.type(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
        until(() -> row(7).remarks().rating() == 0 && !row(7).remarks().flagged());
        at(robot, 7);
        robot.type(KeyCode.BACK_SPACE); // the approval of the sixth
        at(robot, 6);
        until(() -> row(6).status() == ExampleStatus.DRAFT);

        robot.type(KeyCode.E);
        until(() -> focused() instanceof StyleClassedTextArea && text(robot, "#review-mode").equals("Editing"));
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.write("!");
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        at(robot, 7);
        until(() -> row(6).status() == ExampleStatus.APPROVED && row(6).turns().getLast().text().endsWith("!"));

        robot.type(KeyCode.J);
        at(robot, 8);
        robot.type(KeyCode.K);
        at(robot, 7);
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#examples").tryQuery().isPresent());
        robot.type(KeyCode.R); // goes on where it was
        at(robot, 7);
        for (int row = 7; row <= ROWS; row++) {
            robot.type(KeyCode.A);
            if (row < ROWS) {
                at(robot, row + 1);
            }
        }
        until(() -> robot.lookup("#review-done").tryQuery().isPresent() && session.isQuiet());
        pictures(robot, "review-through");
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#examples").tryQuery().isPresent());
    }

    @Test
    void showsToolCallsAndScrollsLongAnswersByKeys(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent());
        project.examples().apply(List.of(new Change.SetBody(1, Rows.chat("", "Tell all of it.", LONG)),
                new Change.SetBody(2, BodyJson.read("""
                        {"messages":[{"role":"user","content":"Is the light on, and how is the weather at the rock?"},
                        {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":
                        {"name":"read_light","arguments":"{\\"tower\\":\\"north\\",\\"since\\":\\"18:00\\"}"}},
                        {"id":"c2","type":"function","function":{"name":"weather","arguments":"{\\"at\\":\\"rock\\"}"}}]},
                        {"role":"tool","tool_call_id":"c1","content":"{\\"on\\":true,\\"character\\":\\"Fl(2) 10s\\"}"},
                        {"role":"tool","tool_call_id":"c2","content":"Gale from the north-west."},
                        {"role":"assistant","content":"It is on: two flashes **every ten seconds**. A gale blows from the north-west."}]}
                        """))), "Made two odd");
        until(() -> session.isQuiet());
        robot.type(KeyCode.R);
        at(robot, 1);
        ScrollPane scroll = robot.lookup("#review-scroll").queryAs(ScrollPane.class);
        assertEquals(0, scroll.getVvalue());
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> scroll.getVvalue() > 0.05);
        double once = scroll.getVvalue();
        robot.push(KeyCode.SHIFT, KeyCode.SPACE);
        until(() -> scroll.getVvalue() > once);
        at(robot, 1);
        pictures(robot, "review-long");
        robot.type(KeyCode.A);
        at(robot, 2);
        until(() -> scroll.getVvalue() == 0);
        assertTrue(robot.lookup("Calls read_light").tryQuery().isPresent());
        assertTrue(robot.lookup("Result of weather").tryQuery().isPresent());
        pictures(robot, "review-tools");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(Seen.at(robot, "#filter-field")).write("tokens > 99999").type(KeyCode.ENTER);
        until(() -> text(robot, "#bulk").equals("Change"));
        robot.interact(() -> session.commands().find("review").orElseThrow().run().run());
        until(() -> robot.lookup("Nothing to review").tryQuery().isPresent());
        pictures(robot, "review-empty");
    }

    /// Waits until an example is on the screen, with all that is read for it.
    private void at(FxRobot robot, int place) throws Exception {
        until(() -> text(robot, "#review-count").equals(place + " of " + ROWS)
                && robot.lookup(".review-text").tryQuery().isPresent() && session.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Example row(long id) throws Exception {
        return project.examples().find(id).orElseThrow();
    }

    private javafx.scene.Node focused() {
        return stage.getScene().getFocusOwner();
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
