package fettle.example;

import fettle.token.TokenCounter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How many tokens a conversation has for a chat model. An estimate, as providers do not publish their templates: 3 a
/// message, every value encoded, 1 for a name, 3 for the reply. Tool definitions are not counted.
public final class ChatTokens {

    private static final int PER_MESSAGE = 3;
    private static final int PER_NAME = 1;
    private static final int FOR_THE_REPLY = 3;

    private ChatTokens() {}

    /// All tokens of the row by the chat formula.
    public static int total(ObjectNode body, TokenCounter counter) {
        int tokens = FOR_THE_REPLY;
        for (JsonNode message : body.path("messages")) {
            if (message.isObject()) {
                tokens += message(message, counter);
            }
        }
        return tokens;
    }

    /// Tokens of the assistant's contents alone.
    public static int assistant(ObjectNode body, TokenCounter counter) {
        int tokens = 0;
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asString("").equals("assistant")) {
                tokens += value(message.path("content"), counter);
            }
        }
        return tokens;
    }

    private static int message(JsonNode message, TokenCounter counter) {
        int tokens = PER_MESSAGE;
        for (var property : message.properties()) {
            tokens += value(property.getValue(), counter);
            if (property.getKey().equals("name")) {
                tokens += PER_NAME;
            }
        }
        return tokens;
    }

    /// Texts count, numbers and flags (a weight) do not: they never reach the model. Of content parts and tool calls the
    /// texts within count, but not the addresses and bytes of pictures, nor the words `type` and `id`.
    private static int value(JsonNode value, TokenCounter counter) {
        if (value.isString()) {
            return counter.count(value.stringValue());
        }
        int tokens = 0;
        if (value.isArray()) {
            for (JsonNode part : value) {
                tokens += value(part, counter);
            }
        } else if (value.isObject()) {
            for (var property : value.properties()) {
                tokens += isWrapping(property.getKey()) ? 0 : value(property.getValue(), counter);
            }
        }
        return tokens;
    }

    private static boolean isWrapping(String key) {
        return key.equals("type") || key.equals("id") || key.equals("image_url");
    }
}
