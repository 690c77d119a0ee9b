package fettle.example;

import fettle.example.shape.Alpaca;
import fettle.example.shape.Mapping;
import fettle.example.shape.Oasst;
import fettle.example.shape.Pairs;
import fettle.example.shape.ShareGpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the keys of one row say about its shape.
final class ShapeKeys {

    /// The narrower before the wider.
    private static final List<Shape> ORDER = List.of(Shape.SHAREGPT, Shape.SELF_INSTRUCT, Shape.ALPACA, Shape.DPO,
            Shape.KTO, Shape.CHAT, Shape.OASST, Shape.SQUAD, Shape.PROMPT_COMPLETION, Shape.PROMPT_RESPONSE,
            Shape.QUESTION_ANSWER, Shape.TURNS, Shape.TEXT);

    /// What says neither question nor answer by its name, and so is taken for an example only when most rows are such.
    private static final List<Shape> WEAK = List.of(Shape.TURNS, Shape.TEXT);

    private ShapeKeys() {}

    /// The shape of a row.
    static Optional<Shape> of(ObjectNode row, Optional<Shape> wanted) {
        return ORDER.stream().filter(shape -> wanted.orElse(shape) == shape && fits(shape, row, wanted.isPresent()))
                .findFirst();
    }

    /// The shape of a row among others of another shape.
    static Optional<Shape> ofStray(ObjectNode row) {
        return of(row, Optional.empty()).filter(shape -> !WEAK.contains(shape));
    }

    /// Whether a row can be read in that shape. With `asked`, a tree may be read as the conversation along its best path.
    static boolean fits(Shape shape, ObjectNode row, boolean asked) {
        return switch (shape) {
            case CHAT -> row.has("messages") || (asked && Oasst.isTree(row));
            case DPO -> Pairs.fits(row);
            case SHAREGPT -> ShareGpt.fits(row);
            case KTO -> row.path("messages").isArray()
                    ? row.path("label").isBoolean()
                    : Mapping.label(row.path("label")).isPresent() && !named(shape, row).isEmpty();
            case OASST -> Oasst.isTree(row) || Oasst.isMessage(row);
            case SQUAD -> row.has("context") && row.has("question") && row.has("answers");
            case SELF_INSTRUCT -> row.path("instances").isArray();
            case TURNS -> row.path("turns").isArray();
            case TEXT -> row.path("text").isString() && !row.has("message_id");
            case PROMPT_COMPLETION -> !named(shape, row).isEmpty() || isStepwise(row);
            case ALPACA, PROMPT_RESPONSE, QUESTION_ANSWER -> !named(shape, row).isEmpty();
            case MAPPED -> true;
        };
    }

    /// Steps with a label each.
    static boolean isStepwise(ObjectNode row) {
        return row.path("completions").isArray() && row.path("labels").isArray();
    }

    /// Which key is the question and which the answer, and what else may stand beside them; empty when there are none.
    static Map<String, String> named(Shape shape, ObjectNode row) {
        Map<String, String> names = new LinkedHashMap<>();
        row.propertyNames().forEach(name -> names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name));
        boolean paired = shape.questions().size() == shape.answers().size();
        for (int q = 0; q < shape.questions().size(); q++) {
            for (int a = 0; a < shape.answers().size(); a++) {
                String question = names.get(shape.questions().get(q));
                String answer = names.get(shape.answers().get(a));
                if (question != null && answer != null && (!paired || q == a)) {
                    return columns(shape, question, answer, names);
                }
            }
        }
        String instruction = names.get("instruction");
        return shape == Shape.ALPACA && instruction != null && names.containsKey("chosen")
                && names.containsKey("rejected") ? columns(shape, instruction, "", names) : Map.of();
    }

    private static Map<String, String> columns(Shape shape, String question, String answer, Map<String, String> names) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("user", question);
        if (!answer.isEmpty()) {
            columns.put("assistant", answer);
        }
        put(columns, "system", names.get("system"));
        if (shape == Shape.ALPACA) {
            put(columns, "input", names.get("input"));
            put(columns, "input", names.get("context"));
            put(columns, "history", names.get("history"));
            Alpaca.THOUGHTS.forEach(thoughts -> put(columns, "thoughts", names.get(thoughts)));
        }
        return columns;
    }

    private static void put(Map<String, String> columns, String what,
            @org.jspecify.annotations.Nullable String name) {
        if (name != null) {
            columns.putIfAbsent(what, name);
        }
    }

    /// The keys of a row that an example of that shape is made from.
    static List<String> used(Shape shape, ObjectNode row) {
        return switch (shape) {
            case CHAT, MAPPED -> List.of();
            case DPO -> Pairs.keys(row);
            case SHAREGPT -> List.copyOf(ShareGpt.KEYS);
            case KTO -> with(row, "messages", "label", "tools");
            case OASST -> List.of("prompt", "message_tree_id", "tree_state", "message_id", "parent_id", "text", "role",
                    "rank", "replies");
            case SQUAD -> List.of("context", "question", "answers", "is_impossible");
            case SELF_INSTRUCT -> List.of("instruction", "instances");
            case TURNS -> List.of("turns", "reference");
            case TEXT -> List.of("text");
            case PROMPT_COMPLETION, PROMPT_RESPONSE, QUESTION_ANSWER -> with(row, "tools");
            case ALPACA -> with(row, "chosen", "rejected", "kto_tag");
        };
    }

    private static List<String> with(ObjectNode row, String... further) {
        var used = new ArrayList<String>(List.of(further));
        for (Shape shape : List.of(Shape.ALPACA, Shape.KTO, Shape.PROMPT_RESPONSE, Shape.QUESTION_ANSWER)) {
            used.addAll(named(shape, row).values());
        }
        return used;
    }

    /// The keys that show the shape best, for people.
    static List<String> telling(Shape shape, ObjectNode row) {
        return switch (shape) {
            case CHAT -> List.of(row.has("messages") ? "messages" : "prompt");
            case KTO -> List.of(row.has("messages") ? "messages" : "prompt", "label");
            case DPO -> Pairs.keys(row).stream().filter(row::has).filter(key -> !key.equals("system")).toList();
            case SHAREGPT -> List.of("conversations", "conversation", "messages", "chosen", "tools").stream()
                    .filter(row::has).toList();
            case OASST -> row.path("prompt").isObject()
                    ? List.of("prompt", "replies")
                    : List.of("message_id", "role");
            case SQUAD -> List.of("context", "question", "answers");
            case SELF_INSTRUCT -> List.of("instruction", "instances");
            case TURNS -> List.of("turns");
            case TEXT -> List.of("text");
            case PROMPT_COMPLETION, PROMPT_RESPONSE, QUESTION_ANSWER, ALPACA, MAPPED -> {
                Map<String, String> named = named(shape, row);
                yield List.of("user", "assistant").stream().map(part -> named.getOrDefault(part, ""))
                        .filter(key -> !key.isEmpty()).toList();
            }
        };
    }

    /// Whether the row's messages are a list.
    static boolean isChat(JsonNode row) {
        return row.path("messages").isArray() && !row.has("chosen") && !row.has("rejected")
                && !row.path("messages").path(0).has("from");
    }
}
