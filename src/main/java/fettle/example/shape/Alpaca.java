package fettle.example.shape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `{"instruction","input","output"}`, perhaps with `system`, `history`, a pair of answers or a label.
public final class Alpaca {

    /// Keys that hold the thoughts before an answer; trainers read them as `<think>…</think>` before it.
    public static final List<String> THOUGHTS = List.of("reasoning", "reasoning_content", "chain_of_thought",
            "thinking");

    private Alpaca() {}

    /// The row as a body. `columns` say which key is which: user, assistant, and where there are such system, input,
    /// history, thoughts.
    public static ObjectNode read(ObjectNode row, Map<String, String> columns, Notes notes) throws Refused {
        ArrayNode messages = ExactJson.list();
        ObjectNode body = Messages.body(messages);
        JsonNode system = row.path(columns.getOrDefault("system", "system"));
        if (Messages.isFilled(system)) {
            Messages.append(messages, "system", system);
        }
        history(row.path(columns.getOrDefault("history", "history")), messages, notes);
        user(row, columns, body, messages);
        if (row.has("chosen") && row.has("rejected")) {
            messages.add(Messages.message("assistant", answer(row.path("chosen"), "chosen")));
            Pairs.reject(body, 1,
                    ExactJson.list().add(Messages.message("assistant", answer(row.path("rejected"), "rejected"))));
        } else {
            String key = columns.getOrDefault("assistant", "output");
            messages.add(Messages.message("assistant", thoughts(row, columns) + answer(row.path(key), key)));
        }
        if (row.path("kto_tag").isBoolean()) {
            body.set("label", row.path("kto_tag"));
        }
        return body;
    }

    private static void history(JsonNode history, ArrayNode messages, Notes notes) {
        JsonNode exchanges = history.isString() ? ExactJson.read(history.stringValue()).orElse(history) : history;
        for (JsonNode exchange : exchanges) {
            if (exchange.isArray() && exchange.size() == 2) {
                messages.add(Messages.message("user", Messages.text(exchange.path(0))));
                messages.add(Messages.message("assistant", Messages.text(exchange.path(1))));
            } else {
                notes.say("history", "A part of the history is not a question and an answer; it was passed over.");
            }
        }
    }

    private static void user(ObjectNode row, Map<String, String> columns, ObjectNode body, ArrayNode messages)
            throws Refused {
        String key = columns.getOrDefault("user", "instruction");
        JsonNode instruction = row.path(key);
        if (instruction.isMissingNode() || instruction.isNull()) {
            throw new Refused("missing-question", "This row has no question: `" + key + "` is absent.");
        }
        JsonNode input = row.path(columns.getOrDefault("input", "input"));
        if (!Messages.isFilled(input)) {
            Messages.append(messages, "user", instruction);
            return;
        }
        String given = Messages.text(input);
        messages.add(Messages.message("user", Messages.text(instruction) + "\n" + given));
        RawForm.keep(body, "input", given.length());
    }

    private static String answer(JsonNode answer, String key) throws Refused {
        if (answer.isMissingNode() || answer.isNull()) {
            throw new Refused("missing-answer", "This row has no answer: `" + key + "` is absent.");
        }
        return Messages.text(answer.isObject() && answer.has("content")
                ? answer.path("content")
                : answer.isObject() && answer.has("value") ? answer.path("value") : answer);
    }

    private static String thoughts(ObjectNode row, Map<String, String> columns) {
        JsonNode thoughts = row.path(columns.getOrDefault("thoughts", ""));
        return Messages.isFilled(thoughts) ? "<think>" + Messages.text(thoughts) + "</think>" : "";
    }

    /// The body as a row; throws [Refused] when this shape cannot hold it.
    public static Written write(ObjectNode body) throws Refused {
        List<JsonNode> messages = Messages.of(body);
        boolean system = !messages.isEmpty() && Messages.role(messages.getFirst()).equals("system");
        List<JsonNode> turns = system ? messages.subList(1, messages.size()) : messages;
        if (turns.isEmpty() || turns.size() % 2 != 0) {
            throw new Refused("turns", "is not made of questions that are each followed by their answer");
        }
        var without = new LinkedHashSet<String>();
        for (int i = 0; i < turns.size(); i++) {
            check(turns.get(i), i % 2 == 0 ? "user" : "assistant", without);
        }
        ObjectNode row = ExactJson.object();
        question(text(turns.get(turns.size() - 2)), RawForm.of(body, "input").asInt(0), row);
        answers(body, text(turns.getLast()), row);
        if (system) {
            row.put("system", text(messages.getFirst()));
        }
        if (turns.size() > 2) {
            ArrayNode history = row.putArray("history");
            for (int i = 0; i + 2 < turns.size(); i += 2) {
                history.addArray().add(text(turns.get(i))).add(text(turns.get(i + 1)));
            }
        }
        if (body.path("label").isBoolean()) {
            row.set("kto_tag", body.path("label"));
        }
        if (!body.path("tools").isEmpty()) {
            without.add("tools");
        }
        return new Written(row, without);
    }

    private static void check(JsonNode message, String role, Set<String> without) throws Refused {
        if (!Messages.role(message).equals(role)) {
            throw new Refused("turns", "is not made of questions that are each followed by their answer");
        }
        if (!message.path("tool_calls").isEmpty() || message.has("function_call")) {
            throw new Refused("calls", "calls tools");
        }
        if (message.has("weight")) {
            without.add("weights");
        }
        if (message.has("name")) {
            without.add("names");
        }
    }

    private static String text(JsonNode message) throws Refused {
        return Messages.content(message)
                .orElseThrow(() -> new Refused("parts", "has pictures or other parts that are no text"));
    }

    /// `input` is how many of the last characters are the input; 0 when there is none.
    private static void question(String text, int input, ObjectNode row) {
        int cut = text.length() - input - 1;
        boolean parts = input > 0 && cut >= 0 && text.charAt(cut) == '\n';
        row.put("instruction", parts ? text.substring(0, cut) : text).put("input",
                parts ? text.substring(cut + 1) : "");
    }

    private static void answers(ObjectNode body, String answer, ObjectNode row) throws Refused {
        List<JsonNode> rejected = Pairs.rejected(body);
        if (rejected.isEmpty()) {
            row.put("output", answer);
        } else if (rejected.size() == 1 && Pairs.preferred(body) == 1) {
            row.put("chosen", answer).put("rejected", text(rejected.getFirst()));
        } else {
            throw new Refused("long-answers", "has answers of several messages");
        }
    }
}
