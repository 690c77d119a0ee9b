package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.TextPattern;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        var patterns = new ArrayList<TextPattern>();
        for (String value : condition.values()) {
            patterns.add(TextPattern.of(value));
        }
        return text -> patterns.stream().anyMatch(pattern -> isFound(pattern, text));
    }

    private static boolean isFound(TextPattern pattern, String text) {
        try {
            return pattern.occursIn(text);
        } catch (ExpectedException tooSlow) {
            throw new Unanswered(tooSlow);
        } catch (InterruptedException stopped) {
            throw new Unanswered((IOException) new InterruptedIOException("stopped").initCause(stopped));
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

    /// An expression came to no answer: the thread was interrupted, or a text was too much for it.
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final IOException reason;

        Unanswered(IOException reason) {
            super(reason.getMessage(), reason, false, false);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }
}
