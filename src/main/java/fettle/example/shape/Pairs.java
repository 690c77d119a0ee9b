package fettle.example.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A better and a worse answer to the same: the body holds the prompt with the better one at its end, and the worse one
/// under `non_preferred_output`.
public final class Pairs {

    public static final String REJECTED = "non_preferred_output";

    private Pairs() {}

    /// Whether the row has a better and a worse side.
    public static boolean fits(ObjectNode row) {
        return row.has("preferred_output") || row.has("preferred_completion")
                || (row.has("chosen_messages") && row.has("rejected_messages"))
                || (row.has("chosen") && row.has("rejected"));
    }

    /// Keys of a row that have a place in an example.
    public static List<String> keys(ObjectNode row) {
        return row.has("preferred_output") || row.has("preferred_completion")
                ? List.of("input", "preferred_output", "preferred_completion", REJECTED, "non_preferred_completion")
                : List.of("prompt", "question", "messages", "system", "tools", "chosen", "rejected", "chosen_messages",
                        "rejected_messages");
    }

    /// The row as a body.
    public static ObjectNode read(ObjectNode row) throws Refused {
        return row.has("preferred_output") || row.has("preferred_completion") ? openAi(row) : sides(row);
    }

    private static ObjectNode openAi(ObjectNode row) throws Refused {
        JsonNode input = row.path("input");
        ArrayNode preferred = answer(either(row, "preferred_output", "preferred_completion"));
        ArrayNode rejected = answer(either(row, REJECTED, "non_preferred_completion"));
        ObjectNode body = ExactJson.object();
        ArrayNode messages = body.putArray("messages");
        if (input.path("messages").isArray()) {
            input.path("messages").forEach(messages::add);
        } else if (Messages.isFilled(input) && !input.isObject()) {
            Messages.append(messages, "user", input);
        }
        if (messages.isEmpty()) {
            throw new Refused("missing-question", "This pair has no prompt: `input` has no messages.");
        }
        preferred.forEach(messages::add);
        for (var further : input.properties()) {
            if (!further.getKey().equals("messages")) {
                body.set(further.getKey(), further.getValue());
            }
        }
        reject(body, preferred.size(), rejected);
        return body;
    }

    private static JsonNode either(ObjectNode row, String one, String other) {
        return row.has(one) ? row.path(one) : row.path(other);
    }

    private static ArrayNode answer(JsonNode side) throws Refused {
        ArrayNode answer = ExactJson.list();
        if (Messages.isFilled(side) && !(side.isArray() && side.isEmpty())) {
            Messages.append(answer, "assistant", side);
        }
        if (answer.isEmpty()) {
            throw new Refused("missing-answer", "One side of this pair has no answer.");
        }
        return answer;
    }

    /// Chosen and rejected, with a prompt beside them or as the beginning that both share.
    private static ObjectNode sides(ObjectNode row) throws Refused {
        ArrayNode chosen = answer(either(row, "chosen", "chosen_messages"));
        ArrayNode rejected = answer(either(row, "rejected", "rejected_messages"));
        ArrayNode messages = ExactJson.list();
        if (Messages.isFilled(row.path("system"))) {
            messages.add(Messages.message("system", Messages.text(row.path("system"))));
        }
        JsonNode prompt = row.path("messages").isArray()
                ? row.path("messages")
                : row.path("prompt").isMissingNode() ? row.path("question") : row.path("prompt");
        if (Messages.isFilled(prompt)) {
            Messages.append(messages, "user", prompt);
            chosen = withoutPrompt(prompt, chosen);
            rejected = withoutPrompt(prompt, rejected);
        } else if (row.path("chosen").isString() && row.path("rejected").isString()) {
            String shared = SharedPrompt.of(row.path("chosen").stringValue(), row.path("rejected").stringValue());
            SharedPrompt.turns(shared).forEach(messages::add);
            chosen = SharedPrompt.rest(row.path("chosen").stringValue(), shared);
            rejected = SharedPrompt.rest(row.path("rejected").stringValue(), shared);
        } else {
            int shared = shared(chosen, rejected);
            for (int i = 0; i < shared; i++) {
                messages.add(chosen.path(i));
            }
            chosen = from(shared, chosen);
            rejected = from(shared, rejected);
        }
        if (messages.isEmpty()) {
            throw new Refused("missing-question", "This pair has no prompt, and its sides begin with nothing alike.");
        }
        ObjectNode body = Messages.body(messages);
        chosen.forEach(messages::add);
        Messages.tools(row.path("tools")).ifPresent(tools -> body.set("tools", tools));
        reject(body, chosen.size(), rejected);
        return body;
    }

