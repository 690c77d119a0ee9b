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
    private final RepairKinds repairs;

    /// `repairs` say which problems of cells are mended on the way.
    RowShaper(Recognition file, RepairKinds repairs) {
        this.file = file;
        this.repairs = repairs;
    }

    /// What became of a row.
    ///
    /// @param made the examples, mostly one; none when the row is refused, and then the last fault says why
    /// @param held whether the row is part of something that is whole only at the end: it is neither kept nor refused, and
    /// [#end] tells what became of it
    record Shaped(List<Made> made, List<Fault> faults, boolean held) {

        Shaped(List<Made> made, List<Fault> faults) {
            this(made, faults, false);
        }
    }

    /// One example of a row.
    ///
    /// @param json the body as JSON, when that is known as [RawRow] says
    record Made(ObjectNode body, Optional<BodyBytes> json, List<String> tags) {}

    /// What became whole at the end.
    ///
    /// @param raw the row that it began with
    record Late(RawRow raw, Shaped shaped) {}

    /// All that was held, each counted as one row; to be asked once, after the last row.
    List<Late> end() {
        return List.of();
    }

    /// Shapes a row that could be read.
    Shaped shape(ObjectNode cells, RawRow raw) {
        var faults = new ArrayList<Fault>();
        ObjectNode value = raw.row() > 0 ? unwrapped(cells, raw, faults) : cells;
        Recognition row = recognise(value);
        Optional<ObjectNode> body = row.shape() == Shape.CHAT
                ? chat(value, raw, faults)
                : pair(row, value, raw, faults);
        boolean asItCame = row.shape() == Shape.CHAT && value.path("messages").isArray();
        return new Shaped(body.map(made -> new Made(made, asItCame ? raw.json() : Optional.empty(), tags(row, value)))
                .stream().toList(), faults);
    }

    /// Cells whose whole text is JSON of a text, `"…"` or `["…"]`, hold that text.
    private ObjectNode unwrapped(ObjectNode cells, RawRow raw, List<Fault> faults) {
        ObjectNode value = cells.deepCopy();
        for (var cell : cells.properties()) {
            String text = cell.getValue().asString("");
            Optional<String> inner = inner(text);
            if (inner.isPresent()) {
                boolean mend = repairs.mend("json-in-cell");
                Fault fault = Fault.of(raw.line(), 0, "json-in-cell",
                        "The cell `" + cell.getKey() + "` holds JSON around its text.")
                        .mendedBy("take the text that the JSON holds").showing(text, inner.get());
                faults.add(mend ? fault.mended() : fault);
                if (mend) {
                    value.put(cell.getKey(), inner.get());
                }
            }
        }
        return value;
    }

    private static Optional<String> inner(String text) {
        if (!text.startsWith("\"") && !text.startsWith("[\"")) {
            return Optional.empty();
        }
        try {
            JsonNode node = BodyJson.mapper().readTree(text);
            JsonNode inner = node.isArray() && node.size() == 1 ? node.get(0) : node;
            return inner.isString() ? Optional.of(inner.stringValue()) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
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
