package fettle.ui.example.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.app.HomeAsk;
import fettle.example.BodyJson;
import fettle.project.Project;
import fettle.ui.Stand;
import fettle.ui.example.ExampleTools;
import fettle.ui.example.ExamplesScreen;
import fettle.ui.example.Rows;
import fettle.ui.example.supervision.FamilyDesk;
import fettle.ui.session.Place;
import fettle.web.RawServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Asking a real server on loopback about an answer, as people do it; the pictures lie in target/pictures.
@Tag("screen")
@Timeout(600)
final class AskPicturesTest {

    private static final String BEFORE = "Sure, great question. The lamp does not turn itself; a small engine turns the "
            + "lens around it, usually one metre in an hour.";
    private static final String AFTER = "The lamp does not turn itself; a clockwork turns the lens around it. Its weight "
            + "sinks one metre in an hour.";

    @TempDir
    private Path folder = Path.of("");
    private @Nullable Stand opened;

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
        return Objects.requireNonNull(opened);
    }

    private static String piece(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":" + BodyJson.mapper().writeValueAsString(text)
                + "}}]}";
    }

    private static String[] answer(String text) {
        return new String[]{piece(text.substring(0, text.length() / 2)), piece(text.substring(text.length() / 2)),
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}",
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":210,\"completion_tokens\":31}}", "[DONE]"};
    }

    private Project project() throws Exception {
        Project project = Rows.project(folder.resolve("p"), 0);
        try (var addition = project.examples().add("Imported lamp.jsonl")) {
            addition.add(
                    new fettle.example.NewExample(Rows.chat("You explain the lamp room.", "How does the lamp turn?",
                            BEFORE), List.of(), fettle.example.Example.Origin.UNKNOWN));
        }
        project.examples().awaitCounts();
        return project;
    }

    private HomeAsk open(Project project, String address) throws Exception {
        var home = new HomeAsk(folder.resolve("home"), Map.of("OPENAI_BASE_URL", address + "/v1", "OPENAI_API_KEY",
                "sk-test", "FETTLE_TIMEOUT_S", "60"));
        opened = Stand.with(made -> List.of(new ExamplesScreen(made.session, made.overlay, new ExampleTools(Rows::words,
                4096, () -> {}, new Nobody(), FamilyDesk.KNOWN, home.desk()))));
        stand().does(() -> {
            stand().session.open(project);
            stand().session.goTo(Place.EXAMPLES);
        });
        until(() -> node("#turn-2") != null && !there("#ask-model").isDisabled());
        press("#ask-model");
        until(() -> node("#ask-instruction") != null && stand().session.isQuiet());
        return home;
    }

    private void ask(String model, String instruction) throws Exception {
        stand().does(() -> {
            ((ComboBox<?>) there("#ask-model-name")).getEditor().setText(model);
            ((TextField) there("#ask-instruction")).setText(instruction);
        });
        press("#ask-start");
    }

    private @Nullable Node node(String selector) {
        stand().scene.getRoot().applyCss();
        stand().scene.getRoot().layout();
        return stand().scene.lookup(selector);
    }

    private Node there(String selector) {
        return Objects.requireNonNull(node(selector), selector);
    }

    private void press(String button) throws Exception {
        stand().does(() -> ((ButtonBase) there(button)).fire());
    }

    private void key(KeyCode code) throws Exception {
        stand().does(() -> there("#ask-columns").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private String took(int number) {
        return node("#candidate-took-" + number) instanceof Label label ? label.getText() : "";
    }

    private String shown(int number) {
        return there("#candidate-" + number).lookup(".styled-area") instanceof StyleClassedTextArea area
                ? area.getText()
                : "";
    }

    private static String answerOf(Project project) throws Exception {
        return project.examples().find(1).orElseThrow().turns().getLast().text();
    }

    @Test
    void aSuggestionIsTakenByHunkAndAskingAgainCostsNothing() throws Exception {
        try (var server = new RawServer((_, line) -> line.stream(answer(AFTER))); Project project = project()) {
            open(project, server.address());
            until(() -> "fettle-base".equals(((ComboBox<?>) there("#ask-model-name")).getEditor().getText()));
            draws("ask-empty");
            ask("openai/gpt-test", "Correct it. Leave the greeting out.");
            until(() -> node("#hunk-next-1") != null);
            assertTrue(took(1).contains("31 tokens in "), took(1));
            draws("ask-hunks");
            key(KeyCode.J);
            key(KeyCode.X);
            until(() -> ((ButtonBase) there("#ask-accept")).getText().matches("Take \\d of \\d changes"));
            draws("ask-hunk-left");
            key(KeyCode.ENTER);
            until(() -> node("#ask") == null && stand().session.isQuiet());
            until(() -> project.examples().size() == 1 && history(project).startsWith("Accepted"));
            assertEquals("Accepted a suggestion of openai/gpt-test in example 0001", history(project));
            assertFalse(answerOf(project).startsWith("Sure"));
            assertTrue(project.examples().find(1).orElseThrow().edited());

            project.examples().undo();
            until(() -> stand().session.isQuiet());
            press("#ask-model");
            until(() -> node("#ask-remembered") != null && there("#ask-remembered").isVisible());
            ask("openai/gpt-test", "Correct it. Leave the greeting out.");
            until(() -> node("#hunk-next-1") != null);
            assertEquals("temperature 0.2 · from the journal, cost nothing", took(1));
            assertEquals(1, server.asked().size());
            key(KeyCode.ENTER);
            until(() -> node("#ask") == null && stand().session.isQuiet());
            until(() -> quietAnswer(project).equals(AFTER));
        }
    }

    private static String history(Project project) {
        try {
            return project.examples().history().getLast().sentence();
        } catch (java.io.IOException impossible) {
            return impossible.toString();
        }
    }

    private static String quietAnswer(Project project) {
        try {
            return answerOf(project);
        } catch (Exception impossible) {
            return impossible.toString();
        }
    }

    @Test
    void threeCandidatesStandSideBySideAndChatterIsNamed() throws Exception {
        var texts = List.of(AFTER, "Here is the corrected text:\n\n" + AFTER,
                "<think>They want it short.</think>\nNo, a "
                        + "clockwork turns the lens.");
        try (var server = new RawServer((asked, line) -> line.stream(answer(texts.get(asked.number() - 1))));
                Project project = project()) {
            open(project, server.address());
            press("#ask-candidates-3");
            ask("openai/gpt-test", "Say it shorter.");
            until(() -> node("#leave-out-2") != null && node("#leave-out-3") != null);
            until(() -> node("#hunk-next-1") != null && node("#hunk-next-3") != null);
            draws("ask-three");
            assertTrue(server.asked().get(1).body().contains("\"temperature\":0.7"), server.asked().get(1).body());
            press("#leave-out-3");
            until(() -> !shown(3).contains("<think>"));
            key(KeyCode.DIGIT3);
            key(KeyCode.ENTER);
            until(() -> node("#ask") == null && quietAnswer(project).equals("No, a clockwork turns the lens."));
        }
    }

    @Test
    void stopKeepsWhatCameAndEscTakesNothing() throws Exception {
        var go = new CountDownLatch(1);
        try (var server = new RawServer((_, line) -> {
            line.stream(piece("The lamp does not turn itself; a clockwork "));
            go.countDown();
            line.fallSilent();
        }); Project project = project()) {
            open(project, server.address());
            ask("openai/gpt-test", "Correct it.");
            until(() -> shown(1).startsWith("The lamp does not"));
            draws("ask-streaming");
            press("#ask-stop");
            until(() -> took(1).endsWith("stopped") && node("#hunk-next-1") != null);
            stand().does(() -> there("#ask-columns").fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
            until(() -> node("#ask") == null);
            assertEquals(BEFORE, answerOf(project));
        }
    }

    @Test
    void aFailureIsASentenceWithWhatToDo() throws Exception {
        try (var server = RawServer.json(429, """
                {"error":{"code":"insufficient_quota","message":"You exceeded your current quota."}}""");
                Project project = project()) {
            HomeAsk home = open(project, server.address());
            press("#ask-candidates-2");
            stand().does(() -> ((ComboBox<?>) there("#ask-second")).getEditor().setText("groq/llama"));
            ask("openai/gpt-test", "Correct it.");
            until(() -> took(1).endsWith("failed") && took(2).endsWith("failed"));
            draws("ask-failure");
            home.goOffline();
            stand().does(() -> ((ComboBox<?>) there("#ask-second")).getEditor().setText("mistral/small"));
            press("#ask-start");
            until(() -> took(2).endsWith("failed"));
        }
    }

    @Test
    void theModelOfThisMachineCanBeAsked() throws Exception {
        try (Project project = project()) {
            open(project, "http://127.0.0.1:9");
            ask("fettle-base", "Shorter.");
            until(() -> ended(1));
            assertTrue(took(1).contains(" in "), took(1));
        }
    }

    private boolean ended(int number) {
        return took(number).contains(" in ") || took(number).endsWith("failed");
    }

    @Test
    void onlyTheSelectionIsRewritten() throws Exception {
        try (var server = new RawServer((_, line) -> line.stream(answer("a clockwork"))); Project project = project()) {
            open(project, server.address());
            stand().does(stand().overlay::close);
            stand().does(() -> {
                var area = (StyleClassedTextArea) there("#turn-2").lookup(".styled-area");
                int from = BEFORE.indexOf("a small engine");
                area.selectRange(from, from + "a small engine".length());
            });
            press("#ask-model");
            until(() -> node("#ask-instruction") != null);
            assertTrue(((ComboBox<?>) there("#ask-target")).getValue() instanceof Target target && target.isPart());
            ask("openai/gpt-test", "Name the clockwork.");
            until(() -> node("#hunk-next-1") != null);
            key(KeyCode.ENTER);
            until(() -> quietAnswer(project).equals(BEFORE.replace("a small engine", "a clockwork")));
        }
    }
}
