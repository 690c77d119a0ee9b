package fettle.ui.example.editor;

import fettle.example.TextPattern;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is looked for in the texts of one example.
///
/// @param words a text, or a regular expression of Java's kind
record FindText(String words, boolean matchCase, boolean wholeWord, boolean regex) {

    static final FindText NOTHING = new FindText("", false, false, false);
    private static final int MOST = 20_000;

    /// A place where it occurs, in UTF-16 units, and what comes there when it is replaced.
    record Hit(int from, int to, String replacement) {}

    /// Where it occurs in a text: in order, apart from each other; at most 20,000. Throws when the expression is wrong or
    /// takes too long.
    ///
    /// @param with what shall come instead; with a regular expression `$1` is its first group
    List<Hit> hits(String text, String with) throws ExpectedException, InterruptedException {
        if (words.isEmpty()) {
            return List.of();
        }
        String quoted = regex ? with : Matcher.quoteReplacement(with);
        return TextPattern.of(expression()).look(text, matcher -> collect(matcher, quoted));
    }

    private String expression() throws ExpectedException {
        if (regex) {
            TextPattern.of(words); // so that the column is that of what was typed
        }
        String core = regex ? words : Pattern.quote(words);
        String whole = wholeWord ? "(?<![\\p{L}\\p{N}_])(?:" + core + ")(?![\\p{L}\\p{N}_])" : core;
        return matchCase ? whole : "(?iu)" + whole;
    }

    private static List<Hit> collect(Matcher matcher, String with) {
        var hits = new ArrayList<Hit>();
        int copied = 0; // what stands before this was handed out by appendReplacement
        while (hits.size() < MOST && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                var piece = new StringBuilder();
                try {
                    matcher.appendReplacement(piece, with);
                    hits.add(new Hit(matcher.start(), matcher.end(), piece.substring(matcher.start() - copied)));
                    copied = matcher.end();
                } catch (IllegalArgumentException | IndexOutOfBoundsException half) { // while it is being typed
                    hits.add(new Hit(matcher.start(), matcher.end(), with));
                }
            }
        }
        return List.copyOf(hits);
    }
}
