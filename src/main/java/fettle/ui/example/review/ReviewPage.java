package fettle.ui.example.review;

import fettle.example.BodyJson;
import fettle.example.Example;
import fettle.example.shape.Pairs;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.text.MarkdownView;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.LineEnds;
import fettle.ui.example.editor.TurnFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;

/// An example as one reads it: Markdown in large type, tool calls with their arguments laid out.
final class ReviewPage {

    /// With more turns the middle ones are left out.
    private static final int MOST_TURNS = 60;

    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter().withSeparators(
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER));

    private final Map<String, String> calls = new HashMap<>();

    private ReviewPage() {}

    /// The turns from top to bottom.
    static List<Node> of(Example example) {
        var page = new ReviewPage();
        var nodes = new ArrayList<Node>();
        nodes.add(Labels.of(where(example), "t-mono", "t-soft"));
        JsonNode messages = example.body().path("messages");
        for (int turn = 0; turn < messages.size(); turn++) {
            if (turn == MOST_TURNS / 2 && messages.size() > MOST_TURNS) {
                int left = messages.size() - MOST_TURNS;
                nodes.add(Labels.wrapped(left + " turns are left out here. Open it in the editor to see all.",
                        "t-soft"));
                turn += left;
            }
            nodes.add(page.turn(messages.path(turn)));
        }
        for (JsonNode rejected : Pairs.rejected(example.body())) {
            nodes.add(Labels.of("Rejected answer", "t-label", "t-soft"));
            nodes.add(page.turn(rejected, "rejected"));
        }
        return nodes;
    }

    private static String where(Example example) {
        String source = example.origin().source();
        return ExampleWords.number(example.id()) + (source.isEmpty() ? "" : " · " + source);
    }

    private Node turn(JsonNode message) {
        return turn(message, TurnFrame.colour(message.path("role").asString("")));
    }

    private Node turn(JsonNode message, String colour) {
        String role = message.path("role").asString("");
        var bar = new Region();
        bar.getStyleClass().addAll("review-bar", "role-" + colour);
        var words = new VBox(10);
        words.getStyleClass().addAll("review-text", "review-" + colour);
        words.setAccessibleText(ExampleWords.role(role));
        if (role.equals("tool") || role.equals("function")) {
            result(words, message);
        } else {
            texts(message.path("content")).forEach(text -> words.getChildren().add(markdown(text)));
        }
        for (JsonNode call : message.path("tool_calls")) {
            calls.put(call.path("id").asString(""), call.path("function").path("name").asString(""));
            words.getChildren().add(call(call.path("function")));
        }
        if (message.path("function_call").isObject()) {
            words.getChildren().add(call(message.path("function_call")));
        }
        if (role.equals("assistant") && message.path("weight").asDouble(1) == 0) {
            words.getChildren().add(Labels.wrapped("Not trained: its weight is 0.", "t-small", "t-soft"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(12, bar, words);
    }

    private void result(VBox words, JsonNode message) {
        String name = calls.getOrDefault(message.path("tool_call_id").asString(""), message.path("name").asString(""));
        words.getChildren().add(head(Feather.CORNER_DOWN_RIGHT, name.isEmpty() ? "Result" : "Result of " + name));
        texts(message.path("content")).forEach(text -> words.getChildren()
                .add(isJson(text) ? json(text) : markdown(text)));
    }

    private static Node call(JsonNode function) {
        JsonNode arguments = function.path("arguments");
        String text = arguments.isString() ? arguments.stringValue() : arguments.toString();
        return new VBox(6, head(Feather.TOOL, "Calls " + function.path("name").asString("a tool without a name")),
                json(text));
    }

    private static Node head(Feather icon, String words) {
        var line = new HBox(7, Icons.of(icon, "icon-small"), Labels.of(words, "t-label"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node markdown(String text) {
        return MarkdownView.of(LineEnds.shown(text));
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    }

    /// Laid out over lines, when it is JSON; else as it is.
    private static Node json(String text) {
        String shown = text;
        try {
            shown = BodyJson.mapper().writer().with(PRETTY).writeValueAsString(BodyJson.mapper().readTree(text));
        } catch (JacksonException _) {
            // shown as it is; the checks name it
        }
        return MarkdownView.of("~~~~~~json\n" + LineEnds.shown(shown) + "\n~~~~~~");
    }

    private static List<String> texts(JsonNode content) {
        if (content.isString()) {
            return List.of(content.stringValue());
        }
        var texts = new ArrayList<String>();
        for (JsonNode part : content) {
            JsonNode words = part.isString() ? part : part.path("text");
            texts.add(words.isString()
                    ? words.stringValue()
                    : "*(" + part.path("type").asString("a part") + ", not shown here)*");
        }
        return texts;
    }
}
