package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes chat rows of the rows of a file.
final class RowShaper {

    private static final JsonNodeFactory NODES = BodyJson.mapper().getNodeFactory();

    private final Recognition file;

    RowShaper(Recognition file) {
        this.file = file;
    }

    /// What became of a row.
    ///
    /// @param body empty when the row is refused; then the last fault says why
    /// @param json the body as JSON, when that is known as [RawRow] says
    record Shaped(Optional<ObjectNode> body, Optional<BodyBytes> json, List<String> tags, List<Fault> faults) {}

    /// Shapes a row that could be read.
    Shaped shape(ObjectNode value, RawRow raw) {
        Recognition row = recognise(value);
        var faults = new ArrayList<Fault>();
        Optional<ObjectNode> body = row.shape() == Shape.CHAT
                ? chat(value, raw, faults)
                : pair(row, value, raw, faults);
        boolean asItCame = row.shape() == Shape.CHAT && value.path("messages").isArray();
        return new Shaped(body, asItCame ? raw.json() : Optional.empty(), tags(row, value), faults);
    }

    /// A file may mix shapes: a row that lacks the file's keys may be whole in another shape.
    private Recognition recognise(ObjectNode value) {
        String key = file.shape() == Shape.CHAT ? "messages" : file.columns().getOrDefault("assistant", "");
        return value.has(key) || file.shape() == Shape.MAPPED ? file : Recognition.ofOne(value).orElse(file);
    }

    private static Optional<ObjectNode> chat(ObjectNode value, RawRow raw, List<Fault> faults) {
        JsonNode messages = value.path("messages");
        if (messages.isString() && raw.row() > 0) {
            return cell(messages.stringValue(), raw, faults);
        }
        if (!messages.isArray()) {
            String found = value.has("messages") ? "`messages` is not a list" : "it has no `messages`";
            faults.add(Fault.of(raw.line(), 0, "missing-messages", "This row is no conversation: " + found + "."));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /// A cell of a table that holds the messages as JSON text.
    private static Optional<ObjectNode> cell(String json, RawRow raw, List<Fault> faults) {
        try {
            JsonNode messages = BodyJson.mapper().readTree(json);
            if (messages.isArray()) {
                ObjectNode body = NODES.objectNode();
                body.set("messages", messages);
                return Optional.of(body);
            }
        } catch (JacksonException _) {
            // said below
        }
        faults.add(Fault.of(raw.line(), 0, "missing-messages", "The cell `messages` of this row is not a JSON list."));
        return Optional.empty();
    }

    private static Optional<ObjectNode> pair(Recognition row, ObjectNode value, RawRow raw, List<Fault> faults) {
        ArrayNode messages = NODES.arrayNode();
        String system = row.columns().getOrDefault("system", "");
        if (system.startsWith("\"") && system.endsWith("\"") && system.length() > 1) {
            append(messages, "system", NODES.stringNode(system.substring(1, system.length() - 1)));
        } else if (isFilled(value.path(system))) {
            append(messages, "system", value.path(system));
        }
        for (JsonNode exchange : value.path(row.columns().getOrDefault("history", ""))) {
            append(messages, "user", exchange.path(0));
            append(messages, "assistant", exchange.path(1));
        }
        boolean asked = part("user", "question", row, value, raw, faults, messages);
        boolean answered = part("assistant", "answer", row, value, raw, faults, messages);
        if (!asked || !answered) {
            return Optional.empty();
        }
        ObjectNode body = NODES.objectNode();
        body.set("messages", messages);
        return Optional.of(body);
    }

    private static boolean part(String role, String what, Recognition row, ObjectNode value, RawRow raw,
            List<Fault> faults, ArrayNode messages) {
        String key = row.columns().getOrDefault(role, role);
        JsonNode text = value.path(key);
        if (text.isMissingNode() || text.isNull()) {
            faults.add(Fault.of(raw.line(), 0, "missing-" + what,
                    "This row has no " + what + ": `" + key + "` is absent."));
            return false;
        }
        if (raw.row() > 0 && text.asString("").isBlank()) {
            faults.add(
                    Fault.of(raw.line(), 0, "missing-" + what,
                            "This row has no " + what + ": `" + key + "` is empty."));
            return false;
        }
        JsonNode input = role.equals("user") ? value.path(row.columns().getOrDefault("input", "")) : text;
        boolean joined = role.equals("user") && isFilled(input) && row.shape() == Shape.ALPACA;
        append(messages, role, joined ? NODES.stringNode(text(text) + "\n" + text(input)) : text);
        return true;
    }

    /// A text is one message; a list of messages goes in as it is.
    private static void append(ArrayNode messages, String role, JsonNode value) {
        if (value.isArray() && !value.isEmpty() && value.path(0).has("role")) {
            value.forEach(messages::add);
            return;
        }
        ObjectNode message = messages.addObject();
        message.put("role", role);
        message.put("content", text(value));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : BodyJson.write(value);
    }

    private static boolean isFilled(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !value.asString("x").isBlank();
    }

    private static List<String> tags(Recognition row, ObjectNode value) {
        JsonNode tag = value.path(row.columns().getOrDefault("tag", ""));
        return isFilled(tag) ? List.of(text(tag).strip()) : List.of();
    }
}
