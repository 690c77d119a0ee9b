package fettle.example.shape;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Builds and reads lists of messages in OpenAI's form.
public final class Messages {

    private Messages() {}

    /// A message with a text.
    public static ObjectNode message(String role, String content) {
        return ExactJson.object().put("role", role).put("content", content);
    }

    /// A body of these messages.
    public static ObjectNode body(ArrayNode messages) {
        ObjectNode body = ExactJson.object();
        body.set("messages", messages);
        return body;
    }

    /// Appends a value: a text as one message of `role`; a message, or a list of messages, as it is.
    public static void append(ArrayNode messages, String role, JsonNode value) {
        if (isMessages(value)) {
            value.forEach(messages::add);
        } else if (value.isObject() && value.has("role")) {
            messages.add(value);
        } else {
            messages.add(message(role, text(value)));
        }
    }

    /// Whether it is a list whose elements are messages.
    public static boolean isMessages(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.path(0).has("role");
    }

    /// A text as it is, anything else as its JSON.
    public static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.isMissingNode() ? "" : ExactJson.write(value);
    }

    /// Whether there is anything but blanks.
    public static boolean isFilled(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !value.asString("x").isBlank();
    }

    public static String role(JsonNode message) {
        return message.path("role").asString("");
    }

    /// The content as one text: content parts that are texts are joined; empty when a part is something else.
    static Optional<String> content(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            return Optional.of(content.stringValue());
        }
        if (content.isMissingNode() || content.isNull()) {
            return Optional.of("");
        }
        var text = new StringBuilder();
        for (JsonNode part : content) {
            JsonNode words = part.has("text") ? part.path("text") : part.path("value");
            boolean isText = part.path("type").asString("").equals("text") && words.isString();
            if (!isText) {
                return Optional.empty();
            }
            text.append(words.stringValue());
        }
        return content.isArray() ? Optional.of(text.toString()) : Optional.of(ExactJson.write(content));
    }

    /// Tool definitions as a list in OpenAI's form; `tools` may be that list, bare functions, or the JSON text of either.
    static Optional<ArrayNode> tools(JsonNode tools) {
        JsonNode list = tools.isString() ? ExactJson.read(tools.stringValue()).orElse(tools) : tools;
        if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isObject)) {
            return Optional.empty();
        }
        ArrayNode wrapped = ExactJson.list();
        for (JsonNode tool : list) {
            if (tool.path("function").isObject()) {
                wrapped.add(tool);
            } else {
                wrapped.addObject().put("type", "function").set("function", tool);
            }
        }
        return Optional.of(wrapped);
    }

    /// Takes the tools of a row over into its body.
    public static void readTools(ObjectNode row, ObjectNode body) {
        tools(row.path("tools")).filter(tools -> !tools.isEmpty()).ifPresent(tools -> body.set("tools", tools));
    }

    /// The functions themselves, without the wrapping; a tool that wraps in another way stays as it is.
    static ArrayNode functions(JsonNode tools) {
        ArrayNode bare = ExactJson.list();
        for (JsonNode tool : tools) {
            boolean wrapped = tool.size() == 2 && tool.path("type").asString("").equals("function")
                    && tool.path("function").isObject();
            bare.add(wrapped ? tool.path("function") : tool);
        }
        return bare;
    }

    /// The messages of a body as a list that may be changed; empty when it has none.
    static List<JsonNode> of(JsonNode body) {
        return body.path("messages").valueStream().toList();
    }
}
