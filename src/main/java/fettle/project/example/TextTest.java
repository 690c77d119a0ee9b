package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A condition as a question to one text.
///
/// @param fits whether a text fits; of a `none of` condition, whether it is one of those
/// @param negated whether rows fit that have no such text
record TextTest(Predicate<String> fits, boolean negated) {

    static TextTest of(Condition condition) throws ExpectedException {
        return switch (condition.op()) {
            case EQ, NE -> {
                Set<String> values = new HashSet<>(condition.values());
                yield new TextTest(values::contains, condition.op() == Op.NE);
            }
            case MATCHES, NOT_MATCHES -> new TextTest(matching(condition), condition.op() == Op.NOT_MATCHES);
            case LT, LE, GT, GE -> {
                String value = condition.value();
                Op op = condition.op();
                yield new TextTest(text -> !text.isEmpty() && holds(op, text.compareTo(value)), false);
            }
        };
    }

    /// Whether a row fits that has just this text.
    boolean test(String text) {
        return fits.test(text) != negated;
    }

    /// Whether a row fits that has these texts; one without any has a blank.
    boolean test(List<String> texts) {
        return (texts.isEmpty() ? fits.test("") : texts.stream().anyMatch(fits)) != negated;
    }

    private static Predicate<String> matching(Condition condition) throws ExpectedException {
        var patterns = new ArrayList<Pattern>();
        for (String value : condition.values()) {
            patterns.add(pattern(value));
        }
        return text -> patterns.stream().anyMatch(pattern -> isFound(pattern, text));
    }

    private static boolean isFound(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Interruptible(text)).find();
        } catch (StackOverflowError _) {
            throw new Unanswered("`" + pattern + "` is too deep for a text of " + text.length() + " characters.");
        }
    }

    private static Pattern pattern(String value) throws ExpectedException {
        try {
            return Pattern.compile(value, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException wrong) {
            throw new ExpectedException("filter", "`" + value + "` is no regular expression: " + wrong.getDescription()
                    + (wrong.getIndex() >= 0 ? " at character " + (wrong.getIndex() + 1) : "") + ".",
                    "Put a backslash before a sign that stands for itself, such as \\( or \\?.", wrong);
        }
    }

    private static boolean holds(Op op, int compared) {
        return switch (op) {
            case LT -> compared < 0;
            case LE -> compared <= 0;
            case GT -> compared > 0;
            case GE -> compared >= 0;
            case EQ, NE, MATCHES, NOT_MATCHES -> throw new IllegalArgumentException(op + " compares no order.");
        };
    }

    /// A text that stops whoever reads it when the thread is interrupted: some expressions never end on some texts.
    private static final class Interruptible implements CharSequence {

        private final CharSequence text;
        private int reads;

        Interruptible(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if ((++reads & 0xfff) == 0 && Thread.currentThread().isInterrupted()) {
                throw new Unanswered("stopped");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Interruptible(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /// An expression came to no answer: the thread was interrupted, or a text was too long for it.
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unanswered(String message) {
            super(message, null, false, false);
        }
    }
}