    /// Some sets repeat the prompt at the beginning of both sides.
    private static ArrayNode withoutPrompt(JsonNode prompt, ArrayNode side) {
        if (prompt.isString() && side.size() > 1 && !Messages.role(side.path(0)).equals("assistant")
                && prompt.equals(side.path(0).path("content"))) {
            return from(1, side);
        }
        int shared = 0;
        while (prompt.isArray() && shared < prompt.size() && shared + 1 < side.size()
                && prompt.path(shared).equals(side.path(shared))) {
            shared++;
        }
        return prompt.isArray() && shared == prompt.size() ? from(shared, side) : side;
    }

    /// How many messages both begin with, one at least being left to each.
    private static int shared(ArrayNode chosen, ArrayNode rejected) {
        int most = Math.min(chosen.size(), rejected.size()) - 1;
        int shared = 0;
        while (shared < most && chosen.path(shared).equals(rejected.path(shared))) {
            shared++;
        }
        return shared;
    }

    private static ArrayNode from(int first, ArrayNode messages) {
        ArrayNode rest = ExactJson.list();
        for (int i = first; i < messages.size(); i++) {
            rest.add(messages.path(i));
        }
        return rest;
    }

    /// Makes a pair of a body whose last messages are the better answer.
    public static void reject(ObjectNode body, int preferred, ArrayNode rejected) {
        body.set(REJECTED, rejected);
        if (preferred != 1) {
            RawForm.keep(body, "preferred", preferred);
        }
    }

    /// The messages of the worse answer; empty when the body is no pair.
    public static List<JsonNode> rejected(JsonNode body) {
        return body.path(REJECTED).isArray() ? body.path(REJECTED).valueStream().toList() : List.of();
    }

    /// How many messages at the end are the better answer.
    public static int preferred(JsonNode body) {
        int kept = RawForm.of(body, "preferred").asInt(1);
        return Math.max(0, Math.min(kept, body.path("messages").size()));
    }

    /// The messages before the better answer.
    public static List<JsonNode> prompt(JsonNode body) {
        List<JsonNode> messages = Messages.of(body);
        return messages.subList(0, messages.size() - preferred(body));
    }

    /// As OpenAI's preference row; empty when the body is no pair.
    public static Optional<ObjectNode> openAi(JsonNode body) {
        if (rejected(body).isEmpty() || Messages.of(body).isEmpty()) {
            return Optional.empty();
        }
        ObjectNode row = ExactJson.object();
        ObjectNode input = row.putObject("input");
        input.putArray("messages").addAll(prompt(body).stream().map(Pairs::plain).toList());
        for (var further : body.properties()) {
            if (!List.of("messages", REJECTED, "label", RawForm.KEY).contains(further.getKey())) {
                input.set(further.getKey(), further.getValue());
            }
        }
        List<JsonNode> messages = Messages.of(body);
        row.putArray("preferred_output").addAll(
                messages.subList(messages.size() - preferred(body), messages.size()).stream().map(Pairs::plain)
                        .toList());
        row.putArray(REJECTED).addAll(new ArrayList<>(rejected(body)));
        return Optional.of(row);
    }

    /// Without its weight, which says what is learned in the chat format and has no place here.
    public static JsonNode plain(JsonNode message) {
        if (message instanceof ObjectNode fields && fields.has("weight")) {
            ObjectNode copy = fields.deepCopy();
            copy.remove("weight");
            return copy;
        }
        return message;
    }
}
