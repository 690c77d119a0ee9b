package fettle.example;

import fettle.example.ExampleField.Kind;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one filter from left to right.
final class FilterReader {

    private static final Pattern RANGE = Pattern.compile("(-?\\d+(?:\\.\\d+)?)?\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)?");
    private static final Map<String, String> OTHER_SIGNS = Map.of("==", "=", "<>", "!=", "=<", "<=", "=>", ">=", "=~",
            "~", "!", "!=");

    private final String text;
    private int at;

    FilterReader(String text) {
        this.text = text;
    }

    List<Condition> conditions() throws FilterException {
        var conditions = new ArrayList<Condition>();
        skipBlanks();
        while (at < text.length()) {
            if (!conditions.isEmpty()) {
                and();
            }
            conditions.addAll(clause());
            skipBlanks();
        }
        return List.copyOf(conditions);
    }

    private void and() throws FilterException {
        int start = at;
        String word = word().toLowerCase(Locale.ROOT);
        if (!word.equals("and")) {
            throw wrong(start, "`and` was expected.", word.equals("or")
                    ? "Write a list for any of several, such as `tag = (refund, faq)`."
                    : "Join conditions with `and`; put a value with blanks in quotes.");
        }
    }

    private List<Condition> clause() throws FilterException {
        ExampleField field = field();
        skipBlanks();
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '-'
                || Character.isDigit(text.charAt(at)))) {
            return range(field);
        }
        Op op = operator(field);
        skipBlanks();
        List<String> values = at < text.length() && text.charAt(at) == '('
                ? list(field, op)
                : List.of(value(field, op,
                        ""));
        return List.of(new Condition(field.word(), op, values));
    }

    private ExampleField field() throws FilterException {
        skipBlanks();
        int start = at;
        String name = word();
        var field = ExampleField.of(name);
        if (field.isPresent()) {
            return field.get();
        }
        String found = name.isEmpty()
                ? "a field was expected."
                : "there is no field `" + name + "`" + meant(name, ExampleFilter.FIELDS);
        throw wrong(start, found,
                found.endsWith("?") ? "" : "Fields are " + String.join(", ", ExampleFilter.FIELDS) + ".");
    }

    private List<Condition> range(ExampleField field) throws FilterException {
        int start = at;
        Matcher ends = RANGE.matcher(text).region(at, text.length());
        if (field.kind() != Kind.NUMBER || !ends.lookingAt() || (ends.group(1) == null && ends.group(2) == null)) {
            throw wrong(start, "a comparison was expected.", field.kind() == Kind.NUMBER
                    ? "Write for example `" + field.word() + " 800..1250` or `" + field.word() + " > 800`."
                    : signs(field));
        }
        at = ends.end();
        var conditions = new ArrayList<Condition>();
        if (ends.group(1) != null) {
            conditions.add(new Condition(field.word(), Op.GE, ends.group(1)));
        }
        if (ends.group(2) != null) {
            conditions.add(new Condition(field.word(), Op.LE, ends.group(2)));
        }
        return conditions;
    }

    private Op operator(ExampleField field) throws FilterException {
        int start = at;
        while (at < text.length() && "=!<>~".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String sign = text.substring(start, at);
        Op operator = ExampleFilter.OPERATORS.get(sign);
        if (operator == null) {
            String instead = OTHER_SIGNS.get(sign);
            throw wrong(start, instead == null
                    ? "a comparison was expected."
                    : "there is no comparison `" + sign + "`; did you mean `" + instead + "`?", signs(field));
        }
        if (!fits(operator, field)) {
            throw wrong(start, "`" + field.word() + "` cannot be compared by `" + sign + "`.", signs(field));
        }
        return operator;
    }

    /// Whether the field can be compared so.
    static boolean fits(Op operator, ExampleField field) {
        boolean pattern = operator == Op.MATCHES || operator == Op.NOT_MATCHES;
        boolean equality = operator == Op.EQ || operator == Op.NE;
        return switch (field.kind()) {
            case NUMBER -> !pattern;
            case FLAG, WORD -> equality;
            case NAME -> equality || pattern || field == ExampleField.SOURCE;
            case TEXT -> field == ExampleField.TEXT ? pattern : true;
        };
    }

    private static String signs(ExampleField field) {
        List<String> signs = ExampleFilter.OPERATORS.entrySet().stream()
                .filter(entry -> fits(entry.getValue(), field)).map(Map.Entry::getKey).toList();
        return "Comparisons of `" + field.word() + "` are " + String.join(" ", signs) + ".";
    }

    private List<String> list(ExampleField field, Op op) throws FilterException {
        int start = at;
        if (op != Op.EQ && op != Op.NE && op != Op.MATCHES && op != Op.NOT_MATCHES) {
            throw wrong(start, "one value was expected.", "Only = != ~ !~ take several.");
        }
        var values = new ArrayList<String>();
        do {
            at++;
            values.add(value(field, op, ",)"));
            skipBlanks();
        } while (at < text.length() && text.charAt(at) == ',');
        if (at == text.length() || text.charAt(at) != ')') {
            throw wrong(start, "this list is never closed.",
                    "Write for example `" + field.word() + " = (refund, faq)`.");
        }
        at++;
        return values;
    }

    /// An unquoted value ends at a blank or at one of `ends`.
    private String value(ExampleField field, Op op, String ends) throws FilterException {
        skipBlanks();
        int start = at;
        if (at == text.length() || ends.indexOf(text.charAt(at)) >= 0) {
            throw wrong(at, "a value was expected.", "Write for example `status = approved`, or `\"\"` for a blank.");
        }
        char quote = text.charAt(at);
        String value = quote == '"' || quote == '\'' ? inQuotes(quote) : bare(ends);
        return new FilterValue(field, op).checked(value, start + 1);
    }

    private String bare(String ends) {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String inQuotes(char quote) throws FilterException {
        int start = at;
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != quote) {
                value.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                value.append(quote);
                at++;
            } else {
                at++;
                return value.toString();
            }
        }
        throw wrong(start, "this quote is never closed.", "Close it with " + quote + ".");
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

    /// "; did you mean `tokens`?", or a full stop when nothing is near.
    static String meant(String word, List<String> names) {
        return Nearest.to(word, names).map(near -> "; did you mean `" + near + "`?").orElse(".");
    }

    private static FilterException wrong(int start, String found, String next) {
        return new FilterException(start + 1, found, next);
    }
}
