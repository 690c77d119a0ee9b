package fettle.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads a filter as people write it: `FIELD OP VALUE [and FIELD OP VALUE …]`, OP one of = != < <= > >= ~ !~, where ~ looks
/// for a regular expression. A value may stand in double or single quotes; then it may hold blanks. `= (a, b)` stands for
/// any of the values, `!= (a, b)` for none.
public final class ExampleFilter {

    /// The fields that rows can be filtered by.
    public static final List<String> FIELDS = List.of("id", "status", "tag", "turns", "tokens", "assistantTokens",
            "trainedTokens", "leadTokens", "edited", "source", "template", "model", "split", "dataset", "rating",
            "flagged", "note", "duplicate", "cluster", "score", "bin", "finding", "supervision", "question", "answer",
            "text");

    /// The fields that are not kept but told to the store, by [ExampleStore#derive].
    public static final List<String> DERIVED = List.of("finding", "supervision");

    /// Other names of fields, as the rows of the command line have them.
    private static final Map<String, String> ALIASES = Map.of("messages", "turns", "tags", "tag");
    private static final Map<String, Op> OPERATORS = Map.of("=", Op.EQ, "!=", Op.NE, "<", Op.LT, "<=", Op.LE, ">",
            Op.GT, ">=", Op.GE, "~", Op.MATCHES, "!~", Op.NOT_MATCHES);

    private final String text;
    private int at;

    private ExampleFilter(String text) {
        this.text = text;
    }

    /// The conditions of a filter; a blank one has none. Throws an [ExpectedException] of kind "filter" that names the
    /// column and what was expected there.
    public static List<Condition> parse(String text) throws ExpectedException {
        return new ExampleFilter(text).conditions();
    }

    private List<Condition> conditions() throws ExpectedException {
        var conditions = new ArrayList<Condition>();
        skipBlanks();
        while (at < text.length()) {
            if (!conditions.isEmpty()) {
                and();
            }
            conditions.add(condition());
            skipBlanks();
        }
        return List.copyOf(conditions);
    }

    private Condition condition() throws ExpectedException {
        String field = field();
        Op op = operator();
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '(') {
            return new Condition(field, op, list(op));
        }
        return new Condition(field, op, value(""));
    }

    private List<String> list(Op op) throws ExpectedException {
        int start = at;
        if (op != Op.EQ && op != Op.NE && op != Op.MATCHES && op != Op.NOT_MATCHES) {
            throw wrong(start, "one value was expected", "Only =, !=, ~ and !~ take several.");
        }
        var values = new ArrayList<String>();
        do {
            at++;
            values.add(value(",)"));
            skipBlanks();
        } while (at < text.length() && text.charAt(at) == ',');
        if (at == text.length() || text.charAt(at) != ')') {
            throw wrong(start, "this list is never closed", "Write for example `tag = (refund, faq)`.");
        }
        at++;
        return values;
    }

    private void and() throws ExpectedException {
        int start = at;
        if (!word().toLowerCase(Locale.ROOT).equals("and")) {
            throw wrong(start, "`and` was expected", "Join conditions with `and`; put a value with blanks in quotes.");
        }
    }

    private String field() throws ExpectedException {
        skipBlanks();
        int start = at;
        String name = word();
        for (String field : FIELDS) {
            if (field.equalsIgnoreCase(ALIASES.getOrDefault(name.toLowerCase(Locale.ROOT), name))) {
                return field;
            }
        }
        String found = name.isEmpty() ? "a field was expected" : "there is no field `" + name + "`";
        throw wrong(start, found, "Fields are " + String.join(", ", FIELDS) + ".");
    }

    private Op operator() throws ExpectedException {
        skipBlanks();
        int start = at;
        while (at < text.length() && "=!<>~".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        Op operator = OPERATORS.get(text.substring(start, at));
        if (operator == null) {
            throw wrong(start, "a comparison was expected", "Comparisons are = != < <= > >= ~ !~.");
        }
        return operator;
    }

    /// An unquoted value ends at a blank or at one of `ends`.
    private String value(String ends) throws ExpectedException {
        skipBlanks();
        if (at == text.length()) {
            throw wrong(at, "a value was expected", "Write for example `status = approved`.");
        }
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))
                    && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw wrong(at, "this quote is never closed", "Close it with " + quote + ".");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private String word() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static ExpectedException wrong(int column, String found, String next) {
        return new ExpectedException("filter", "The filter is wrong at column " + (column + 1) + ": " + found + ".",
                next);
    }
}
