package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.job.ExpectedException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Conditions as questions to the columns: each answers for the row at a place.
final class RowFilter {

    private static final Map<String, Integer> STATUSES = codes(ExampleStatus.values(), Codes::of);
    private static final Map<String, Integer> SIDES = codes(Side.values(), Codes::of);

    private final Columns columns;
    private final Duplicates duplicates;
    private final Dictionaries dictionaries;

    RowFilter(Columns columns, Duplicates duplicates, Dictionaries dictionaries) {
        this.columns = columns;
        this.duplicates = duplicates;
        this.dictionaries = dictionaries;
    }

    private static <E extends Enum<E>> Map<String, Integer> codes(E[] words, ToIntFunction<E> code) {
        var codes = new LinkedHashMap<String, Integer>();
        for (E word : words) {
            codes.put(word.name().toLowerCase(Locale.ROOT), code.applyAsInt(word));
        }
        return codes;
    }

    /// Whether the condition needs the row's text; then [#textPredicate] answers it.
    static boolean asksText(Condition condition) {
        return condition.field().equals("question") || condition.field().equals("answer");
    }

    static Predicate<String> textPredicate(Condition condition) {
        return text -> holds(condition.op(), text.compareTo(condition.value()));
    }

    IntPredicate predicate(Condition condition) throws ExpectedException {
        return switch (condition.field()) {
            case "id" -> number(condition, place -> place + 1L);
            case "turns", "messages" -> number(condition, place -> columns.turns[place]);
            case "tokens" -> counted(condition, place -> columns.tokens[place]);
            case "assistantTokens" -> counted(condition, place -> columns.assistant[place]);
            case "edited" -> truth(condition, columns::isEdited);
            case "duplicate" -> truth(condition, duplicates::repeats);
            case "status" -> word(condition, STATUSES, place -> columns.status[place]);
            case "split" -> word(condition, SIDES, place -> columns.split[place]);
            case "tag", "tags" -> tag(condition);
            case "source" -> source(condition);
            default -> throw new ExpectedException("filter", "There is no field `" + condition.field() + "`.",
                    "Fields are id, status, tag, turns, tokens, assistantTokens, edited, source, split, duplicate,"
                            + " question, answer.");
        };
    }

    private static IntPredicate number(Condition condition, IntToLongFunction field) throws ExpectedException {
        double value;
        try {
            value = Double.parseDouble(condition.value());
        } catch (NumberFormatException noNumber) {
            throw new ExpectedException("filter", "`" + condition.field() + "` is a number, and `" + condition.value()
                    + "` is none.", "Write for example `" + condition.field() + " > 800`.", noNumber);
        }
        Op op = condition.op();
        return place -> holds(op, Double.compare((double) field.applyAsLong(place), value));
    }

    /// A row that is not counted yet fits no number.
    private static IntPredicate counted(Condition condition, IntToLongFunction field) throws ExpectedException {
        IntPredicate all = number(condition, field);
        return place -> field.applyAsLong(place) >= 0 && all.test(place);
    }

    private static IntPredicate truth(Condition condition, IntPredicate field) throws ExpectedException {
        boolean wanted = switch (condition.value().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new ExpectedException("filter", "`" + condition.field() + "` is true or false, not `"
                    + condition.value() + "`.", "Write `" + condition.field() + " = true`.");
        };
        boolean equal = equality(condition);
        return place -> (field.test(place) == wanted) == equal;
    }

    private static IntPredicate word(Condition condition, Map<String, Integer> codes, IntToLongFunction field)
            throws ExpectedException {
        Integer wanted = codes.get(condition.value().toLowerCase(Locale.ROOT));
        if (wanted == null) {
            throw new ExpectedException("filter", "`" + condition.field() + "` is never `" + condition.value() + "`.",
                    "It is one of " + String.join(", ", codes.keySet()) + ".");
        }
        long code = wanted;
        Op op = condition.op();
        return place -> holds(op, Long.compare(field.applyAsLong(place), code));
    }

    private static boolean equality(Condition condition) throws ExpectedException {
        return switch (condition.op()) {
            case EQ -> true;
            case NE -> false;
            case LT, LE, GT, GE -> throw new ExpectedException("filter",
                    "`" + condition.field() + "` can be compared by = and != only.",
                    "Write `" + condition.field() + " = " + condition.value() + "`.");
        };
    }

    /// A row has a tag or has it not; the empty value stands for no tag at all.
    private IntPredicate tag(Condition condition) throws ExpectedException {
        boolean equal = equality(condition);
        String value = condition.value();
        BitSet having = matching(dictionaries.tags,
                tags -> value.isEmpty() ? tags.isEmpty() : tags.contains(value));
        return place -> having.get(columns.tags[place]) == equal;
    }

    private IntPredicate source(Condition condition) {
        BitSet fitting = matching(dictionaries.origins,
                origin -> holds(condition.op(), origin.source().compareTo(condition.value())));
        return place -> fitting.get(columns.origin[place]);
    }

    private static <T> BitSet matching(Dictionary<T> dictionary, Predicate<T> fits) {
        var numbers = new BitSet();
        for (int number = 0; number < dictionary.size(); number++) {
            numbers.set(number, fits.test(dictionary.value(number)));
        }
        return numbers;
    }

    private static boolean holds(Op op, int compared) {
        return switch (op) {
            case EQ -> compared == 0;
            case NE -> compared != 0;
            case LT -> compared < 0;
            case LE -> compared <= 0;
            case GT -> compared > 0;
            case GE -> compared >= 0;
        };
    }
}
