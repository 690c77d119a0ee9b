package fettle.ui.example.editor;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes of a row's messages that leave everything else key for key as it was. Each returns a new body.
public final class BodyEdits {

    private BodyEdits() {}

    /// Writes a text where [MessageForm.Piece.Words] found it, into `body` itself.
    public static void setText(ObjectNode body, int turn, String path, String text) {
        setNode(body, turn, path, body.stringNode(text));
    }

    /// Writes any value into `body` itself.
    static void setNode(ObjectNode body, int turn, String path, JsonNode value) {
        JsonPointer pointer = JsonPointer.compile(path);
        JsonNode parent = body.path("messages").path(turn).at(pointer.head());
        JsonPointer last = pointer.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), value);
        }
    }

    /// Another role. What only the old role may have goes: the weight of an assistant, the call of a tool's result.
    public static ObjectNode withRole(ObjectNode body, int turn, String role) {
        ObjectNode changed = body.deepCopy();
        if (changed.path("messages").path(turn) instanceof ObjectNode message) {
            message.put("role", role);
            if (!role.equals("assistant")) {
                message.remove("weight");
            }
            if (!role.equals("tool")) {
                message.remove("tool_call_id");
            } else if (!message.has("tool_call_id")) {
                bind(changed, turn, message);
            }
        }
        return changed;
    }

    /// A new, empty turn at this place. The result of a tool is bound to the last call that has none.
    public static ObjectNode withTurn(ObjectNode body, int at, String role) {
        ObjectNode changed = body.deepCopy();
        ObjectNode message = messages(changed).insertObject(at).put("role", role);
        if (role.equals("tool")) {
            bind(changed, at, message);
        }
        message.put("content", "");
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

    /// The same turn once more, after it.
    public static ObjectNode duplicated(ObjectNode body, int turn) {
        ObjectNode changed = body.deepCopy();
        messages(changed).insert(turn + 1, messages(changed).get(turn).deepCopy());
        return changed;
    }

    /// Weight 0 is written down; a turn that is trained needs no word for it.
    public static ObjectNode withWeight(ObjectNode body, int turn, boolean trained) {
        ObjectNode changed = body.deepCopy();
        if (changed.path("messages").path(turn) instanceof ObjectNode message) {
            if (trained) {
                message.remove("weight");
            } else {
                message.put("weight", 0);
            }
        }
        return changed;
    }

    /// A new call of the tool `name`, without arguments, behind the calls of the turn.
    static ObjectNode withCall(ObjectNode body, int turn, String name) {
        ObjectNode changed = body.deepCopy();
        if (changed.path("messages").path(turn) instanceof ObjectNode message) {
            if (message.path("content").asString("").isEmpty()) {
                message.putNull("content");
            }
            ObjectNode call = message.withArray("tool_calls").addObject().put("id", freshId(changed))
                    .put("type", "function");
            call.putObject("function").put("name", name).put("arguments", "{}");
        }
        return changed;
    }

    static ObjectNode withoutCall(ObjectNode body, int turn, int call) {
        ObjectNode changed = body.deepCopy();
        if (changed.path("messages").path(turn) instanceof ObjectNode message
                && message.path("tool_calls") instanceof ArrayNode calls) {
            calls.remove(call);
            if (calls.isEmpty()) {
                message.remove("tool_calls");
                if (message.path("content").isNull()) {
                    message.put("content", "");
                }
            }
        }
        return changed;
    }

    /// The result of a tool belongs to this call.
    static ObjectNode withCallId(ObjectNode body, int turn, String id) {
        ObjectNode changed = body.deepCopy();
        setNode(changed, turn, "/tool_call_id", changed.stringNode(id));
        return changed;
    }

    static ObjectNode withTools(ObjectNode body, JsonNode tools) {
        ObjectNode changed = body.deepCopy();
        changed.set("tools", tools);
        return changed;
    }

    private static void bind(ObjectNode body, int before, ObjectNode message) {
        var answered = new HashSet<String>();
        body.path("messages").forEach(other -> answered.add(other.path("tool_call_id").asString("")));
        String last = "";
        for (int turn = 0; turn < before; turn++) {
            for (JsonNode call : body.path("messages").path(turn).path("tool_calls")) {
                String id = call.path("id").asString("");
                last = answered.contains(id) ? last : id;
            }
        }
        if (!last.isEmpty()) {
            message.put("tool_call_id", last);
        }
    }

    private static String freshId(ObjectNode body) {
        Set<String> taken = new HashSet<>();
        body.path("messages").forEach(message -> message.path("tool_calls")
                .forEach(call -> taken.add(call.path("id").asString(""))));
        int number = 1;
        while (taken.contains("call_" + number)) {
            number++;
        }
        return "call_" + number;
    }

    static ArrayNode messages(ObjectNode body) {
        return body.withArray("messages");
    }
}
