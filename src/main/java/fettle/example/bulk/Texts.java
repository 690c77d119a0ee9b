package fettle.example.bulk;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The texts of a row that people write: contents, and the texts of content parts. Calls and other fields stay.
final class Texts {

    private Texts() {}

    /// Changes one text.
    @FunctionalInterface
    interface Edit {

        /// `role` is that of the message, as the row has it.
        String on(String role, String text);
    }

    /// A body with its texts changed, those of these roles alone, or of all when there are none; the very same body when
    /// no text differs.
    static ObjectNode changed(ObjectNode body, Set<String> roles, Edit edit) {
        ObjectNode copy = body.deepCopy();
        boolean changed = false;
        for (JsonNode node : copy.path("messages")) {
            if (node instanceof ObjectNode message) {
                String role = message.path("role").asString("");
                if (roles.isEmpty() || roles.contains(role)) {
                    changed |= message(message, role, edit);
                }
            }
        }
        return changed ? copy : body;
    }

    private static boolean message(ObjectNode message, String role, Edit edit) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            String after = edit.on(role, content.stringValue());
            message.put("content", after);
            return !after.equals(content.stringValue());
        }
        boolean changed = false;
        if (content instanceof ArrayNode parts) {
            for (int index = 0; index < parts.size(); index++) {
                changed |= part(parts, index, role, edit);
            }
        }
        return changed;
    }

    private static boolean part(ArrayNode parts, int index, String role, Edit edit) {
        JsonNode part = parts.get(index);
        if (part.isString()) {
            String after = edit.on(role, part.stringValue());
            parts.set(index, parts.stringNode(after));
            return !after.equals(part.stringValue());
        }
        if (part instanceof ObjectNode object && object.path("text").isString()) {
            String before = object.path("text").stringValue();
            String after = edit.on(role, before);
            object.put("text", after);
            return !after.equals(before);
        }
        return false;
    }
}
