package fettle.ui.example;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.shape.Messages;
import fettle.example.shape.Pairs;
import fettle.project.Project;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.ObjectNode;

/// The editor drawn in each of its states; the pictures lie in target/pictures.
@Tag("screen")
final class EditorPicturesTest {

    private static final ObjectNode CALLS = BodyJson.read("""
            {"messages":[{"role":"user","content":"How will the weather be in Oslo and Bergen?"},
            {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":
            {"name":"forecast","arguments":"{\\"city\\": \\"Oslo\\", \\"days\\": \\"three\\"}"}},{"id":"call_2","type":
            "function","function":{"name":"forecast","arguments":"{\\"city\\": \\"Bergen\\"}"}}]},
            {"role":"tool","tool_call_id":"call_1","content":"4 °C, clear"},{"role":"tool","tool_call_id":"call_9",
            "content":"7 °C, rain"},{"role":"assistant","weight":0,"content":"Oslo stays clear at **4 °C**."}],
            "tools":[{"type":"function","function":{"name":"forecast","description":"The weather of the next days.",
            "parameters":{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},
            "required":["city"],"additionalProperties":false}}}]}""");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"write", "changes", "preview", "calls", "long", "limit", "find", "remarks", "pair"})
    void drawsTheEditor(String what) throws Exception {
        try (Project project = Rows.project(folder.resolve(what), 12)) {
            int limit = what.equals("limit") ? 60 : 4096;
            var stand = Stand.with(it -> List.of(new ExamplesScreen(it.session, it.overlay,
                    new ExampleTools(Rows::words, limit, () -> {}, new OneModel("Yes.")))));
            prepare(project, what);
            stand.does(() -> {
                stand.session.open(project);
                stand.session.goTo(Place.EXAMPLES);
            });
            stand.until(() -> {
                stand.scene.getRoot().applyCss();
                stand.scene.getRoot().layout();
                return stand.scene.lookup("#turn-0") != null;
            });
            settle(stand);
            act(stand, what);
            settle(stand);
            stand.draws("editor-" + what);
        }
    }

    private static void prepare(Project project, String what) throws Exception {
        switch (what) {
            case "calls" -> project.examples().apply(List.of(new Change.SetBody(1, CALLS)), "Made calls");
            case "pair" -> {
                ObjectNode body = Rows.chat(Rows.SYSTEM, "When is the lamp lit?",
                        "It is lit at dusk, at about four in winter.");
                Pairs.reject(body, 1, BodyJson.mapper().createArrayNode().add(
                        Messages.message("assistant", "It is lit at dawn, at about four in summer, I think.")));
                project.examples().apply(List.of(new Change.SetBody(1, body)), "Made a pair");
            }
            case "long" -> {
                ObjectNode body = Rows.chat(Rows.SYSTEM, "A long line, please: " + "keeper ".repeat(900),
                        "# Log\n\n" + "- The *lamp* was lit at `16:40` and the glass wiped.\n".repeat(900));
                project.examples().apply(List.of(new Change.SetBody(1, body)), "Made it long");
            }
            case "changes" -> {
                ObjectNode body = project.examples().find(1).orElseThrow().body();
                var messages = body.withArray("messages");
                messages.addObject().put("role", "user").put("content", "And in winter?");
                project.examples().apply(List.of(new Change.SetBody(1, body)), "Added a turn");
            }
            case "remarks" -> project.examples().apply(List.of(new Change.SetRating(1, 4), new Change.SetFlag(1, true),
                    new Change.SetNote(1, "Ask the keeper whether the weight is really one metre an hour."),
                    new Change.SetTags(1, List.of("clockwork", "lamp-room", "checked"))), "Said much");
            default -> {}
        }
    }

    private static void act(Stand stand, String what) throws Exception {
        stand.does(() -> {
            switch (what) {
                case "changes", "preview" -> ((ButtonBase) stand.scene.lookup("#mode-" + what)).fire();
                case "calls" -> ((TitledPane) stand.scene.lookup("#tools")).setExpanded(true);
                case "find" -> {
                    stand.scene.lookup("#turn-2").requestFocus();
                    stand.session.commands().find("text-replace").orElseThrow().run().run();
                    ((TextField) stand.scene.lookup("#find-words")).setText("the");
                    ((TextField) stand.scene.lookup("#example-search")).setText("lamp");
                }
                default -> {}
            }
        });
    }

    /// Until what was asked for has arrived, and what waits a moment has been done.
    private static void settle(Stand stand) throws Exception {
        for (int round = 0; round < 4; round++) {
            stand.until(stand.session::isQuiet);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }
}
