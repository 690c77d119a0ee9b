package fettle.example;

import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What the rows of a file are taken for, with the reason.
///
/// @param columns from "user", "assistant", "system", "input", "history" or "tag" to the key it comes from
/// @param evidence a sentence
record Recognition(Shape shape, Map<String, String> columns, String evidence) {

    private static final List<Shape> BY_KEYS = List.of(Shape.ALPACA, Shape.PROMPT_COMPLETION, Shape.PROMPT_RESPONSE,
            Shape.QUESTION_ANSWER);

    /// As the person mapped it. Throws an [ExpectedException] of kind "map" when a column is not there.
    static Recognition mapped(Map<String, String> map, List<String> columns) throws ExpectedException {
        for (var part : map.entrySet()) {
            boolean literal = part.getKey().equals("system") && part.getValue().startsWith("\"");
            if (!literal && !columns.contains(part.getValue())) {
                throw new ExpectedException("map", "There is no column `" + part.getValue() + "`.",
                        "Columns are " + String.join(", ", columns) + ".");
            }
        }
        return new Recognition(Shape.MAPPED, map, "Taken as the mapping says.");
    }

    /// Takes the shape that most of the first rows have; empty when none has any. `wanted` leaves only that one; `columns`
    /// are the head of a table, empty for JSON.
    static Optional<Recognition> of(List<ObjectNode> rows, Optional<Shape> wanted, List<String> columns) {
        Optional<Recognition> best = Optional.empty();
        int most = 0;
        for (Recognition candidate : candidates(rows, wanted)) {
            int fitting = (int) rows.stream().filter(candidate::fits).count();
            if (fitting > most) {
                most = fitting;
                best = Optional.of(candidate);
            }
        }
        int count = most;
        return best.map(found -> found.because(count, rows.size()));
    }

    /// What this row is by itself, when it differs from the file's shape.
    static Optional<Recognition> ofOne(ObjectNode row) {
        return of(List.of(row), Optional.empty(), List.of());
    }

    private static List<Recognition> candidates(List<ObjectNode> rows, Optional<Shape> wanted) {
        var candidates = new ArrayList<Recognition>();
        if (wanted.orElse(Shape.CHAT) == Shape.CHAT) {
            candidates.add(new Recognition(Shape.CHAT, Map.of("messages", "messages"), ""));
        }
        for (Shape shape : BY_KEYS) {
            if (wanted.orElse(shape) == shape) {
                for (ObjectNode row : rows) {
                    byKeys(shape, row).filter(found -> !candidates.contains(found)).ifPresent(candidates::add);
                }
            }
        }
        return candidates;
    }

    private static Optional<Recognition> byKeys(Shape shape, ObjectNode row) {
        Map<String, String> names = new LinkedHashMap<>();
        row.propertyNames().forEach(name -> names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name));
        boolean paired = shape.questions().size() == shape.answers().size();
        for (int q = 0; q < shape.questions().size(); q++) {
            for (int a = 0; a < shape.answers().size(); a++) {
                String question = names.get(shape.questions().get(q));
                String answer = names.get(shape.answers().get(a));
                if (question != null && answer != null && (!paired || q == a)) {
                    return Optional.of(new Recognition(shape, columns(shape, question, answer, names), ""));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> columns(Shape shape, String question, String answer, Map<String, String> names) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("user", question);
        columns.put("assistant", answer);
        List<String> further = shape == Shape.ALPACA ? List.of("system", "input", "history") : List.of("system");
        for (String name : further) {
            String key = names.get(name);
            if (key != null) {
                columns.put(name, key);
            }
        }
        return columns;
    }

    private boolean fits(ObjectNode row) {
        return shape == Shape.CHAT
                ? row.has("messages")
                : row.has(columns.getOrDefault("user", "")) && row.has(columns.getOrDefault("assistant", ""));
    }

    private Recognition because(int fitting, int all) {
        String keys = String.join("` and `", shape == Shape.CHAT
                ? List.of("messages")
                : List.of(columns.getOrDefault("user", ""), columns.getOrDefault("assistant", "")));
        String how = fitting == all ? "the first " + all : fitting + " of the first " + all;
        return new Recognition(shape, columns,
                "Taken for " + shape.word() + ": `" + keys + "` in " + how + (all == 1 ? " row." : " rows."));
    }
}
