package fettle.ui.example;

import static fettle.ui.Seen.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Turn;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.ui.control.Overlay;
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

/// An example written with the keyboard alone.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class EditorWalkTest {

    @TempDir
    private static Path folder;
    private Session session;
    private Project project;
    private Scene scene;

    @Start
    void show(Stage stage) throws Exception {
        project = Rows.project(folder.resolve("walk" + System.nanoTime()), 6);
        session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
        var overlay = new Overlay();
        var screen = new ExamplesScreen(session, overlay,
                new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")));
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), List.of(screen), overlay);
        scene = new Scene(view.root(), 1300, 850);
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
    void turnsAreWrittenSplitMergedAndMovedByKeys(FxRobot robot) throws Exception {
        enter(robot);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.write(" Ask the keeper.");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> turns(1).size() == 4 && inText("turn-3"));
        assertTrue(turns(1).get(2).text().endsWith(" Ask the keeper."));
        robot.write("First. Second.");
        robot.type(KeyCode.HOME);
        for (int step = 0; step < "First.".length(); step++) {
            robot.type(KeyCode.RIGHT);
        }
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        until(() -> turns(1).size() == 5 && turns(1).get(3).text().equals("First."));
        until(() -> inText("turn-4"));
        assertEquals("Second.", turns(1).get(4).text());

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R); // user becomes assistant
        until(() -> turns(1).get(4).role().equals("assistant"));
        until(() -> inText("turn-4"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        until(() -> !turns(1).get(4).trained());
        until(() -> inText("turn-4"));
        robot.push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.UP);
        until(() -> turns(1).get(3).text().equals("Second."));
        until(() -> inText("turn-3"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        until(() -> turns(1).size() == 4 && turns(1).get(3).text().equals("Second.\n\nFirst."));
        until(() -> inText("turn-3"));
        assertEquals("Second.".length(), area().getCaretPosition());
        robot.push(KeyCode.CONTROL, KeyCode.Z); // nothing to undo in the text: the project takes the merge back
        until(() -> turns(1).size() == 5);

        robot.push(KeyCode.ALT, KeyCode.UP);
        robot.type(KeyCode.ESCAPE).type(KeyCode.J);
        until(() -> text("#editor-title").equals("Example 0002") && session.isQuiet());
        assertEquals(6, project.examples().history().stream().filter(step -> step.sentence().endsWith("example 0001"))
                .filter(step -> !step.sentence().startsWith("Edited")).count());
    }

    @Test
    void findsAndReplacesThroughAllTurnsAsOneStep(FxRobot robot) throws Exception {
        enter(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        robot.write("THE");
        until(() -> text("#find-count").matches("\\d+ of \\d+"));
        String all = text("#find-count").replaceAll(".* ", "");
        robot.interact(() -> scene.lookup("#find-whole").requestFocus());
        robot.type(KeyCode.SPACE);
        robot.interact(() -> scene.lookup("#find-words").requestFocus());
        until(() -> text("#find-count").matches("\\d+ of \\d+"));
        int hits = Integer.parseInt(text("#find-count").replaceAll(".* ", ""));
        assertTrue(hits <= Integer.parseInt(all));
        int before = project.examples().history().size();
        robot.interact(() -> ((javafx.scene.control.TextField) scene.lookup("#find-with")).setText("a"));
        until(() -> text("#find-replace-all").equals("Replace all " + hits));
        robot.interact(() -> ((javafx.scene.control.Button) scene.lookup("#find-replace-all")).fire());
        until(() -> text("#find-count").equals("none"));
        until(() -> turns(1).getLast().text().contains("a clockwork turns a lens"));
        assertEquals(before + 1, project.examples().history().size());
        assertEquals("Replaced “THE” " + hits + " times in example 0001",
                project.examples().history().getLast().sentence());
        robot.interact(() -> scene.lookup("#find-words").requestFocus());
        robot.type(KeyCode.ESCAPE);
        until(() -> inText("turn"));
    }

    @Test
    void aCallIsCheckedWhileItIsWritten(FxRobot robot) throws Exception {
        var body = BodyJson.read("""
                {"messages":[{"role":"user","content":"How warm?"},{"role":"assistant","content":null,"tool_calls":\
                [{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Oslo\\"}"}}]}],\
                "tools":[{"type":"function","function":{"name":"weather","parameters":{"type":"object","properties":\
                {"city":{"type":"string"}},"required":["city"],"additionalProperties":false}}}]}""");
        project.examples().apply(List.of(new Change.SetBody(1, body)), "Made a call");
        until(() -> scene.lookup("#call-arguments-1-0") != null);
        robot.interact(() -> scene.lookup("#call-arguments-1-0").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("{}");
        until(() -> scene.lookup("#call-findings-1-0 .label") instanceof Labeled label
                && label.getText().equals("“city” is missing; the tool needs it."));
        until(() -> project.examples().find(1).orElseThrow().body()
                .at("/messages/1/tool_calls/0/function/arguments").asString("").equals("{}"));
    }

    @Test
    void caretAndDeletionKeepWholeCharacters(FxRobot robot) throws Exception {
        enter(robot);
        List<String> characters = List.of("日", "👩‍🚒", "e\u0301", "🇳🇴", "本", "👍🏽", "x");
        String text = String.join("", characters);
        robot.interact(() -> area().replaceText(text));
        robot.push(KeyCode.CONTROL, KeyCode.END);
        int at = text.length();
        for (String character : characters.reversed()) {
            robot.type(KeyCode.LEFT);
            at -= character.length();
            assertEquals(at, area().getCaretPosition(), "left of " + character);
        }
        for (String character : characters) {
            robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
            assertEquals(character, area().getSelectedText());
            robot.type(KeyCode.RIGHT);
        }
        robot.push(KeyCode.CONTROL, KeyCode.END);
        String left = text;
        for (String character : characters.reversed()) {
            robot.type(KeyCode.BACK_SPACE);
            left = left.substring(0, left.length() - character.length());
            assertEquals(left, area().getText());
        }
        robot.interact(() -> area().replaceText(text));
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        String rest = text;
        for (String character : characters) {
            robot.type(KeyCode.DELETE);
            rest = rest.substring(character.length());
            assertEquals(rest, area().getText());
        }
        assertEquals("", area().getText());
        robot.interact(() -> area().replaceText("مرحبا abc"));
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.END);
        assertEquals("مرحبا abc", area().getSelectedText());
    }

    private void enter(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#turn-2") != null && session.isQuiet());
        robot.clickOn(at(robot, "#examples")).type(KeyCode.J).type(KeyCode.K).type(KeyCode.K);
        until(() -> text("#editor-title").equals("Example 0001") && session.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.E);
        until(() -> inText("turn"));
    }

    private List<Turn> turns(long id) throws Exception {
        return project.examples().find(id).orElseThrow().turns();
    }

    private StyleClassedTextArea area() {
        return (StyleClassedTextArea) scene.getFocusOwner();
    }

    private boolean inText(String id) {
        return scene.getFocusOwner() instanceof StyleClassedTextArea area && area.getId().startsWith(id);
    }

    private String text(String selector) {
        return scene.lookup(selector) instanceof Labeled label ? String.valueOf(label.getText()) : "";
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
