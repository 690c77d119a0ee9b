package fettle.collect.rows;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents with questions below them, as SQuAD nests them (`paragraphs[].qas[].answers[]`), as one row for each
/// question, with its context and what its document has.
final class NestedQuestions {

    private static final String PARAGRAPHS = "paragraphs";
    private static final String QUESTIONS = "qas";

    private NestedQuestions() {}

    /// The rows that this one stands for, mostly itself.
    static List<RawRow> of(RawRow row) {
        if (row.value().isEmpty()) {
            return List.of(row);
        }
        ObjectNode value = row.value().get();
        boolean nested = holdsObjects(value.get(PARAGRAPHS)) || holdsObjects(value.get(QUESTIONS));
        return nested ? questions(value, row) : List.of(row);
    }

    private static boolean holdsObjects(JsonNode list) {
        return list != null && list.isArray() && !list.isEmpty() && list.get(0).isObject();
    }

    private static List<RawRow> questions(ObjectNode document, RawRow row) {
        var rows = new ArrayList<RawRow>();
        ObjectNode shared = without(document, PARAGRAPHS);
        if (holdsObjects(document.get(PARAGRAPHS))) {
            for (JsonNode paragraph : document.get(PARAGRAPHS)) {
                add(paragraph, shared, row, rows);
            }
        } else {
            add(document, shared, row, rows);
        }
        if (rows.isEmpty()) {
            var faults = new ArrayList<>(row.faults());
            faults.add(Fault.of(row.line(), 0, "no-questions", "The document at line " + row.line()
                    + " holds no questions."));
            rows.add(new RawRow(Optional.empty(), row.line(), 0, faults, document.toString()));
        }
        return rows;
    }

    private static void add(JsonNode paragraph, ObjectNode shared, RawRow row, List<RawRow> rows) {
        if (!(paragraph instanceof ObjectNode object)) {
            return;
        }
        for (JsonNode question : object.path(QUESTIONS)) {
            if (question instanceof ObjectNode asked) {
                ObjectNode value = without(shared, QUESTIONS);
                value.setAll(without(object, QUESTIONS));
                value.setAll(asked);
                List<Fault> faults = rows.isEmpty() ? row.faults() : List.of();
                rows.add(new RawRow(Optional.of(value), row.line(), 0, faults));
            }
        }
    }

    private static ObjectNode without(ObjectNode value, String name) {
        ObjectNode rest = value.objectNode();
        value.forEachEntry((key, each) -> {
            if (!key.equals(name)) {
                rest.set(key, each);
            }
        });
        return rest;
    }
}
