package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.bench.BenchReport;
import fettle.example.BodyJson;
import fettle.example.Example.Origin;
import fettle.example.NewExample;
import fettle.project.Project;
import fettle.ui.Stand;
import fettle.ui.Toolkit;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// How long the editor takes to show what is large, in milliseconds of one warm opening: from the choice of the row until
/// its text is laid out with the caret in it.
@Tag("bench")
final class EditorBench {

    private static final int WARM = 3;

    @TempDir
    private Path folder;

    @Test
    void opensWhatIsLarge() throws Exception {
        try (Project project = Rows.project(folder.resolve("p"), 2)) {
            long lines = add(project, Rows.chat("", "Tell it.",
                    "- The *lamp* was lit at `16:40`, and the glass wiped before it was dark.\n".repeat(14_000)));
            long line = add(project, Rows.chat("", "In one line.", "The keeper wrote it down. ".repeat(12_000)));
            long many = add(project, turns(500));
            var stand = Stand.with(it -> List.of(new ExamplesScreen(it.session, it.overlay,
                    new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")))));
            stand.does(() -> {
                stand.session.open(project);
                stand.session.goTo(Place.EXAMPLES);
            });
            opened(stand, 1, "The lamp");
            for (int round = 0; round <= WARM; round++) {
                measure(stand, "editor.open.1MB", lines, "- The *lamp*", round == WARM);
                measure(stand, "editor.open.300KBLine", line, "The keeper", round == WARM);
                measure(stand, "editor.open.500turns", many, "Turn 1.", round == WARM);
                if (round == WARM) {
                    scroll(stand);
                }
                opened(stand, 1, "The lamp");
            }
            opened(stand, lines, "- The *lamp*");
            type(stand, "editor.key.1MB");
            opened(stand, line, "The keeper");
            type(stand, "editor.key.300KBLine");
        }
    }

    private static void measure(Stand stand, String name, long id, String text, boolean counts) throws Exception {
        double millis = opened(stand, id, text);
        if (counts) {
            BenchReport.add(name, millis, "ms", "");
        }
        assertTrue(millis > 0);
    }

    private static double opened(Stand stand, long id, String text) throws Exception {
        long start = System.nanoTime();
        stand.does(() -> stand.session.show(Place.EXAMPLES, "" + id));
        stand.until(() -> {
            stand.scene.getRoot().applyCss();
            stand.scene.getRoot().layout();
            boolean shown = stand.scene.lookup("#editor-title") instanceof javafx.scene.control.Labeled title
                    && title.getText().endsWith("%04d".formatted(id));
            if (shown && stand.scene.lookup(id == 1 ? "#turn-2" : "#turn-1") instanceof StyleClassedTextArea area
                    && area.getText(0, Math.min(area.getLength(), text.length())).equals(text)) {
                area.requestFocus();
                stand.scene.getRoot().layout();
                return !area.getVisibleParagraphs().isEmpty();
            }
            return false;
        });
        double millis = (System.nanoTime() - start) / 1e6;
        stand.until(() -> {
            stand.scene.getRoot().layout();
            return stand.session.isQuiet();
        });
        return millis;
    }

    private static void scroll(Stand stand) throws Exception {
        double worst = 0;
        double all = 0;
        for (int step = 0; step <= 100; step++) {
            double to = step / 100.0;
            long took = Toolkit.on(() -> {
                long start = System.nanoTime();
                ((ScrollPane) stand.scene.lookup(".editor > .scroll-pane")).setVvalue(to);
                stand.scene.getRoot().applyCss();
                stand.scene.getRoot().layout();
                return System.nanoTime() - start;
            });
            worst = Math.max(worst, took / 1e6);
            all += took / 1e6;
        }
        BenchReport.add("editor.scroll.500turns.mean", all / 101, "ms", "");
        BenchReport.add("editor.scroll.500turns.worst", worst, "ms", "");
        stand.until(() -> stand.scene.lookup("#turn-499") != null);
    }

    private static void type(Stand stand, String name) throws Exception {
        double[] took = new double[20];
        for (int key = 0; key < took.length; key++) {
            took[key] = Toolkit.on(() -> {
                var area = (StyleClassedTextArea) stand.scene.lookup("#turn-1");
                long start = System.nanoTime();
                area.insertText(Math.min(2000, area.getLength()), "x");
                stand.scene.getRoot().applyCss();
                stand.scene.getRoot().layout();
                return (System.nanoTime() - start) / 1e6;
            });
        }
        java.util.Arrays.sort(took);
        BenchReport.add(name + ".median", took[took.length / 2], "ms", "");
    }

    private static ObjectNode turns(int count) {
        ObjectNode body = BodyJson.mapper().createObjectNode();
        var messages = body.putArray("messages");
        for (int turn = 0; turn < count; turn++) {
            messages.addObject().put("role", turn % 2 == 0 ? "user" : "assistant").put("content",
                    "Turn " + turn + ". " + "The glass is wiped with spirit and a dry cloth. ".repeat(turn % 9));
        }
        return body;
    }

    private static long add(Project project, ObjectNode body) throws Exception {
        try (var addition = project.examples().add("Added")) {
            addition.add(new NewExample(body, List.of(), Origin.UNKNOWN));
        }
        project.examples().awaitCounts();
        var view = project.examples().view(fettle.example.ExampleQuery.ALL);
        return view.id(view.size() - 1);
    }
}
