package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Looks a chat row through for what is readable but wrong. Nothing is changed unless repairs of its kind were asked for.
final class BodyReview {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    /// What other tools call the same roles.
    private static final Map<String, String> SYNONYMS = Map.of("human", "user", "prompter", "user", "gpt", "assistant",
            "bot", "assistant", "model", "assistant", "observation", "tool", "User", "user", "Assistant", "assistant",
            "System", "system");

    private final int line;
    private final RepairKinds repairs;
    private final List<Fault> faults = new ArrayList<>();

    BodyReview(int line, RepairKinds repairs) {
        this.line = line;
        this.repairs = repairs;
    }

    /// Everything that is wrong with the body; what is to be mended is mended in it. With `json`, as
    /// [RawRow] has it, its texts are known to be whole.
    List<Fault> review(ObjectNode body, Optional<BodyBytes> json) {
        if (json.isEmpty()) {
            texts(body);
        }
        boolean answered = false;
        int number = 0;
        for (JsonNode message : body.path("messages")) {
            number++;
            if (message instanceof ObjectNode object) {
                role(object, number);
                content(object, number);
                arguments(object, number);
                answered |= object.path("role").asString("").equals("assistant");
            } else {
                say("not-a-message", "Message " + number + " is not an object.");
            }
        }
        if (number == 0) {
            say("missing-messages", "The list of messages is empty.");
        } else if (!answered) {
            say("missing-answer", "No message is the assistant's, so there is nothing to learn.");
        }
        return faults;
    }

    private void role(ObjectNode message, int number) {
        String role = message.path("role").asString("");
        String known = SYNONYMS.get(role);
        if (known != null) {
            mend("role", "Message " + number + " has the role `" + role + "`, which trainers call `" + known + "`.",
                    "call it " + known, () -> message.put("role", known));
        } else if (!ROLES.contains(role)) {
            say("role", role.isEmpty()
                    ? "Message " + number + " has no role."
                    : "Message " + number + " has the unknown role `" + role + "`.");
        }
    }

    private void content(ObjectNode message, int number) {
        JsonNode content = message.path("content");
        boolean calls = !message.path("tool_calls").isEmpty() || message.has("function_call");
        boolean empty = content.isString() ? content.stringValue().isBlank() : content.isEmpty() && !content.isNumber();
        if (empty && !calls) {
            say("empty-content", "Message " + number + " has no content.");
        }
    }

    /// A call's arguments are a JSON text of an object. Encoded twice, they are the JSON text of a JSON text.
    private void arguments(ObjectNode message, int number) {
        for (JsonNode call : message.path("tool_calls")) {
            if (call.path("function") instanceof ObjectNode function && function.path("arguments").isString()) {
                String once = unquoted(function.path("arguments").stringValue());
                if (!once.isEmpty()) {
                    mend("doubly-encoded-arguments",
                            "The arguments of a call in message " + number + " are encoded twice.", "decode them once",
                            () -> function.put("arguments", once));
                }
            }
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

    private void texts(ObjectNode body) {
        var found = new TextFaults();
        found.look(body);
        if (found.surrogates) {
            mend("lone-surrogate", "A text holds half a character (a lone surrogate).", "put U+FFFD in its place",
                    () -> change(body, BodyReview::whole));
        }
        if (found.nul) {
            mend("nul", "A text holds a NUL character.", "take it out",
                    () -> change(body, text -> text.replace("\0", "")));
        }
        if (found.replacements) {
            say("replacement-character", "A text holds U+FFFD: a letter was lost before the file was written.");
        }
    }

    private static String whole(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> whole
                .appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point));
        return whole.toString();
    }

    private static void change(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(name);
                if (value.isString()) {
                    object.set(name, NODES.stringNode(change.apply(value.stringValue())));
                } else {
                    change(value, change);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.path(i).isString()) {
                    array.set(i, NODES.stringNode(change.apply(array.path(i).stringValue())));
                } else {
                    change(array.path(i), change);
                }
            }
        }
    }

    private void say(String kind, String message) {
        faults.add(Fault.of(line, 0, kind, message));
    }

    private void mend(String kind, String message, String way, Runnable repair) {
        Fault fault = Fault.of(line, 0, kind, message).mendedBy(way);
        if (repairs.mend(kind)) {
            repair.run();
            fault = fault.mended();
        }
        faults.add(fault);
    }

    /// What the texts of a row hold that they should not.
    private static final class TextFaults {

        private boolean surrogates;
        private boolean nul;
        private boolean replacements;

        void look(JsonNode node) {
            if (node.isString()) {
                String text = node.stringValue();
                surrogates |= BodyJson.hasLoneSurrogate(text);
                nul |= text.indexOf('\0') >= 0;
                replacements |= text.indexOf('\uFFFD') >= 0;
            } else {
                for (JsonNode child : node) {
                    look(child);
                }
            }
        }
    }
}
