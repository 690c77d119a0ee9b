package fettle.example.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls of tools as one text, `{"name": "f", "arguments": {…}}` or a list of these, as ShareGPT has them.
final class Calls {

    private Calls() {}

    /// One call.
    ///
    /// @param arguments their JSON text, letter for letter
    record Call(String name, String arguments) {}

    /// The calls of a text; empty when it holds none.
    static Optional<List<Call>> read(String text) {
        try (JsonParser parser = ExactJson.mapper().createParser(text)) {
            var calls = new ArrayList<Call>();
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                calls.add(call(parser, text));
            } else if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    calls.add(call(parser, text));
                }
            }
            boolean whole = parser.nextToken() == null && !calls.isEmpty()
                    && calls.stream().noneMatch(call -> call.name().isEmpty());
            return whole ? Optional.of(calls) : Optional.empty();
        } catch (JacksonException _) {
            return PythonLiteral.read(text).flatMap(literal -> read(ExactJson.spaced(literal)));
        }
    }

    private static Call call(JsonParser parser, String text) {
        String name = "";
        String arguments = "{}";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            int start = (int) parser.currentTokenLocation().getCharOffset();
            if (key.equals("name") && value == JsonToken.VALUE_STRING) {
                name = parser.getString();
            } else if ((key.equals("arguments") || key.equals("parameters")) && value == JsonToken.VALUE_STRING) {
                arguments = parser.getString();
            } else if (key.equals("arguments") || key.equals("parameters")) {
                parser.skipChildren();
                parser.finishToken();
                arguments = text.substring(start, (int) parser.currentLocation().getCharOffset());
            } else {
                parser.skipChildren();
            }
        }
        return new Call(name, arguments);
    }

    /// As the text that trainers read.
    static String write(JsonNode toolCalls) {
        var texts = new ArrayList<String>();
        for (JsonNode call : toolCalls) {
            JsonNode function = call.path("function");
            texts.add("{\"name\": " + ExactJson.write(function.path("name")) + ", \"arguments\": "
                    + arguments(function.path("arguments")) + "}");
        }
        return texts.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]";
    }

    private static String arguments(JsonNode arguments) {
        if (!arguments.isString()) {
            return arguments.isMissingNode() ? "{}" : ExactJson.spaced(arguments);
        }
        boolean json = ExactJson.read(arguments.stringValue()).isPresent();
        return json ? arguments.stringValue() : ExactJson.write(arguments);
    }

    /// An assistant's message with these calls; `next` is the number of the first one's id.
    static ObjectNode message(List<Call> calls, int next) {
        ObjectNode message = ExactJson.object().put("role", "assistant").putNull("content");
        ArrayNode list = message.putArray("tool_calls");
        int number = next;
        for (Call call : calls) {
            list.addObject().put("id", "call_" + number++).put("type", "function").putObject("function")
                    .put("name", call.name()).put("arguments", call.arguments());
        }
        return message;
    }
}
