package fettle.example;

import fettle.example.shape.Mapping;
import fettle.job.ExpectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What the rows of a file are taken for, with the reason.
///
/// @param columns from "user", "assistant", "system", "input" and the like to the key it comes from; empty when the shape
/// says all
/// @param asked whether a person named the shape
/// @param evidence a sentence
record Recognition(Shape shape, Map<String, String> columns, boolean asked, String evidence) {

    Recognition(Shape shape, Map<String, String> columns, String evidence) {
        this(shape, columns, false, evidence);
    }

    /// As the person mapped it. Throws an [ExpectedException] of kind "map" when a column is not there.
    static Recognition mapped(Map<String, String> map, List<String> columns) throws ExpectedException {
        for (String column : new Mapping(map).columns()) {
            if (!columns.contains(column.strip())) {
                throw new ExpectedException("map", "There is no column `" + column + "`.",
                        "Columns are " + String.join(", ", columns) + ".");
            }
        }
        return new Recognition(Shape.MAPPED, map, true, "Taken as the mapping says.");
    }

    /// Takes the shape that most of the first rows have; empty when none has any. `wanted` leaves only that one; `columns`
    /// are the head of a table, empty for JSON.
    static Optional<Recognition> of(List<ObjectNode> rows, Optional<Shape> wanted, List<String> columns) {
        Map<Shape, Integer> found = new LinkedHashMap<>();
        for (ObjectNode row : rows) {
            ShapeKeys.of(row, wanted).ifPresent(shape -> found.merge(shape, 1, Integer::sum));
        }
        return found.entrySet().stream().max((one, other) -> Integer.compare(one.getValue(), other.getValue()))
                .map(most -> of(most.getKey(), rows, wanted.isPresent(), columns.isEmpty() ? "" : "the columns "));
    }

    private static Recognition of(Shape shape, List<ObjectNode> rows, boolean asked, String what) {
        List<ObjectNode> fitting = rows.stream().filter(row -> ShapeKeys.fits(shape, row, asked)).toList();
        var columns = new LinkedHashMap<String, String>();
        for (ObjectNode row : fitting) {
            ShapeKeys.named(shape, row).forEach(columns::putIfAbsent);
        }
        String how = fitting.size() == rows.size()
                ? "the first " + rows.size()
                : fitting.size() + " of the first " + rows.size();
        List<String> keys = ShapeKeys.telling(shape, fitting.getFirst());
        String evidence = "Taken for " + shape.word() + ": " + what + listed(keys) + " in " + how
                + (rows.size() == 1 ? " row." : " rows.");
        return new Recognition(shape, columns, asked, evidence);
    }

    private static String listed(List<String> keys) {
        List<String> quoted = keys.stream().map(key -> "`" + key + "`").toList();
        return quoted.size() < 2
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
    }

    /// What this row is by itself, when it differs from the file's shape.
    static Optional<Recognition> ofOne(ObjectNode row) {
        return ShapeKeys.ofStray(row).map(stray -> of(stray, List.of(row), false, ""));
    }

    /// Whether the row can be read so.
    boolean fits(ObjectNode row) {
        return shape == Shape.MAPPED || (ShapeKeys.fits(shape, row, asked)
                && (!columns.containsKey("assistant") || row.has(columns.getOrDefault("assistant", ""))
                        || row.has("chosen")));
    }

    /// Those of the keys that no part of an example is made from.
    List<String> unused(ObjectNode row, List<String> keys) {
        if (shape == Shape.CHAT) {
            return List.of();
        }
        List<String> used = ShapeKeys.used(shape, row);
        var mapped = new Mapping(shape == Shape.MAPPED ? columns : Map.of()).columns();
        return keys.stream().filter(
                key -> !columns.containsValue(key) && !used.contains(key) && !mapped.contains(key)).toList();
    }
}
