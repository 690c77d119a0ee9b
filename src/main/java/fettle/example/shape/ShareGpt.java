package fettle.example.shape;

import static java.util.Map.entry;

import fettle.example.shape.Calls.Call;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `{"conversations":[{"from","value"}]}`, with tools, observations, a better and a worse answer, or a label.
public final class ShareGpt {

    /// Keys of a row that have a place in an example.
    public static final Set<String> KEYS = Set.of("conversations", "conversation", "messages", "system", "tools",
            "chosen", "rejected", "kto_tag", "label");

    private static final String CALL = "function_call";
    private static final Map<String, String> ROLES = Map.ofEntries(entry("human", "user"), entry("user", "user"),
            entry("prompter", "user"), entry("gpt", "assistant"), entry("assistant", "assistant"),
            entry("chatgpt", "assistant"), entry("bing", "assistant"), entry("bard", "assistant"),
            entry("model", "assistant"), entry("bot", "assistant"), entry("system", "system"),
            entry("observation", "tool"), entry("tool", "tool"), entry("tool_response", "tool"),
            entry("function_response", "tool"), entry("ipython", "tool"), entry(CALL, CALL),
            entry("tool_call", CALL));
    private static final Map<String, String> NAMES = Map.of("user", "human", "assistant", "gpt", "tool", "observation");

    private final ObjectNode body = Messages.body(ExactJson.list());
    private final ArrayNode messages = (ArrayNode) body.path("messages");
    private final Notes notes;
    private int calls;
    private int answered;

    private ShareGpt(Notes notes) {
        this.notes = notes;
    }

    /// Whether the row holds turns of this kind.
    public static boolean fits(ObjectNode row) {
        JsonNode turns = turns(row);
        return row.has("conversations") || row.has("conversation")
                || (turns.isArray() && turns.path(0).has("from") && turns.path(0).has("value"));
    }

    private static JsonNode turns(ObjectNode row) {
        return row.has("conversations")
                ? row.path("conversations")
                : row.path("conversation").isMissingNode() ? row.path("messages") : row.path("conversation");
    }

    /// The row as a body.
    public static ObjectNode read(ObjectNode row, Notes notes) throws Refused {
        return new ShareGpt(notes).body(row);
    }

    private ObjectNode body(ObjectNode row) throws Refused {
        JsonNode turns = turns(row);
        if (turns.isString()) {
            turns = ExactJson.read(turns.stringValue()).or(() -> PythonLiteral.read(turns(row).stringValue()))
                    .orElse(turns);
        }
        if (!turns.isArray()) {
            throw new Refused("missing-messages", "This row is no conversation: `conversations` is not a list.");
        }
        if (Messages.isFilled(row.path("system"))) {
            messages.add(Messages.message("system", Messages.text(row.path("system"))));
        }
        for (JsonNode turn : turns) {
            turn(turn);
        }
        if (!row.has("system") && Messages.role(messages.path(0)).equals("system")) {
            RawForm.keep(body, "system", "turn");
        }
        tools(row.path("tools"));
        rated(row);
        return body;
    }

    private void turn(JsonNode turn) {
        if (!turn.isObject()) {
            messages.add(turn);
        } else if (turn.has("role")) {
            messages.add(turn);
        } else {
            String from = turn.path("from").asString("");
            String role = ROLES.getOrDefault(from.strip().toLowerCase(Locale.ROOT), from);
            String value = Messages.text(turn.path("value"));
            add(role, from, value);
        }
    }

    private void add(String role, String from, String value) {
        int number = messages.size();
        if (role.equals(CALL)) {
            Optional<List<Call>> read = Calls.read(value);
            if (read.isPresent()) {
                ObjectNode message = Calls.message(read.get(), calls + 1);
                calls += read.get().size();
                messages.add(message);
                keep("value", number, value, Calls.write(message.path("tool_calls")));
            } else {
                notes.say("call-not-json",
                        "Message " + (number + 1) + " is to be a call of a tool and is not the JSON of one.");
                messages.add(Messages.message("assistant", value));
            }
            keep("from", number, from, CALL);
            return;
        }
        ObjectNode message = Messages.message(role, value);
        if (role.equals("tool") && calls > 0) {
            answered = Math.min(answered + 1, calls);
            message = ExactJson.object().put("role", role).put("tool_call_id", "call_" + answered).put("content",
                    value);
        } else if (role.equals("assistant") || role.equals("user")) {
            answered = calls;
        }
        messages.add(message);
        keep("from", number, from, NAMES.getOrDefault(role, role));
    }

