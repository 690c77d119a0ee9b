package fettle.tuning.supervision;

import fettle.token.Encoding;
import fettle.token.WellFormed;
import fettle.tuning.supervision.Supervision.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A row as a hosted model of OpenAI is thought to see it. The template is not published, so the marks are drawn in
/// ‹angle brackets› and counted by the chat formula, to the token as [fettle.example.ChatTokens#total] does.
final class HostedFormula {

    /// The id of a token that only the formula knows.
    static final int UNKNOWN = -1;

    private final Coding coding;
    private final StringBuilder text = new StringBuilder();
    private final IntStream.Builder ids = IntStream.builder();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Integer> turns = new ArrayList<>();

    private HostedFormula(Coding coding) {
        this.coding = coding;
    }

    static Supervision of(ObjectNode body, Encoding encoding, int limit, List<String> notes) {
        var formula = new HostedFormula(Coding.of(encoding));
        int turn = 0;
        for (JsonNode message : body.path("messages")) {
            if (message.isObject()) {
                formula.message(message, turn++);
            }
        }
        formula.mark("‹");
        formula.mark("reply");
        formula.mark("›");
        return Supervision.of(formula.text.toString(), formula.tokens(), limit, notes);
    }

    private Supervision.Tokens tokens() {
        int[] all = ids.build().toArray();
        var trained = new BitSet();
        IntStream.range(0, all.length).filter(at -> kinds.get(at) == Kind.TRAINED).forEach(trained::set);
        var tokens = new Supervision.Tokens(new TrainingRow(all, trained));
        for (int at = 0; at < all.length; at++) {
            tokens.add(ends.get(at), kinds.get(at), turns.get(at));
        }
        return tokens;
    }

    private void message(JsonNode message, int turn) {
        boolean trained = message.path("role").asString("").equals("assistant")
                && message.path("weight").asDouble(1) != 0;
        mark("‹");
        value(message.path("role"), Kind.TEMPLATE, -1, "");
        if (message.has("name")) {
            mark(" ");
            value(message.path("name"), Kind.TEMPLATE, -1, "");
        }
        mark("›");
        mark("\n");
        for (var property : message.properties()) {
            switch (property.getKey()) {
                case "role", "name", "weight" -> {}
                case "content", "tool_calls", "function_call" -> value(property.getValue(),
                        trained ? Kind.TRAINED : Kind.MASKED, turn,
                        text.charAt(text.length() - 1) == '\n' ? "" : "\n");
                default -> value(property.getValue(), Kind.TEMPLATE, -1, " " + property.getKey() + " ");
            }
        }
        literal("\n");
    }

    /// The texts in a value, in the order in which the formula counts them.
    private void value(JsonNode value, Kind kind, int turn, String before) {
        if (value.isString()) {
            words(value.stringValue(), kind, turn, before);
        } else if (value.isArray()) {
            value.forEach(part -> value(part, kind, turn, before));
        } else if (value.isObject()) {
            for (var property : value.properties()) {
                switch (property.getKey()) {
                    case "type", "id", "image_url" -> {}
                    case "arguments" -> value(property.getValue(), kind, turn, " ");
                    case "name" -> value(property.getValue(), kind, turn, text.isEmpty() ? "" : "→ ");
                    default -> value(property.getValue(), kind, turn, before);
                }
            }
        }
    }

    private void words(String words, Kind kind, int turn, String before) {
        String clean = WellFormed.text(words);
        int[] some = coding.encode(clean);
        if (some.length > 0) {
            literal(before);
        }
        int base = text.length();
        text.append(clean);
        int[] inWords = TokenEnds.of(clean, some, coding);
        for (int at = 0; at < some.length; at++) {
            add(some[at], base + inWords[at], kind, turn);
        }
    }

    /// One token of the formula.
    private void mark(String shown) {
        text.append(shown);
        add(UNKNOWN, text.length(), Kind.TEMPLATE, -1);
    }

    /// Text for the eye, which is no token: it is drawn with the token that follows.
    private void literal(String shown) {
        text.append(shown);
    }

    private void add(int id, int end, Kind kind, int turn) {
        ids.add(id);
        ends.add(end);
        kinds.add(kind);
        turns.add(turn);
    }
}
