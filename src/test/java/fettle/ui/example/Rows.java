package fettle.ui.example;

import fettle.ui.example.editor.BodyEdits;
import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.Example.Origin;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.NewExample;
import fettle.project.Project;
import fettle.project.Projects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A project about a lighthouse, for the screens under test: questions, answers, code, a table, other scripts.
public final class Rows {

    static final String SYSTEM = "You explain the lamp room of the lighthouse, exactly and briefly.";
    private static final List<String> SUBJECTS = List.of("How does the lamp turn?", "Explain what the lens gathers.",
            "Summarise the night of the storm.", "Write a test for the fog signal.", "When is the lamp lit?",
            "What does the keeper write down?", "Compare oil and gas burners.", "List the parts of the clockwork.",
            "What happens when the weight is down?", "How are the panes cleaned?", "Why is the light red to the north?",
            "What is a character of a light?");
    private static final List<String> SOURCES = List.of("lamp.md", "lens.md", "keeper-log.md", "signals.md", "tower.md",
            "storms.md", "oil.md", "clockwork.md");

    private Rows() {}

    /// A new project with this many rows; 0 for an empty one. Tokens are counted as words.
    public static Project project(Path folder, int rows) throws IOException, InterruptedException {
        Project project = new Projects(Rows::words).create(folder);
        if (rows > 0) {
            ExampleStore store = project.examples();
            try (var addition = store.add("Imported lighthouse.jsonl")) {
                for (int row = 0; row < rows; row++) {
                    String source = SOURCES.get(row * row % SOURCES.size());
                    addition.add(new NewExample(body(row), row % 3 == 0 ? List.of("clockwork") : List.of("light"),
                            new Origin(source, "", row + 1, "", "", "", "")));
                }
            }
            mark(store);
            store.awaitCounts();
        }
        return project;
    }

    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static void mark(ExampleStore store) throws IOException {
        var view = store.view(ExampleQuery.ALL);
        var changes = new ArrayList<Change>();
        for (int row = 0; row < view.size(); row++) {
            if (row % 5 == 1) {
                changes.add(new Change.SetStatus(view.id(row), ExampleStatus.APPROVED));
            } else if (row % 11 == 2) {
                changes.add(new Change.SetStatus(view.id(row), ExampleStatus.REJECTED));
            }
        }
        store.apply(changes, "Decided on some");
        Example first = store.find(view.id(0)).orElseThrow();
        store.apply(List.of(new Change.SetBody(first.id(), edited(first.body()))), "Edited example 0001");
    }

    private static ObjectNode edited(ObjectNode body) {
        ObjectNode changed = body.deepCopy();
        BodyEdits.setText(changed, 2, "/content", """
                The lamp does not turn itself; the clockwork turns the lens around it. A weight sinks slowly in the \
                tower, usually one metre in an hour.

                ```rust
                let turns = weight.height() / drum.girth();
                // the keeper winds it up before it is down
                ```

                Only the `governor` keeps the speed even, so its vanes must be clean **before each night**.""");
        return changed;
    }

    public static ObjectNode body(int row) {
        if (row % 13 == 7) {
            return chat("", "为什么灯塔需要红色的光？", "因为红光标出北边的暗礁，船只看到它就知道要向南行驶。每个夜晚都一样。");
        }
        String question = row < SUBJECTS.size()
                ? SUBJECTS.get(row)
                : SUBJECTS.get(row % SUBJECTS.size()).replace("?", " in year " + (1850 + row) + "?");
        return chat(SYSTEM, question, row == 0 ? ORIGINAL : row == 6 ? TABLE : answer(row));
    }

    private static final String ORIGINAL = """
            Sure, great question. The lamp does not turn itself; a small engine turns it usually one metre in an hour.

            ```rust
            let turns = weight.height() / drum.girth();
            // the keeper winds it up before it is down
            ```

            Only the `governor` keeps the speed even, so its vanes must be clean.""";
    static final String TABLE = """
            An oil burner needs a wick and a full reservoir. It is lit by hand, trimmed every four hours and never left \
            alone.

            A gas burner has a mantle. It is brighter and *needs a pump*:

            | | Oil | Gas |
            |---|---|---|
            | Light | warm, weak | white, strong |
            | Keeper | every four hours | at dusk and dawn |
            | Cost | `3 barrels` a month | a pump and a pipe |

            So use gas where there is a road, and oil on the rock.""";

    private static String answer(int row) {
        var text = new StringBuilder("It depends on the night, and the keeper writes it down as number " + row + ". ");
        for (int sentence = 0; sentence < row * 7 % 40; sentence++) {
            text.append("The glass is wiped with spirit and a dry cloth before dusk. ");
        }
        return text.toString().strip();
    }

    public static ObjectNode chat(String system, String question, String answer) {
        ObjectNode body = BodyJson.mapper().createObjectNode();
        ArrayNode messages = body.putArray("messages");
        if (!system.isEmpty()) {
            messages.addObject().put("role", "system").put("content", system);
        }
        messages.addObject().put("role", "user").put("content", question);
        messages.addObject().put("role", "assistant").put("content", answer);
        return body;
    }
}
