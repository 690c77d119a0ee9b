package fettle.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The texts of a row, as search sees them: everything that is said in its turns, the names and arguments of tool calls
/// included; but neither roles and ids, nor the bytes of pictures and sounds.
public final class BodyTexts {

    private static final Set<String> PASSED_OVER = Set.of("role", "type", "id", "tool_call_id", "image_url",
            "input_audio", "file");

    private BodyTexts() {}

    /// Text by text, in the order of the turns.
    public static List<String> of(JsonNode body) {
        var texts = new ArrayList<String>();
        for (JsonNode message : body.path("messages")) {
            add(message, texts);
        }
        return texts;
    }

    private static void add(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.stringValue());
        } else if (node.isObject()) {
            for (var property : node.properties()) {
                if (!PASSED_OVER.contains(property.getKey())) {
                    add(property.getValue(), texts);
                }
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                add(element, texts);
            }
        }
    }
}
