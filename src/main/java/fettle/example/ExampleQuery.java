package fettle.example;

import fettle.example.ExampleQuery.Condition.Op;
import java.util.ArrayList;
import java.util.List;

/// Which rows, in which order. Rows in the bin are left out unless a condition on `bin` is there.
///
/// @param where all must hold
/// @param search what was typed into the search field, as [SearchText] reads it; blank for all rows
/// @param sort a field name; empty for import order. Rows without a value come last
/// @param descending the largest first
public record ExampleQuery(List<Condition> where, String search, String sort, boolean descending) {

    public static final ExampleQuery ALL = new ExampleQuery(List.of(), "", "", false);

    /// All rows of the main dataset that are not rejected, in import order: what is counted, checked, split, exported and
    /// tuned.
    public static final ExampleQuery KEPT = new ExampleQuery(List.of(new Condition("status", Op.NE, "rejected"),
            new Condition("dataset", Op.EQ, "")), "", "", false);

    /// The kept rows that are not held back.
    public static final ExampleQuery TRAINED = KEPT.and(List.of(new Condition("split", Op.NE, "validation")));

    /// Also these conditions must hold. The main dataset gives way to a dataset that they name.
    public ExampleQuery and(List<Condition> more) {
        boolean named = more.stream().anyMatch(condition -> condition.field().equals("dataset"));
        var all = new ArrayList<Condition>();
        for (Condition condition : where) {
            if (!named || !KEPT.where().contains(condition) || !condition.field().equals("dataset")) {
                all.add(condition);
            }
        }
        all.addAll(more);
        return new ExampleQuery(List.copyOf(all), search, sort, descending);
    }

    /// One condition on a field of [ExampleFilter#FIELDS].
    ///
    /// @param values at least one. EQ holds for any of them, NE for none; MATCHES for any, as regular expressions that are
    ///        found somewhere, case ignored, NOT_MATCHES for none; the other comparisons have one value. Empty stands for
    ///        a blank
    public record Condition(String field, Op op, List<String> values) {

        /// How the field is compared; numbers as numbers, texts as texts.
        public enum Op {
            EQ, NE, LT, LE, GT, GE, MATCHES, NOT_MATCHES
        }

        public Condition {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A condition has a value.");
            }
            values = List.copyOf(values);
        }

        public Condition(String field, Op op, String value) {
            this(field, op, List.of(value));
        }

        /// The first value; most conditions have no other.
        public String value() {
            return values.getFirst();
        }
    }
}
