package fettle.example.shape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes one body as a ShareGPT row.
final class ShareGptWriter {

    private final ObjectNode body;
    private final ObjectNode row = ExactJson.object();
    private final Set<String> without = new LinkedHashSet<>();

    ShareGptWriter(ObjectNode body) {
        this.body = body;
    }

    Written row() throws Refused {
        ArrayNode turns = row.putArray("conversations");
        List<JsonNode> messages = Messages.of(body);
        List<JsonNode> rejected = Pairs.rejected(body);
        int preferred = rejected.isEmpty() ? 0 : Pairs.preferred(body);
        boolean systemTurn = RawForm.of(body, "system").isString();
        for (int i = 0; i < messages.size() - preferred; i++) {
            JsonNode message = messages.get(i);
            if (i == 0 && Messages.role(message).equals("system") && !systemTurn) {
                row.put("system", Messages.content(message)
                        .orElseThrow(() -> new Refused("parts", "has a system message that is no text")));
            } else {
                turns.add(turn(message, i));
            }
        }
        if (!rejected.isEmpty()) {
            if (preferred != 1 || rejected.size() != 1) {
                throw new Refused("long-answers", "has answers of several messages");
            }
            row.set("chosen", turn(messages.getLast(), messages.size() - 1));
            row.set("rejected", ShareGpt.turn(ExactJson.object(), rejected.getFirst(), -1));
        }
        if (body.path("label").isBoolean()) {
            row.set("kto_tag", body.path("label"));
        }
        ShareGpt.tools(body).ifPresent(tools -> row.set("tools", tools));
        return new Written(row, without);
    }

    private ObjectNode turn(JsonNode message, int number) throws Refused {
        if (!message.isObject()) {
            throw new Refused("not-a-message", "has a message that is not an object");
        }
        boolean calling = !message.path("tool_calls").isEmpty();
        note(message.has("weight"), "weights");
        note(message.has("name"), "names");
        note(calling && Messages.isFilled(message.path("content")), "texts beside calls");
        note(message.has("function_call"), "calls in the old form");
        return ShareGpt.turn(body, message, number);
    }

    private void note(boolean lost, String what) {
        if (lost) {
            without.add(what);
        }
    }
}
