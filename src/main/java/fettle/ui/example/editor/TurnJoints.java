package fettle.ui.example.editor;

import fettle.example.BodyJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// One turn made two, and two made one. Each returns a new body; the second undoes the first.
final class TurnJoints {

    private TurnJoints() {}

    /// Cuts a turn at a place of its text; what comes after goes to a new turn of the same role, line breaks and blanks at
    /// the cut are dropped. Calls of tools and further parts go along with the second half.
    ///
    /// @param path of the text within the turn, "/content" or "/content/0/text"
    /// @param text the whole text as it stands
    /// @param offset in UTF-16 units
    static ObjectNode split(ObjectNode body, int turn, String path, String text, int offset) {
        ObjectNode changed = body.deepCopy();
        if (!(changed.path("messages").path(turn) instanceof ObjectNode first)) {
            return changed;
        }
        ObjectNode second = first.deepCopy();
        BodyEdits.messages(changed).insert(turn + 1, second);
        first.remove("tool_calls");
        BodyEdits.setText(changed, turn, path, text.substring(0, offset).stripTrailing());
        BodyEdits.setText(changed, turn + 1, path, text.substring(offset).stripLeading());
        if (first.path("content") instanceof ArrayNode before && second.path("content") instanceof ArrayNode after) {
            int part = tools.jackson.core.JsonPointer.compile(path).tail().getMatchingIndex();
            while (before.size() > part + 1) {
                before.remove(part + 1);
            }
            for (int gone = 0; gone < part; gone++) {
                after.remove(0);
            }
        }
        return changed;
    }

    /// Joins a turn with the next one; it keeps its role and its weight. Texts are joined by an empty line.
    static ObjectNode merged(ObjectNode body, int turn) {
        ObjectNode changed = body.deepCopy();
        JsonNode next = changed.path("messages").path(turn + 1);
        if (changed.path("messages").path(turn) instanceof ObjectNode first && next instanceof ObjectNode second) {
            first.set("content", joined(first.path("content"), second.path("content")));
            if (second.path("tool_calls").isArray()) {
                first.withArray("tool_calls").addAll((ArrayNode) second.path("tool_calls"));
            }
            BodyEdits.messages(changed).remove(turn + 1);
        }
        return changed;
    }

    private static JsonNode joined(JsonNode first, JsonNode second) {
        if (isNothing(second)) {
            return first.isMissingNode() ? NullNode.getInstance() : first;
        }
        if (isNothing(first)) {
            return second;
        }
        if (first.isString() && second.isString()) {
            String line = first.stringValue().contains("\r\n") ? "\r\n\r\n" : "\n\n";
            return StringNode.valueOf(first.stringValue() + line + second.stringValue());
        }
        ArrayNode parts = BodyJson.mapper().createArrayNode();
        add(parts, first);
        add(parts, second);
        return parts;
    }

    private static void add(ArrayNode parts, JsonNode content) {
        if (content instanceof ArrayNode list) {
            parts.addAll(list);
        } else if (content.isString()) {
            parts.addObject().put("type", "text").set("text", content);
        } else {
            parts.add(content);
        }
    }

    private static boolean isNothing(JsonNode content) {
        return content.isMissingNode() || content.isNull() || (content.isString() && content.stringValue().isEmpty());
    }
}
