package fettle.document.clean;

import java.util.BitSet;

/// The stretches between backticks in one line of Markdown.
///
/// @param places offsets in the text that are code
record CodeSpans(BitSet places) {

    static final CodeSpans NONE = new CodeSpans(new BitSet());

    static CodeSpans of(String text, int start, int end) {
        int tick = text.indexOf('`', start, end);
        if (tick < 0) {
            return NONE;
        }
        var places = new BitSet();
        int at = tick;
        while (at < end) {
            if (text.charAt(at) != '`') {
                at++;
            } else {
                int length = run(text, at, end);
                int close = closing(text, at + length, end, length);
                if (close >= 0) {
                    places.set(at, close + length);
                    at = close + length;
                } else {
                    at += length;
                }
            }
        }
        return new CodeSpans(places);
    }

    boolean has(int offset) {
        return places.get(offset);
    }

    private static int run(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '`') {
            at++;
        }
        return at - from;
    }

    private static int closing(String text, int from, int end, int length) {
        int at = from;
        while (at < end) {
            if (text.charAt(at) != '`') {
                at++;
            } else {
                int run = run(text, at, end);
                if (run == length) {
                    return at;
                }
                at += run;
            }
        }
        return -1;
    }
}
