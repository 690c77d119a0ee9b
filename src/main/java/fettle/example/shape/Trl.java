package fettle.example.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What trainers of Hugging Face's TRL read, always as lists of messages. There the arguments of a call are an object.
public enum Trl {
    /// `{"messages"}`: all answers are learned.
    LANGUAGE_MODELLING,
    /// `{"prompt","completion"}`: the last answer is.
    PROMPT_COMPLETION,
    /// `{"prompt","chosen","rejected"}`.
    PREFERENCE,
    /// `{"prompt","completion","label"}`.
    UNPAIRED;

    /// The narrowest type that holds all of a row.
    public static Trl of(JsonNode body) {
        if (!Pairs.rejected(body).isEmpty()) {
            return PREFERENCE;
        }
        if (body.path("label").isBoolean()) {
            return UNPAIRED;
        }
        List<JsonNode> messages = Messages.of(body);
        long answers = messages.stream().filter(message -> Messages.role(message).equals("assistant")).count();
        boolean one = answers == 1 && messages.size() > 1 && Messages.role(messages.getLast()).equals("assistant");
        return one ? PROMPT_COMPLETION : LANGUAGE_MODELLING;
    }

    /// The body as a row of this type; empty when it cannot be one.
    public Optional<ObjectNode> write(ObjectNode body) {
        List<JsonNode> messages = Messages.of(body);
        boolean answered = messages.size() > 1 && Messages.role(messages.getLast()).equals("assistant");
        ObjectNode row = ExactJson.object();
        switch (this) {
            case LANGUAGE_MODELLING -> put(row, "messages", messages);
            case PROMPT_COMPLETION, UNPAIRED -> {
                if (!answered || (this == UNPAIRED && !body.path("label").isBoolean())) {
                    return Optional.empty();
                }
                put(row, "prompt", messages.subList(0, messages.size() - 1));
                put(row, "completion", List.of(messages.getLast()));
                if (this == UNPAIRED) {
                    row.set("label", body.path("label"));
                }
            }
            case PREFERENCE -> {
                if (Pairs.rejected(body).isEmpty() || messages.isEmpty()) {
                    return Optional.empty();
                }
                int prompt = messages.size() - Pairs.preferred(body);
                put(row, "prompt", messages.subList(0, prompt));
                put(row, "chosen", messages.subList(prompt, messages.size()));
                put(row, "rejected", Pairs.rejected(body));
            }
        }
        if (!body.path("tools").isEmpty()) {
            row.set("tools", body.path("tools"));
        }
        return Optional.of(row);
    }

    private static void put(ObjectNode row, String key, List<JsonNode> messages) {
        ArrayNode list = row.putArray(key);
        new ArrayList<>(messages).forEach(message -> list.add(withObjects(Pairs.plain(message))));
    }

    /// The message with the arguments of its calls as objects, where they are the JSON of one.
    private static JsonNode withObjects(JsonNode message) {
        if (message.path("tool_calls").isEmpty()) {
            return message;
        }
        JsonNode copy = message.deepCopy();
        for (JsonNode call : copy.path("tool_calls")) {
            if (call.path("function") instanceof ObjectNode function && function.path("arguments").isString()) {
                ExactJson.read(function.path("arguments").stringValue()).filter(JsonNode::isObject)
                        .ifPresent(arguments -> function.set("arguments", arguments));
            }
        }
        return copy;
    }
}
