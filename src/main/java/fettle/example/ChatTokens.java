package fettle.example;

import fettle.token.TokenCounter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How many tokens a conversation has for a chat model. An estimate, as providers do not publish their templates: 3 a
/// message, every value encoded, 1 for a name, 3 for the reply. Tool definitions are not counted.
public final class ChatTokens {

    static final int PER_MESSAGE = 3;
    static final int PER_NAME = 1;
    static final int FOR_THE_REPLY = 3;

    private ChatTokens() {}

    /// All that is counted of one row.
    ///
    /// @param total all tokens by the chat formula
    /// @param assistant tokens of the assistant's contents alone
    /// @param trained tokens of what a trainer learns: contents and tool calls of the assistant where the weight is not 0
    /// @param lead tokens before the first of those; all when nothing is trained
    public record Counts(int total, int assistant, int trained, int lead) {}

    /// Counts the row; each text is encoded once.
    public static Counts count(ObjectNode body, TokenCounter counter) {
        int total = 0;
        int assistant = 0;
        int trained = 0;
        int lead = -1;
        for (JsonNode message : body.path("messages")) {
            if (message.isObject()) {
                int content = value(message.path("content"), counter);
                int calls = value(message.path("tool_calls"), counter) + value(message.path("function_call"), counter);
                int rest = rest(message, counter);
                boolean answers = message.path("role").asString("").equals("assistant");
                if (answers && message.path("weight").asDouble(1) != 0) {
                    trained += content + calls;
                    lead = lead < 0 && content + calls > 0 ? total + rest : lead;
                }
                assistant += answers ? content : 0;
                total += content + calls + rest;
            }
        }
        total += FOR_THE_REPLY;
        return new Counts(total, assistant, trained, lead < 0 ? total : lead);
    }

    /// All tokens of the row by the chat formula.
    public static int total(ObjectNode body, TokenCounter counter) {
        return count(body, counter).total();
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

    /// The message without its content and its calls.
    private static int rest(JsonNode message, TokenCounter counter) {
        int tokens = PER_MESSAGE;
        for (var property : message.properties()) {
            String key = property.getKey();
            if (!key.equals("content") && !key.equals("tool_calls") && !key.equals("function_call")) {
                tokens += value(property.getValue(), counter) + (key.equals("name") ? PER_NAME : 0);
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

    static boolean isWrapping(String key) {
        return key.equals("type") || key.equals("id") || key.equals("image_url");
    }
}
