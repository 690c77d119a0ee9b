package fettle.ui.example.editor;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes of a row's messages that leave everything else key for key as it was. Each returns a new body.
public final class BodyEdits {

    private BodyEdits() {}

    /// Writes a text where [MessageForm.Piece.Words] found it, into `body` itself.
    public static void setText(ObjectNode body, int turn, String path, String text) {
        JsonPointer pointer = JsonPointer.compile(path);
        JsonNode parent = body.path("messages").path(turn).at(pointer.head());
        JsonPointer last = pointer.last();
        if (parent instanceof ObjectNode object) {
            object.put(last.getMatchingProperty(), text);
        } else if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), array.stringNode(text));
        }
    }

    public static ObjectNode withRole(ObjectNode body, int turn, String role) {
        ObjectNode changed = body.deepCopy();
        if (changed.path("messages").path(turn) instanceof ObjectNode message) {
            message.put("role", role);
        }
        return changed;
    }

    /// A new, empty turn at this place.
    public static ObjectNode withTurn(ObjectNode body, int at, String role) {
        ObjectNode changed = body.deepCopy();
        messages(changed).insertObject(at).put("role", role).put("content", "");
        return changed;
    }

    public static ObjectNode without(ObjectNode body, int turn) {
        ObjectNode changed = body.deepCopy();
        messages(changed).remove(turn);
        return changed;
    }

    public static ObjectNode moved(ObjectNode body, int from, int to) {
        ObjectNode changed = body.deepCopy();
        ArrayNode messages = messages(changed);
        JsonNode turn = messages.get(from);
        messages.remove(from);
        messages.insert(to, turn);
        return changed;
    }

    private static ArrayNode messages(ObjectNode body) {
        return body.withArray("messages");
    }
}
