package fettle.chunk;

import fettle.token.TokenCounter;

/// Measures slices of one text against a limit. White space around a slice does not count, but for the indentation of
/// its first line.
record Slices(String text, TokenCounter counter, int limit) {

    /// No token of an encoding is longer on average; a slice with more characters a token is over the limit unseen.
    static final int CHARACTERS_PER_TOKEN = 40;

    /// The start of the first line in the slice that is not blank; `to` if there is none.
    int trimmedStart(int from, int to) {
        int lineStart = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineStart = i + 1;
            } else if (!Character.isWhitespace(c)) {
                return lineStart;
            }
        }
        return to;
    }

    /// The end of the last character in the slice that is not white space; `from` if there is none.
    int trimmedEnd(int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    String trimmed(int from, int to) {
        int end = trimmedEnd(from, to);
        return end == from ? "" : text.substring(trimmedStart(from, end), end);
    }

    int tokens(int from, int to) {
        return counter.count(trimmed(from, to));
    }

    boolean fits(int from, int to) {
        return fits(from, to, limit);
    }

    boolean fits(int from, int to, int tokens) {
        return to - from <= (long) tokens * CHARACTERS_PER_TOKEN && tokens(from, to) <= tokens;
    }

    /// The furthest end up to `to` so that the slice still fits; whole characters, at least one.
    int furthest(int from, int to, int tokens) {
        int fitting = next(from, to);
        int end = Math.max(fitting, aligned(from, to));
        int over = end + 1;
        for (long step = Math.max(16, tokens); fitting < end; step *= 2) {
            int tried = aligned(from, Math.min(fitting + step, end));
            if (!fits(from, tried, tokens)) {
                over = tried;
                break;
            }
            fitting = tried;
        }
        while (over - fitting > 1) {
            int middle = aligned(from, (fitting + over) >>> 1);
            if (middle <= fitting) {
                break;
            }
            if (fits(from, middle, tokens)) {
                fitting = middle;
            } else {
                over = middle;
            }
        }
        return fitting;
    }

    private int next(int from, int to) {
        return from >= to ? to : from + Character.charCount(text.codePointAt(from));
    }

    /// `at`, or one less where it would part a surrogate pair.
    private int aligned(int from, long at) {
        int place = (int) at;
        boolean parts = place > from && place < text.length() && Character.isLowSurrogate(text.charAt(place))
                && Character.isHighSurrogate(text.charAt(place - 1));
        return parts ? place - 1 : place;
    }
}
