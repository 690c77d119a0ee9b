package fettle.example;

import fettle.example.ExampleField.Kind;
import fettle.example.ExampleQuery.Condition.Op;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Looks whether a value makes sense for a field, before any row is asked.
record FilterValue(ExampleField field, Op op) {

    /// The value as conditions have it. Throws a [FilterException] at `column` when no row could ever have it.
    String checked(String value, int column) throws FilterException {
        if (op == Op.MATCHES || op == Op.NOT_MATCHES) {
            return pattern(value, column);
        }
        return switch (field.kind()) {
            case NUMBER -> number(value, column);
            case FLAG, WORD -> word(value, column);
            case NAME, TEXT -> value;
        };
    }

    private String number(String value, int column) throws FilterException {
        if (value.isEmpty() && (op == Op.EQ || op == Op.NE)) {
            return value;
        }
        try {
            if (Double.isFinite(Double.parseDouble(value))) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below, like one that is not finite
        }
        throw new FilterException(column, "`" + value + "` is not a number.", value.matches("[\\d,' ]+")
                ? "Write `" + value.replaceAll("\\D", "") + "`."
                : "Write for example `" + field.word() + " > 800`.");
    }

    private String word(String value, int column) throws FilterException {
        String lower = value.toLowerCase(Locale.ROOT);
        String meant = field.kind() != Kind.FLAG ? lower : switch (lower) {
            case "true", "1" -> "yes";
            case "false", "0" -> "no";
            default -> lower;
        };
        if (field == ExampleField.SPLIT && meant.isEmpty()) {
            return "none";
        }
        if (field.words().contains(meant)) {
            return meant;
        }
        throw new FilterException(column, "`" + field.word() + "` is never `" + value + "`"
                + FilterReader.meant(lower, field.words()), "It is one of " + String.join(", ", field.words()) + ".");
    }

    private static String pattern(String value, int column) throws FilterException {
        if (value.isEmpty()) {
            throw new FilterException(column, "a pattern was expected.", "Write for example `answer ~ \"refund\"`.");
        }
        var problem = patternProblem(value);
        if (problem.isPresent()) {
            throw new FilterException(column, problem.get(), "Put a \\ before a sign that stands for itself.");
        }
        return value;
    }

    /// What is wrong with a regular expression, as a sentence; empty when nothing is.
    static Optional<String> patternProblem(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            String place = broken.getIndex() < 0 ? "" : " at its character " + (broken.getIndex() + 1);
            return Optional.of("`" + pattern + "` is no regular expression: "
                    + broken.getDescription().toLowerCase(Locale.ROOT) + place + ".");
        }
    }
}
