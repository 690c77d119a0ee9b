package fettle.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Filters as people write and read them: `FIELD OP VALUE [and FIELD OP VALUE …]`, OP one of = != < <= > >= ~ !~, where ~
/// looks for a regular expression. `tokens 800..1250` is a range with both ends, `tag = (a, b)` any of several, `""` a
/// blank. A value with blanks stands in double or single quotes; a quote inside is written twice.
///
/// What [#print] writes, [#parse] reads as the same conditions.
public final class ExampleFilter {

    /// The fields that rows can be filtered by.
    public static final List<String> FIELDS = Stream.of(ExampleField.values()).map(ExampleField::word).toList();

    /// The fields that are not kept but told to the store, by [ExampleStore#derive].
    public static final List<String> DERIVED = List.of(ExampleField.FINDING.word(), ExampleField.SUPERVISION.word());

    /// The field of what checks find.
    public static final String FINDING_FIELD = ExampleField.FINDING.word();

    /// How each comparison is written.
    static final Map<String, Op> OPERATORS = operators();

    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_/@#%+][\\p{L}\\p{N}_.:/@#%+\\-]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private ExampleFilter() {}

    private static Map<String, Op> operators() {
        var operators = new LinkedHashMap<String, Op>();
        operators.put("=", Op.EQ);
        operators.put("!=", Op.NE);
        operators.put("<", Op.LT);
        operators.put("<=", Op.LE);
        operators.put(">", Op.GT);
        operators.put(">=", Op.GE);
        operators.put("~", Op.MATCHES);
        operators.put("!~", Op.NOT_MATCHES);
        return operators;
    }

    /// The conditions of a filter; a blank one has none. Throws a [FilterException] that names the column and what was
    /// expected there.
    public static List<Condition> parse(String text) throws ExpectedException {
        return new FilterReader(text).conditions();
    }

    /// The field of a name, to sort by; an empty name stays empty. Throws an
    /// [ExpectedException] of kind "filter" that names the nearest one.
    public static String sortField(String name) throws ExpectedException {
        if (name.isEmpty()) {
            return name;
        }
        return ExampleField.of(name).map(ExampleField::word).orElseThrow(() -> new ExpectedException("filter",
                "Rows cannot be sorted by `" + name + "`: there is no such field"
                        + FilterReader.meant(name, FIELDS),
                "Fields are " + String.join(", ", FIELDS) + "."));
    }

    /// A filter as text, which [#parse] reads again.
    public static String print(List<Condition> where) {
        return clauses(where).stream().map(ExampleFilter::text).collect(Collectors.joining(" and "));
    }

    /// Conditions that are shown and taken away together: both ends of a range, else each alone.
    public static List<List<Condition>> clauses(List<Condition> where) {
        var clauses = new ArrayList<List<Condition>>();
        for (int index = 0; index < where.size(); index++) {
            if (index + 1 < where.size() && isRange(where.get(index), where.get(index + 1))) {
                clauses.add(List.of(where.get(index), where.get(++index)));
            } else {
                clauses.add(List.of(where.get(index)));
            }
        }
        return List.copyOf(clauses);
    }

    private static boolean isRange(Condition low, Condition high) {
        return low.op() == Op.GE && high.op() == Op.LE && low.field().equals(high.field())
                && NUMBER.matcher(low.value()).matches() && NUMBER.matcher(high.value()).matches();
    }

    /// How a comparison is written.
    public static String sign(Op op) {
        return OPERATORS.entrySet().stream().filter(entry -> entry.getValue() == op).map(Map.Entry::getKey).findFirst()
                .orElseThrow();
    }

    /// A value as a filter has it: bare, or in quotes where it must be.
    public static String quoted(String value) {
        return (BARE.matcher(value).matches() && !value.contains("..")) || NUMBER.matcher(value).matches()
                ? value
                : '"' + value.replace("\"", "\"\"") + '"';
    }

    /// What is wrong with a regular expression, as a sentence; empty when it can be used after ~.
    public static Optional<String> patternProblem(String pattern) {
        return FilterValue.patternProblem(pattern);
    }

    /// Whether the field can be compared so.
    public static boolean fits(Op op, ExampleField field) {
        return FilterReader.fits(op, field);
    }

    private static String text(List<Condition> clause) {
        Condition one = clause.getFirst();
        if (clause.size() > 1) {
            return one.field() + " " + one.value() + ".." + clause.getLast().value();
        }
        boolean matches = one.op() == Op.MATCHES || one.op() == Op.NOT_MATCHES;
        List<String> values = one.values().stream()
                .map(value -> matches ? '"' + value.replace("\"", "\"\"") + '"' : quoted(value)).toList();
        return one.field() + " " + sign(one.op()) + " "
                + (values.size() == 1 ? values.getFirst() : "(" + String.join(", ", values) + ")");
    }
}
