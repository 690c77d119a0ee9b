package fettle.ui.example.filter;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is asked of one field, as a facet shows and changes it.
///
/// @param field its word
/// @param only any of these values; empty for no such condition
/// @param without none of these values
/// @param low the least number, if there is one
/// @param high the largest number
/// @param pattern a regular expression that must be found, or, with `without` as its meaning, must not
/// @param patternExcluded whether the pattern must not be found
public record FieldFilter(String field, List<String> only, List<String> without, Optional<String> low,
        Optional<String> high, Optional<String> pattern, boolean patternExcluded) {

    /// Reads it out of a filter.
    public static FieldFilter of(String field, List<Condition> where) {
        List<Condition> mine = where.stream().filter(condition -> condition.field().equals(field)).toList();
        return new FieldFilter(field, values(mine, Op.EQ), values(mine, Op.NE), value(mine, Op.GE), value(mine, Op.LE),
                value(mine, Op.MATCHES).or(() -> value(mine, Op.NOT_MATCHES)),
                value(mine, Op.MATCHES).isEmpty() && value(mine, Op.NOT_MATCHES).isPresent());
    }

    /// Nothing is asked of the field.
    public static FieldFilter none(String field) {
        return of(field, List.of());
    }

    private static List<String> values(List<Condition> where, Op op) {
        return where.stream().filter(condition -> condition.op() == op)
                .flatMap(condition -> condition.values().stream())
                .distinct().toList();
    }

    private static Optional<String> value(List<Condition> where, Op op) {
        return where.stream().filter(condition -> condition.op() == op).map(Condition::value).findFirst();
    }

    public boolean isEmpty() {
        return conditions().isEmpty();
    }

    public boolean has(String value) {
        return only.contains(value);
    }

    public boolean lacks(String value) {
        return without.contains(value);
    }

    /// A click: only this value; a click on the only one asks nothing any more.
    public FieldFilter only(String value) {
        boolean alone = only.equals(List.of(value)) && without.isEmpty();
        return choices(alone ? List.of() : List.of(value), List.of());
    }

    /// This value too; once more, and no longer.
    public FieldFilter include(String value) {
        return lacks(value) ? choices(only, less(without, value)) : choices(toggled(only, value), without);
    }

    /// Not this value; once more, and it may be there again.
    public FieldFilter exclude(String value) {
        return has(value) ? choices(less(only, value), without) : choices(only, toggled(without, value));
    }

    /// What was wanted is excluded, and the other way round.
    public FieldFilter invert() {
        return new FieldFilter(field, without, only, low, high, pattern, pattern.isPresent() != patternExcluded);
    }

    /// A range, both ends inclusive; an absent end is open.
    public FieldFilter range(Optional<String> newLow, Optional<String> newHigh) {
        return new FieldFilter(field, only, without, newLow, newHigh, pattern, patternExcluded);
    }

    /// A pattern to be found; empty for any text.
    public FieldFilter pattern(String newPattern, boolean excluded) {
        return new FieldFilter(field, only, without, low, high, Optional.of(newPattern).filter(it -> !it.isEmpty()),
                excluded);
    }

    /// As a filter has it.
    public List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        if (!only.isEmpty()) {
            conditions.add(new Condition(field, Op.EQ, only));
        }
        if (!without.isEmpty()) {
            conditions.add(new Condition(field, Op.NE, without));
        }
        low.ifPresent(value -> conditions.add(new Condition(field, Op.GE, value)));
        high.ifPresent(value -> conditions.add(new Condition(field, Op.LE, value)));
        pattern.ifPresent(value -> conditions.add(new Condition(field, patternExcluded ? Op.NOT_MATCHES : Op.MATCHES,
                value)));
        return List.copyOf(conditions);
    }

    private FieldFilter choices(List<String> newOnly, List<String> newWithout) {
        return new FieldFilter(field, newOnly, newWithout, low, high, pattern, patternExcluded);
    }

    private static List<String> toggled(List<String> values, String value) {
        return values.contains(value)
                ? less(values, value)
                : Stream.concat(values.stream(), Stream.of(value)).toList();
    }

    private static List<String> less(List<String> values, String value) {
        return values.stream().filter(other -> !other.equals(value)).toList();
    }
}
