package fettle.example;

import java.util.List;

/// Which rows, in which order.
///
/// @param where all must hold
/// @param search words that occur in the row's texts, case ignored; empty for all
/// @param sort a field name; empty for import order
/// @param descending the largest first
public record ExampleQuery(List<Condition> where, String search, String sort, boolean descending) {

    public static final ExampleQuery ALL = new ExampleQuery(List.of(), "", "", false);

    /// All rows not rejected, in import order: what is counted, checked, split, exported and tuned.
    public static final ExampleQuery KEPT = new ExampleQuery(
            List.of(new Condition("status", Condition.Op.NE, "rejected")), "", "", false);

    /// The kept rows that are not held back.
    public static final ExampleQuery TRAINED = new ExampleQuery(
            List.of(new Condition("status", Condition.Op.NE, "rejected"),
                    new Condition("split", Condition.Op.NE, "validation")),
            "", "", false);

    /// One condition on a field of [ExampleRow]: id, status, tag, turns, tokens, assistantTokens, edited, source, split,
    /// duplicate, question, answer.
    public record Condition(String field, Op op, String value) {

        /// How the field is compared; numbers as numbers, texts as texts.
        public enum Op {
            EQ, NE, LT, LE, GT, GE
        }
    }
}
