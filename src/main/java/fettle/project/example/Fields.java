package fettle.project.example;

import fettle.example.ExampleFilter;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.job.ExpectedException;
import fettle.project.example.ChoiceField.Words;
import fettle.project.example.NumberField.Scale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// All fields that stand in columns, by name.
final class Fields {

    private static final Map<String, String> TRUTH = Map.of("true", "yes", "yes", "yes", "1", "yes", "false", "no",
            "no",
            "no", "0", "no");
    private static final Set<String> TEXTS = Set.of("question", "answer", "text");

    private final Map<String, Field> fields = new HashMap<>();
    private final Columns columns;
    final ScoreColumn scores = new ScoreColumn();

    Fields(Columns columns, Duplicates duplicates, Dictionaries dictionaries) {
        this.columns = columns;
        addNumbers(duplicates);
        addTruths(duplicates);
        List<String> statuses = words(ExampleStatus.values());
        fields.put("status", closed((from, count, into) -> widen(columns.status, from, count, into), statuses));
        fields.put("split", closed((from, count, into) -> widen(columns.split, from, count, into),
                words(Side.values())));
        Column origins = (from, count, into) -> System.arraycopy(columns.origin, from, into, 0, count);
        fields.put("source", new ChoiceField(origins, dictionaries.sources::index, Words.TEXT));
        fields.put("template", new ChoiceField(origins, dictionaries.templates::index, Words.TEXT));
        fields.put("model", new ChoiceField(origins, dictionaries.models::index, Words.TEXT));
        fields.put("dataset", new ChoiceField(
                (from, count, into) -> System.arraycopy(columns.dataset, from, into, 0, count),
                dictionaries.datasetNames::index, Words.TEXT));
        fields.put("tag", new ChoiceField((from, count, into) -> System.arraycopy(columns.tags, from, into, 0, count),
                dictionaries.tagNames::index, Words.SEVERAL));
        fields.put("note", new NoteField(columns.notes));
        ExampleFilter.DERIVED.forEach(field -> fields.put(field, new MarkField()));
    }

    private void addNumbers(Duplicates duplicates) {
        fields.put("id", number((from, count, into) -> Arrays.setAll(into, row -> from + row + 1)));
        fields.put("turns", number((from, count, into) -> System.arraycopy(columns.turns, from, into, 0, count)));
        fields.put("tokens", number((from, count, into) -> counted(columns.tokens, from, count, into)));
        fields.put("assistantTokens", number((from, count, into) -> counted(columns.assistant, from, count, into)));
        fields.put("trainedTokens", number((from, count, into) -> counted(columns.trained, from, count, into)));
        fields.put("leadTokens", number((from, count, into) -> counted(columns.lead, from, count, into)));
        fields.put("rating", new NumberField((from, count, into) -> rated(columns.rating, from, count, into),
                Scale.WHOLE, true));
        fields.put("cluster", new NumberField(
                (from, count, into) -> System.arraycopy(duplicates.clusters(), from, into, 0, count), Scale.WHOLE,
                true));
        fields.put("score", new NumberField(scores, ScoreColumn.SCALE, false));
    }

    private void addTruths(Duplicates duplicates) {
        fields.put("edited", truth((from, count, into) -> flag(columns.flags, Columns.EDITED, from, count, into)));
        fields.put("flagged", truth((from, count, into) -> flag(columns.flags, Columns.FLAGGED, from, count, into)));
        fields.put("bin", truth((from, count, into) -> flag(columns.flags, Columns.BINNED, from, count, into)));
        fields.put("duplicate", truth((from, count, into) -> {
            for (int row = 0; row < count; row++) {
                into[row] = duplicates.repeats(from + row) ? 1 : 0;
            }
        }));
    }

    /// The flags of rows, as [Columns] names them.
    Column flags() {
        return (from, count, into) -> widen(columns.flags, from, count, into);
    }

    /// Whether the field needs the texts of rows, and stands in no column.
    static boolean asksText(String field) {
        return TEXTS.contains(field);
    }

    /// Throws an [ExpectedException] of kind "filter" when there is no such field.
    Field of(String name) throws ExpectedException {
        Field field = fields.get(switch (name) {
            case "messages" -> "turns";
            case "tags" -> "tag";
            default -> name;
        });
        if (field == null) {
            throw new ExpectedException("filter", asksText(name)
                    ? "Rows cannot be counted by `" + name + "`."
                    : "There is no field `" + name + "`.",
                    "Fields are " + String.join(", ", ExampleFilter.FIELDS) + ".");
        }
        return field;
    }

    /// The field that is told from outside.
    MarkField derived(String name) {
        if (fields.get(name) instanceof MarkField field) {
            return field;
        }
        throw new IllegalArgumentException("The field `" + name + "` is not one to derive: "
                + String.join(", ", ExampleFilter.DERIVED) + ".");
    }

    private static Field number(Column column) {
        return new NumberField(column, Scale.WHOLE, false);
    }

    private static Field closed(Column codes, List<String> words) {
        Values.Index index = Values.fixed(words);
        return new ChoiceField(codes, () -> index, ChoiceField.closed(words));
    }

    private static Field truth(Column codes) {
        Values.Index index = Values.fixed(List.of("no", "yes"));
        return new ChoiceField(codes, () -> index, new Words(TRUTH, false));
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static void widen(byte[] bytes, int from, int count, int[] into) {
        for (int row = 0; row < count; row++) {
            into[row] = bytes[from + row];
        }
    }

    private static void rated(byte[] ratings, int from, int count, int[] into) {
        for (int row = 0; row < count; row++) {
            int rating = ratings[from + row];
            into[row] = rating == 0 ? Column.BLANK : rating;
        }
    }

    private static void flag(byte[] flags, int flag, int from, int count, int[] into) {
        for (int row = 0; row < count; row++) {
            into[row] = (flags[from + row] & flag) == 0 ? 0 : 1;
        }
    }

    private static void counted(int[] counts, int from, int count, int[] into) {
        for (int row = 0; row < count; row++) {
            int number = counts[from + row];
            into[row] = number == Columns.UNCOUNTED ? Column.BLANK : number;
        }
    }
}
