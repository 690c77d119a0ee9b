package fettle.example;

import fettle.job.ExpectedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression as people write it (Java's kind; case does not matter, unless it begins with `(?-i)`), which can neither hang nor bring the program down: a pattern that
/// tries too many ways through a text, as `(a+)+$` does, is given up with a sentence, and an interrupt ends it at once.
public final class TextPattern {

    /// Letters that may be looked at for one text: so many, and so many times its length.
    private static final long LOOKS = 2_000_000;
    private static final long LOOKS_PER_UNIT = 200;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /// Throws an [ExpectedException] of kind "filter" that says what is wrong with it, and where.
    public static TextPattern of(String expression) throws ExpectedException {
        try {
            return new TextPattern(Pattern.compile(expression, FLAGS));
        } catch (PatternSyntaxException wrong) {
            String where = wrong.getIndex() < 0 ? "" : " at column " + (wrong.getIndex() + 1);
            throw new ExpectedException("filter",
                    "The regular expression `" + expression + "` is wrong" + where + ": " + said(wrong) + ".",
                    "Put a backslash before a sign that is meant as itself, such as \\( or \\*.", wrong);
        } catch (StackOverflowError tooDeep) {
            throw new ExpectedException("filter", "The regular expression is nested too deeply.",
                    "Write a simpler one.", tooDeep);
        }
    }

    private static String said(PatternSyntaxException wrong) {
        String said = wrong.getDescription();
        return said.isEmpty() ? "it cannot be read" : Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    /// Looks over one text.
    @FunctionalInterface
    public interface Look<T> {

        T over(Matcher matcher);
    }

    /// Whether it occurs in the text. Throws as [#look] does.
    public boolean occursIn(String text) throws ExpectedException, InterruptedException {
        return look(text, Matcher::find);
    }

    /// Hands over a matcher of the text. Throws an [ExpectedException] of kind "filter" when the pattern takes too many
    /// steps there, an InterruptedException when the thread is interrupted.
    public <T> T look(String text, Look<T> look) throws ExpectedException, InterruptedException {
        try {
            return look.over(pattern.matcher(new Watched(text)));
        } catch (GivenUp _) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("stopped");
            }
            throw tooSlow(null);
        } catch (StackOverflowError tooDeep) {
            throw tooSlow(tooDeep);
        }
    }

    private ExpectedException tooSlow(@org.jspecify.annotations.Nullable Throwable cause) {
        return new ExpectedException("filter",
                "The regular expression `" + pattern + "` tries too many ways through a text.",
                "Write it without one repetition inside another, such as (a+)+ or (.*)*.", cause);
    }

    /// The pattern had to be given up.
    private static final class GivenUp extends RuntimeException {

        GivenUp() {
            super("given up", null, false, false);
        }
    }

    /// A text that counts how often it is looked at.
    private static final class Watched implements CharSequence {

        private static final int CHECK = 0xFFFF;

        private final String text;
        private final long most;
        private long looks;

        Watched(String text) {
            this.text = text;
            this.most = LOOKS + LOOKS_PER_UNIT * text.length();
        }

        @Override
        public char charAt(int index) {
            if ((++looks & CHECK) == 0 && (looks > most || Thread.currentThread().isInterrupted())) {
                throw new GivenUp();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
