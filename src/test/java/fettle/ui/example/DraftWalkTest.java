package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.project.PlacesFile;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.ui.Stand;
import fettle.ui.Toolkit;
import fettle.ui.session.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.ObjectNode;

/// Tools that are no list in JSON yet: they cannot be saved, and are not lost either.
@Tag("screen")
final class DraftWalkTest {

    private static final String BROKEN = "[{\"type\": \"function\", \"function\": {\"name\": \"tide\"";

    @TempDir
    private Path folder;

    private final class Home implements PlaceShelf {

        private final PlacesFile file = new PlacesFile(folder.resolve("home"));

        @Override
        public Optional<ObjectNode> read(Path of) {
            return file.read(of);
        }

        @Override
        public void write(Path of, ObjectNode now) throws IOException {
            file.write(of, now);
        }
    }

    @Test
    void brokenToolsAreThereAgainInTheRowAndAfterTheNextStart() throws Exception {
        Project first = Rows.project(folder.resolve("p"), 4);
        leaveBroken(first);
        try (Project project = new Projects(Rows::words).open(folder.resolve("p"))) {
            mendAndDrop(project);
        }
    }

    private void leaveBroken(Project project) throws Exception {
        var body = BodyJson.read("""
                    {"messages":[{"role":"user","content":"How warm?"},{"role":"assistant","content":"Cold."}],\
                    "tools":[{"type":"function","function":{"name":"weather"}}]}""");
        project.examples().apply(List.of(new Change.SetBody(1, body)), "Added tools");
        var stand = begun(project);
        stand.does(() -> tools(stand).replaceText(BROKEN));
        until(stand, () -> problem(stand).startsWith("Not saved yet. This is not JSON at line 1"));
        show(stand, 2);
        assertEquals("weather", name(project));
        show(stand, 1);
        until(stand, () -> tools(stand).getText().equals(BROKEN));
        assertTrue(problem(stand).startsWith("This is what you typed before. Not saved yet."), problem(stand));
        assertTrue(((TitledPane) stand.scene.lookup("#tools")).isExpanded());
        stand.does(stand.session::closeProject);
        until(stand, stand.session::isQuiet);
    }

    private void mendAndDrop(Project project) throws Exception {
        var stand = begun(project);
        until(stand, () -> stand.scene.lookup("#tools-json") != null && tools(stand).getText().equals(BROKEN));
        stand.does(() -> tools(stand).appendText("}}]"));
        until(stand, () -> problem(stand).isEmpty() && name(project).equals("tide"));
        stand.does(() -> tools(stand).replaceText("[nothing"));
        until(stand, () -> !problem(stand).isEmpty());
        stand.does(() -> ((Button) stand.scene.lookup("#tools-drop")).fire());
        assertEquals(BROKEN + "}}]", tools(stand).getText());
        show(stand, 2);
        show(stand, 1);
        until(stand, () -> problem(stand).isEmpty() && name(project).equals("tide"));
    }

    private Stand begun(Project project) throws Exception {
        var stand = Stand.with(it -> List.of(new ExamplesScreen(it.session, it.overlay,
                new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")), new Home())));
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.EXAMPLES);
        });
        show(stand, 1);
        return stand;
    }

    private static void show(Stand stand, long id) throws Exception {
        stand.does(() -> stand.session.show(Place.EXAMPLES, "" + id));
        until(stand, () -> stand.scene.lookup("#editor-title") instanceof Labeled title
                && title.getText().equals("Example %04d".formatted(id)) && stand.session.isQuiet()
                && (stand.scene.lookup("#tools-json") != null) == (id == 1));
    }

    private static void until(Stand stand, Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Toolkit.on(() -> {
            stand.scene.getRoot().applyCss();
            stand.scene.getRoot().layout();
            return holds.call();
        }));
    }

    private static StyleClassedTextArea tools(Stand stand) {
        return (StyleClassedTextArea) stand.scene.lookup("#tools-json");
    }

    private static String problem(Stand stand) {
        return stand.scene.lookup("#tools-problem") instanceof Labeled label && label.getParent().isVisible()
                ? label.getText()
                : "";
    }

    private static String name(Project project) throws Exception {
        return project.examples().find(1).orElseThrow().body().at("/tools/0/function/name").asString("");
    }
}
