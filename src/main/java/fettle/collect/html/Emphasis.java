package fettle.collect.html;

/// Writes the marks of emphasis where CommonMark reads them as such, and leaves them out where it would not: "a mark is
/// left-flanking if it is not followed by white space, and either not followed by punctuation, or preceded by white space
/// or punctuation" (CommonMark 0.31, 6.2).
final class Emphasis {

    private final char[] open;
    private final char[] close;
    private final StringBuilder text;

    private Emphasis(String text, char... marks) {
        this.text = new StringBuilder(text);
        open = new char[]{marks[0], marks[2]};
        close = new char[]{marks[1], marks[3]};
    }

    /// `text` with the place holders for the begin and end of strong and weak emphasis resolved.
    static String resolve(String text, char strong, char strongEnd, char weak, char weakEnd) {
        if (text.indexOf(strong) < 0 && text.indexOf(weak) < 0) {
            return text;
        }
        var emphasis = new Emphasis(text, strong, strongEnd, weak, weakEnd);
        for (int kind = 0; kind < 2; kind++) {
            emphasis.merge(kind);
            emphasis.write(kind, kind == 0 ? "**" : "*");
        }
        return emphasis.text.toString().replaceAll("[" + strong + strongEnd + weak + weakEnd + "]", "");
    }

    /// What ends only to begin again goes on.
    private void merge(int kind) {
        String seam = "" + close[kind] + open[kind];
        for (int at = text.indexOf(seam); at >= 0; at = text.indexOf(seam, at)) {
            text.delete(at, at + 2);
        }
    }

    private void write(int kind, String mark) {
        int from = text.indexOf(String.valueOf(open[kind]));
        while (from >= 0) {
            int to = text.indexOf(String.valueOf(close[kind]), from);
            if (to < 0) {
                return;
            }
            from = text.indexOf(String.valueOf(open[kind]), span(from, to, mark));
        }
    }

    /// Marks the text between two place holders. Returns where it ends.
    private int span(int from, int to, String mark) {
        int first = from + 1;
        while (first < to && isLoose(text.charAt(first))) {
            first++;
        }
        int last = to;
        while (last > first && isLoose(text.charAt(last - 1))) {
            last--;
        }
        text.setCharAt(from, '\uFDD4');
        text.setCharAt(to, '\uFDD4');
        boolean lines = first < last && text.substring(first, last).indexOf('\n') >= 0
                && text.substring(first, last).contains("\n\n");
        if (first < last && !lines && flanks(first, last)) {
            text.insert(last, mark);
            text.insert(first, mark);
            to += 2 * mark.length();
        }
        int end = to + 1;
        for (int at = end - 1; at >= from; at--) {
            if (text.charAt(at) == '\uFDD4') {
                text.deleteCharAt(at);
                end--;
            }
        }
        return end;
    }

    private boolean isLoose(char letter) {
        return Inline.isSpace(letter);
    }

    private boolean flanks(int first, int last) {
        boolean opens = !isPunctuation(near(first, 1)) || !isWord(near(first - 1, -1));
        boolean closes = !isPunctuation(near(last - 1, -1)) || !isWord(near(last, 1));
        return opens && closes;
    }

    /// The first letter from there on that is no place holder.
    private char near(int from, int step) {
        int at = from;
        while (at >= 0 && at < text.length() && (Inline.isMark(text.charAt(at)) || text.charAt(at) == '\uFDD4')) {
            at += step;
        }
        return at < 0 || at >= text.length() ? ' ' : text.charAt(at);
    }

    private static boolean isWord(char letter) {
        return !Inline.isSpace(letter) && !isPunctuation(letter);
    }

    private static boolean isPunctuation(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
