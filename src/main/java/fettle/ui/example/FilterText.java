package fettle.ui.example;

import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Filters as people write and read them. What is shown can be typed again, here and behind `--where`.
final class FilterText {

    /// Conditions that are shown, and taken away, together.
    record Chip(String text, List<Condition> conditions) {}

    private FilterText() {}

    /// Reads what was typed; `tokens 800..1250` stands for both ends of a range.
    static List<Condition> parse(String typed) throws ExpectedException {
        String ranged = typed.replaceAll("(?<![\\w\"'])(\\w+)\\s+(\\d+)\\s*\\.\\.\\s*(\\d+)", "$1 >= $2 and $1 <= $3");
        return ExampleFilter.parse(ranged);
    }

    /// One chip per condition; the two ends of a range share one.
    static List<Chip> chips(List<Condition> conditions) {
        var chips = new ArrayList<Chip>();
        for (int index = 0; index < conditions.size(); index++) {
            Condition one = conditions.get(index);
            Condition next = index + 1 < conditions.size() ? conditions.get(index + 1) : one;
            if (one.op() == Op.GE && next.op() == Op.LE && one.field().equals(next.field())) {
                chips.add(new Chip(one.field() + " " + one.value() + ".." + next.value(), List.of(one, next)));
                index++;
            } else {
                chips.add(new Chip(text(one), List.of(one)));
            }
        }
        return List.copyOf(chips);
    }

    /// The whole filter on one line.
    static String line(List<Condition> conditions) {
        return chips(conditions).stream().map(Chip::text).collect(Collectors.joining(" and "));
    }

    private static String text(Condition condition) {
        String values = condition.values().size() == 1
                ? quoted(condition.value())
                : condition.values().stream().map(FilterText::quoted).collect(Collectors.joining(", ", "(", ")"));
        return condition.field() + " " + sign(condition.op()) + " " + values;
    }

    static String sign(Op op) {
        return switch (op) {
            case EQ -> "=";
            case NE -> "!=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case MATCHES -> "~";
            case NOT_MATCHES -> "!~";
        };
    }

    private static String quoted(String value) {
        if (!value.isEmpty() && value.chars().noneMatch(unit -> Character.isWhitespace(unit)
                || "\"'(),".indexOf(unit) >= 0)) {
            return value;
        }
        return value.contains("\"") ? "'" + value + "'" : "\"" + value + "\"";
    }
}
