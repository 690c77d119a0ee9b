package fettle.tuning.supervision;

import fettle.example.BodyJson;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A row in a template of Hugging Face's kind, which sees tool calls as objects and not as text.
///
/// @param messages one object for each turn, with `content` as text
/// @param turns what the objects say as turns
record MessageScript(ChatFormat format, ArrayNode messages, List<Turn> turns) implements Layout.Marked {

    static MessageScript of(ChatFormat format, ObjectNode body) {
        ArrayNode messages = JsonMapper.shared().createArrayNode();
        for (JsonNode message : body.path("messages")) {
            if (message instanceof ObjectNode fields) {
                messages.add(plain(fields));
            }
        }
        return new MessageScript(format, messages, Turn.of(body));
    }

    @Override
    public String text(int some, boolean answering) throws ExpectedException {
        ArrayNode first = messages.arrayNode();
        for (int turn = 0; turn < some; turn++) {
            first.add(messages.get(turn));
        }
        return format.render(first, answering);
    }

    @Override
    public String with(List<String> words) throws ExpectedException {
        ArrayNode others = messages.deepCopy();
        for (int turn = 0; turn < others.size(); turn++) {
            if (others.get(turn) instanceof ObjectNode fields && !fields.path("content").asString("").isEmpty()) {
                fields.put("content", words.get(turn));
            }
        }
        return format.render(others, false);
    }

    /// Content as one text, as chat templates of text models expect it, and arguments as the object that they are.
    private static ObjectNode plain(ObjectNode message) {
        ObjectNode copy = message.deepCopy();
        copy.remove("weight");
        JsonNode content = message.path("content");
        var text = new StringBuilder(content.isString() ? content.stringValue() : "");
        for (JsonNode part : content.isArray() ? content : copy.arrayNode()) {
            JsonNode words = part.has("text") ? part.path("text") : part.path("value");
            text.append(words.isString() ? words.stringValue() : part.toString());
        }
        copy.put("content", text.toString());
        for (JsonNode call : copy.path("tool_calls")) {
            if (call.path("function") instanceof ObjectNode function && function.path("arguments").isString()) {
                function.set("arguments", object(function.path("arguments")));
            }
        }
        return copy;
    }

    private static JsonNode object(JsonNode arguments) {
        try {
            return BodyJson.read(arguments.stringValue());
        } catch (JacksonException _) {
            return arguments; // the checks name it
        }
    }
}
