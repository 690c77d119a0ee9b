package fettle.example.bulk;

/// A text that a pattern may look at only so often: one that runs away is stopped instead of holding the machine.
final class BoundedText implements CharSequence {

    private static final long STEPS = 4_000_000;
    private static final long STEPS_PER_CHARACTER = 400;

    private final CharSequence text;
    private final long[] left;

    BoundedText(String text) {
        this(text, new long[]{STEPS + STEPS_PER_CHARACTER * text.length()});
    }

    private BoundedText(CharSequence text, long[] left) {
        this.text = text;
        this.left = left;
    }

    /// The pattern looked too often.
    static final class Exhausted extends RuntimeException {

        Exhausted() {
            super("the pattern runs away", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
