package fettle.ui.example.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.app.HomeFamilies;
import fettle.example.BodyJson;
import fettle.example.Example.Origin;
import fettle.example.NewExample;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.token.Encoding;
import fettle.ui.Stand;
import fettle.ui.example.ExampleTools;
import fettle.ui.example.ExamplesScreen;
import fettle.ui.example.Rows;
import fettle.ui.session.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "As trained" as people look at it; the pictures lie in target/pictures.
@Tag("screen")
final class SupervisionPicturesTest {

    private static final String TOOLS = """
            {"messages":[{"role":"system","content":"You keep the lighthouse."},
            {"role":"user","content":"How strong is the wind?"},
            {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":
            {"name":"wind","arguments":"{\\"where\\":\\"north\\"}"}}]},
            {"role":"tool","tool_call_id":"c1","content":"Eleven knots, from the north-west."},
            {"role":"assistant","content":"A fresh breeze: eleven knots.","weight":0},
            {"role":"user","content":"And tonight?"},{"role":"assistant","content":"It drops to five. 🌙"}],
            "tools":[{"type":"function","function":{"name":"wind","parameters":{"type":"object","properties":
            {"where":{"type":"string"}}}}}]}""";
    private static final String TWICE = """
            {"messages":[{"role":"user","content":"When is the lamp lit?"},{"role":"user","content":"And put out?"},
            {"role":"assistant","content":"At dusk, and at dawn."}]}""";

    @TempDir
    private Path folder = Path.of("");

    private @org.jspecify.annotations.Nullable Stand opened;

    private Project project(String... bodies) throws Exception {
        Project project = new Projects(Encoding.DEFAULT).create(folder.resolve("p"));
        try (var addition = project.examples().add("Imported")) {
            for (String body : bodies) {
                add(addition, body);
            }
            for (int row = 0; row < 12; row++) {
                add(addition, Rows.body(row).toString());
            }
        }
        return project;
    }

    private static void add(fettle.example.ExampleStore.Addition addition, String body) throws IOException {
        addition.add(new NewExample(BodyJson.read(body), List.of(), new Origin("lamp.md", "", 1, "", "", "", "")));
    }

    private void start(Project project) throws Exception {
        opened = Stand.with(made -> List.of(new ExamplesScreen(made.session, made.overlay, new ExampleTools(
                Encoding.DEFAULT, 4096, () -> {}, new NoModels(), HomeFamilies.of(folder.resolve("home")),
                new NoAsk()))));
        stand().does(() -> {
            stand().session.open(project);
            stand().session.goTo(Place.EXAMPLES);
        });
        until(() -> node("#mode-trained") != null && node("#turn-1") != null);
    }

    private void open(Project project) throws Exception {
        start(project);
        stand().does(() -> ((ButtonBase) there("#mode-trained")).fire());
        until(() -> node("#supervision-sentence") != null);
    }

    /// Light and dark in several sizes with `-Dpictures=all`, else once.
    private void draws(String name) throws Exception {
        if ("all".equals(System.getProperty("pictures"))) {
            stand().draws(name);
        } else {
            stand().drawsOnce(name);
        }
    }

    /// Also on a machine that is busy with other things.
    private void until(java.util.function.BooleanSupplier condition) throws Exception {
        for (int tries = 1;; tries++) {
            try {
                stand().until(condition);
                return;
            } catch (java.util.concurrent.TimeoutException late) {
                if (tries == 6) {
                    throw late;
                }
            }
        }
    }

    private Stand stand() {
        return java.util.Objects.requireNonNull(opened);
    }

    private javafx.scene.@org.jspecify.annotations.Nullable Node node(String selector) {
        stand().scene.getRoot().applyCss();
        stand().scene.getRoot().layout();
        return stand().scene.lookup(selector);
    }

    private javafx.scene.Node there(String selector) {
        return java.util.Objects.requireNonNull(node(selector), selector);
    }

    private String text(String selector) {
        return node(selector) instanceof Label label ? label.getText() : "";
    }

    @SuppressWarnings("unchecked")
    private void choose(String id) throws Exception {
        stand().does(() -> {
            var box = (ComboBox<fettle.model.Families.Choice>) there("#supervision-family");
            box.setValue(box.getItems().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow());
        });
    }

