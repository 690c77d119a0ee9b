package fettle.example;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One message of a conversation, for showing, counting and asking. The JSON itself stays in the body.
///
/// @param role "system", "developer", "user", "assistant", "tool", or what the row says
/// @param text its content; content parts are joined; tool calls are shown as JSON
/// @param trained whether a trainer learns it: an assistant message whose weight is not 0
public record Turn(String role, String text, boolean trained) {

    /// The turns of an OpenAI chat row. What is not a message is passed over; the checks name it.
    public static List<Turn> of(JsonNode body) {
        var turns = new ArrayList<Turn>();
        for (JsonNode message : body.path("messages")) {
            if (message.isObject()) {
                String role = message.path("role").asString("");
                boolean trained = role.equals("assistant") && message.path("weight").asDouble(1) != 0;
                turns.add(new Turn(role, text(message), trained));
            }
        }
        return List.copyOf(turns);
    }

    /// The text of one message.
    public static String text(JsonNode message) {
        JsonNode content = message.path("content");
        JsonNode calls = message.path("tool_calls");
        if (content.isString() && calls.isEmpty()) {
            return content.stringValue();
        }
        var text = new StringBuilder();
        if (content.isString()) {
            text.append(content.stringValue());
        } else {
            for (JsonNode part : content) {
                JsonNode words = part.has("text") ? part.path("text") : part.path("value");
                text.append(words.isString() ? words.stringValue() : part.toString());
            }
        }
        if (calls.isArray() && !calls.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(calls);
        }
        return text.toString();
    }
}
