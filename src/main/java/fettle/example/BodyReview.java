package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.shape.CellJson;
import fettle.example.shape.Pairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks a chat row through for what is readable but wrong. Nothing is changed unless repairs of its kind were asked for.
final class BodyReview {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    /// What other tools call the same roles.
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("human", "user"),
            Map.entry("prompter", "user"), Map.entry("question", "user"), Map.entry("customer", "user"),
            Map.entry("gpt", "assistant"), Map.entry("chatgpt", "assistant"), Map.entry("bot", "assistant"),
            Map.entry("model", "assistant"), Map.entry("ai", "assistant"), Map.entry("answer", "assistant"),
            Map.entry("observation", "tool"), Map.entry("ipython", "tool"), Map.entry("user", "user"),
            Map.entry("assistant", "assistant"), Map.entry("system", "system"), Map.entry("tool", "tool"),
            Map.entry("developer", "developer"), Map.entry("function", "function"));

    private final Mending mending;

    BodyReview(int line, RepairKinds repairs) {
        this.mending = new Mending(line, repairs);
    }

    /// What was found, and whether its kind is to be mended.
    static final class Mending {

        private final int line;
        private final RepairKinds repairs;
        private final List<Fault> faults = new ArrayList<>();

        Mending(int line, RepairKinds repairs) {
            this.line = line;
            this.repairs = repairs;
        }

        void say(String kind, String message) {
            faults.add(Fault.of(line, 0, kind, message));
        }

        void say(String kind, String message, String before) {
            faults.add(Fault.of(line, 0, kind, message).showing(before, ""));
        }

        /// Whether problems of that kind are mended.
        boolean mends(String kind) {
            return repairs.mend(kind);
        }

        /// Whether the repair was asked for; says what is found.
        boolean mend(String kind, String message, String way, Excerpt excerpt) {
            Fault fault = Fault.of(line, 0, kind, message).mendedBy(way).showing(excerpt.before(), excerpt.after());
            boolean mend = repairs.mend(kind);
            faults.add(mend ? fault.mended() : fault);
            return mend;
        }
    }

    /// Everything that is wrong with the body; what is to be mended is mended in it. With `json`, as
    /// [RowReader.RawRow] has it, its texts are known to be whole.
    List<Fault> review(ObjectNode body, Optional<BodyBytes> json) {
        var texts = new TextReview(mending);
        if (json.isEmpty()) {
            texts.whole(body);
        }
        int number = 0;
        for (JsonNode message : body.path("messages")) {
            number++;
            message(message, "Message " + number, texts);
        }
        for (JsonNode message : Pairs.rejected(body)) {
            message(message, "The rejected answer", texts);
        }
        texts.tell();
        if (number == 0) {
            mending.say("missing-messages", "The list of messages is empty.");
        } else {
            new TurnReview(mending).review(body);
        }
        return mending.faults;
    }

    private void message(JsonNode message, String name, TextReview texts) {
        if (message instanceof ObjectNode object) {
            role(object, name);
            content(object, name);
            arguments(object, name);
            texts.look(object, name);
        } else {
            mending.say("not-a-message", name + " is not an object.");
        }
    }

    private void role(ObjectNode message, String name) {
        String role = message.path("role").asString("");
        if (ROLES.contains(role)) {
            return;
        }
        String known = SYNONYMS.get(role.strip().toLowerCase(Locale.ROOT));
        if (known == null) {
            mending.say("role", role.isEmpty()
                    ? name + " has no role."
                    : name + " has the unknown role `" + Excerpt.cut(role) + "`.");
        } else if (mending.mend("role", name + " has the role `" + role + "`, which trainers call `" + known + "`.",
                "call it " + known, new Excerpt("\"role\": \"" + role + "\"", "\"role\": \"" + known + "\""))) {
            message.put("role", known);
        }
    }

    private void content(ObjectNode message, String name) {
        JsonNode content = message.path("content");
        boolean calls = !message.path("tool_calls").isEmpty() || message.has("function_call") || message.has("refusal");
        boolean odd = content.isNumber() || content.isBoolean() || content.isObject();
        if (odd) {
            String text = BodyJson.write(content);
            if (mending.mend("content-not-text", name + " has a content that is neither a text nor a list of parts.",
                    "write it as a text", new Excerpt(Excerpt.cut(text), "\"" + Excerpt.cut(text) + "\""))) {
                message.put("content", text);
            }
            return;
        }
        boolean empty = content.isString() ? content.stringValue().isBlank() : content.isEmpty();
        if (empty && !calls) {
            boolean answer = message.path("role").asString("").equals("assistant");
            mending.say("empty-content",
                    name + (answer ? " is an empty answer." : " has no content."));
        }
    }

    /// A call's arguments are a JSON text of an object. Encoded twice, they are the JSON text of a JSON text.
    private void arguments(ObjectNode message, String name) {
        for (JsonNode call : message.path("tool_calls")) {
            if (call.path("function") instanceof ObjectNode function) {
                function(function, name);
            }
        }
        if (message.path("function_call") instanceof ObjectNode function) {
            function(function, name);
        }
    }

    private void function(ObjectNode function, String name) {
        JsonNode arguments = function.path("arguments");
        if (arguments.isObject()) {
            String text = BodyJson.write(arguments);
            if (mending.mend("arguments-object", "The arguments of a call in " + lower(name)
                    + " are an object where OpenAI has the JSON text of one.", "write them as a text",
                    new Excerpt(Excerpt.cut(text),
                            Excerpt.cut(BodyJson.write(BodyJson.mapper().getNodeFactory().stringNode(text)))))) {
                function.put("arguments", text);
            }
        } else if (arguments.isString()) {
            encoded(function, arguments.stringValue(), name);
        }
    }

    private void encoded(ObjectNode function, String arguments, String name) {
        if (isObject(arguments)) {
            return;
        }
        String once = unquoted(arguments);
        if (!once.isEmpty()) {
            if (mending.mend("doubly-encoded-arguments",
                    "The arguments of a call in " + lower(name) + " are encoded twice.", "decode them once",
                    new Excerpt(Excerpt.cut(arguments), Excerpt.cut(once)))) {
                function.put("arguments", once);
            }
            return;
        }
        String message = "The arguments of a call in " + lower(name) + " are not the JSON text of an object.";
        Optional<String> python = CellJson.pythonObject(arguments);
        if (python.isEmpty()) {
            mending.say("arguments-not-json", message, Excerpt.cut(arguments));
        } else if (mending.mend("arguments-not-json", message, "write as JSON what Python printed",
                new Excerpt(Excerpt.cut(arguments), Excerpt.cut(python.get())))) {
            function.put("arguments", python.get());
        }
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isObject(String json) {
        if (!json.startsWith("{") && !json.strip().startsWith("{")) {
            return false;
        }
        try {
            return BodyJson.mapper().readTree(json).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    /// The inner text of a JSON text of an encoded object; empty when it is not one.
    static String unquoted(String arguments) {
        if (!arguments.startsWith("\"")) {
            return "";
        }
        try {
            JsonNode inner = BodyJson.mapper().readTree(arguments);
            return inner.isString() && inner.stringValue().strip().startsWith("{") ? inner.stringValue() : "";
        } catch (JacksonException _) {
            return "";
        }
    }
}