    private void draw(String name) throws Exception {
        until(() -> stand().session.isQuiet() && !text("#survey-sentence").startsWith("Counting"));
        draws("trained-" + name);
    }

    @Test
    void aShortRowForTheModelOfThisMachine() throws Exception {
        try (Project project = project(Rows.chat("You explain the lamp room.", "How does the lamp turn?",
                "A weight sinks in the tower and turns the clockwork.\n\nThe keeper winds it up **before dusk**.")
                .toString())) {
            open(project);
            assertTrue(text("#supervision-sentence").endsWith("nothing cut off."), text("#supervision-sentence"));
            until(() -> text("#survey-sentence").contains("tokens will be trained"));
            draw("short");
            stand().does(() -> ((ButtonBase) there("#token-borders")).fire());
            stand().does(() -> ((StyleClassedTextArea) there("#supervision-words")).moveTo(30));
            assertTrue(text("#supervision-token").startsWith("Token "), text("#supervision-token"));
            draw("borders");
        }
    }

    @Test
    void aRowWithToolsForAnOpenTemplate() throws Exception {
        try (Project project = project(TOOLS)) {
            open(project);
            choose("template:qwen");
            until(() -> ((StyleClassedTextArea) there("#supervision-words")).getText().contains("<tool_call>"));
            draw("tools");
            choose("gpt-4o");
            until(() -> ((StyleClassedTextArea) there("#supervision-words")).getText().contains("‹reply›"));
            draw("hosted");
        }
    }

    @Test
    void aRowThatIsCutOff() throws Exception {
        try (Project project = project(Rows.body(5).toString())) {
            open(project);
            stand().does(() -> {
                var limit = (TextField) there("#supervision-limit");
                limit.setText("70");
                limit.fireEvent(new javafx.event.ActionEvent());
            });
            until(() -> text("#supervision-sentence").contains("would have been trained"));
            until(() -> node("#survey-cut") != null);
            draw("cut");
            stand().does(() -> ((ButtonBase) there("#survey-cut")).fire());
            until(() -> stand().session.isQuiet() && stand().scene.lookup("#supervision-sentence") != null);
            stand().drawsOnce("trained-cut-rows");
        }
    }

    @Test
    void aRowThatTheTemplateRefuses() throws Exception {
        try (Project project = project(TWICE)) {
            open(project);
            choose("template:mistral");
            until(() -> node("#supervision-refused") != null);
            until(() -> node("#survey-idle") != null);
            draw("refused");
            stand().does(() -> ((ButtonBase) there("#survey-idle")).fire());
            until(() -> stand().session.isQuiet());
            assertEquals(1, project.examples().view(new fettle.example.ExampleQuery(fettle.example.ExampleFilter
                    .parse("supervision = \"refused by the template\""), "", "", false)).size());
        }
    }

    @Test
    void aFilterThatAsksForItIsAnsweredWithoutTheMode() throws Exception {
        try (Project project = project(TWICE.replace("\"role\":\"assistant\"", "\"role\":\"user\""))) {
            start(project);
            stand().does(() -> stand().session.show(Place.EXAMPLES, "supervision = \"teaches nothing\""));
            until(() -> {
                try {
                    return project.examples().view(new fettle.example.ExampleQuery(fettle.example.ExampleFilter
                            .parse("supervision = \"teaches nothing\""), "", "", false)).size() == 1;
                } catch (IOException impossible) {
                    return false;
                }
            });
        }
    }

    @Test
    void aMegabyteIsTurnedOverInPages() throws Exception {
        String words = "The lamp turns once in ten seconds, whatever the weather may be. ".repeat(16_000);
        try (Project project = project(Rows.chat("", "Tell all.", words).toString())) {
            open(project);
            until(() -> node("#supervision-to-cut") != null);
            stand().does(() -> ((ButtonBase) there("#supervision-next")).fire());
            until(() -> node("#supervision-previous") != null && !there("#supervision-previous").isDisabled());
            stand().does(() -> ((ButtonBase) there("#supervision-to-cut")).fire());
            draw("long");
        }
    }
}