    private void keep(String what, int message, String raw, String usual) {
        if (!raw.equals(usual)) {
            RawForm.keep(body, what, message, raw);
        }
    }

    private void tools(JsonNode tools) {
        if (!Messages.isFilled(tools)) {
            if (tools.isString()) {
                RawForm.keep(body, "tools", tools);
            }
            return;
        }
        Optional<ArrayNode> list = Messages.tools(tools);
        if (list.isEmpty()) {
            notes.say("tools-not-json", "The tools of this row are not the JSON of a list of functions.");
            RawForm.keep(body, "tools", tools);
            return;
        }
        if (list.get().isEmpty()) {
            RawForm.keep(body, "tools", tools);
            return;
        }
        body.set("tools", list.get());
        if (!tools.isString() || !tools.stringValue().equals(toolsText(list.get()))) {
            RawForm.keep(body, "tools", tools);
        }
    }

    private static String toolsText(JsonNode tools) {
        return ExactJson.spaced(Messages.functions(tools));
    }

    private void rated(ObjectNode row) throws Refused {
        JsonNode label = row.has("kto_tag") ? row.path("kto_tag") : row.path("label");
        if (label.isBoolean()) {
            body.set("label", label);
        }
        if (row.has("chosen") && row.has("rejected")) {
            ArrayNode chosen = answers(row.path("chosen"));
            ArrayNode rejected = answers(row.path("rejected"));
            if (chosen.isEmpty() || rejected.isEmpty()) {
                throw new Refused("missing-answer", "One side of this pair has no answer.");
            }
            chosen.forEach(messages::add);
            Pairs.reject(body, chosen.size(), rejected);
        }
    }

    private static ArrayNode answers(JsonNode side) {
        ArrayNode answers = ExactJson.list();
        for (JsonNode turn : side.isArray() ? side : ExactJson.list().add(side)) {
            if (turn.isString()) {
                answers.add(Messages.message("assistant", turn.stringValue()));
            } else if (turn.has("role")) {
                answers.add(turn);
            } else if (turn.path("from").asString("").equals(CALL)
                    && Calls.read(Messages.text(turn.path("value"))).isPresent()) {
                answers.add(Calls.message(Calls.read(Messages.text(turn.path("value"))).get(), 1));
            } else if (turn.isObject()) {
                answers.add(Messages.message("assistant", Messages.text(turn.path("value"))));
            }
        }
        return answers;
    }

    /// The body as a row; throws [Refused] when this shape cannot hold it.
    public static Written write(ObjectNode body) throws Refused {
        return new ShareGptWriter(body).row();
    }

    /// The turn of one message.
    static ObjectNode turn(ObjectNode body, JsonNode message, int number) throws Refused {
        boolean calling = !message.path("tool_calls").isEmpty();
        String role = calling ? CALL : Messages.role(message);
        String value = calling ? callText(body, message, number) : textOf(message);
        String usual = calling ? CALL : NAMES.getOrDefault(role, role);
        String from = RawForm.text(body, "from", number)
                .filter(raw -> ROLES.getOrDefault(raw.strip().toLowerCase(Locale.ROOT), raw).equals(role))
                .orElse(usual);
        return ExactJson.object().put("from", from).put("value", value);
    }

    private static String textOf(JsonNode message) throws Refused {
        return Messages.content(message)
                .orElseThrow(() -> new Refused("parts", "has pictures or other parts that are no text"));
    }

    private static String callText(ObjectNode body, JsonNode message, int number) {
        return RawForm.text(body, "value", number).filter(raw -> says(raw, message.path("tool_calls")))
                .orElseGet(() -> Calls.write(message.path("tool_calls")));
    }

    /// Whether the text that was kept still says these calls: they may have been edited since.
    private static boolean says(String raw, JsonNode toolCalls) {
        return Calls.read(raw).filter(calls -> {
            JsonNode then = Calls.message(calls, 1).path("tool_calls");
            boolean same = then.size() == toolCalls.size();
            for (int i = 0; same && i < then.size(); i++) {
                same = then.path(i).path("function").equals(toolCalls.path(i).path("function"));
            }
            return same;
        }).isPresent();
    }

    static Optional<JsonNode> tools(ObjectNode body) {
        JsonNode raw = RawForm.of(body, "tools");
        JsonNode tools = body.path("tools");
        if (!raw.isMissingNode()
                && (tools.isMissingNode() || Messages.tools(raw).filter(then -> then.equals(tools)).isPresent())) {
            return Optional.of(raw);
        }
        return tools.isEmpty()
                ? Optional.empty()
                : Optional.of(ExactJson.mapper().getNodeFactory().stringNode(toolsText(tools)));
    }
}
