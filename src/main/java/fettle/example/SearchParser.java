package fettle.example;

import fettle.example.SearchText.Term;
import java.util.ArrayList;
import java.util.List;

/// Reads the language of the search field, leniently: a quotation that is still open reaches to the end.
final class SearchParser {

    private static final String QUOTES = "\"“”„‟«»";

    /// A single letter begins too many words to be meant as a beginning.
    private static final int SHORTEST_BEGINNING = 2;

    private final String typed;
    private int at;

    SearchParser(String typed) {
        this.typed = typed;
    }

    List<Term> terms() {
        var terms = new ArrayList<Term>();
        while (skipBlanks()) {
            boolean excluded = typed.charAt(at) == '-';
            at += excluded ? 1 : 0;
            Term term = isQuote(at) ? quoted(excluded) : bare(excluded);
            if (!term.words().isEmpty()) {
                terms.add(term);
            }
        }
        return terms;
    }

    private boolean skipBlanks() {
        while (at < typed.length() && isBlank(typed.charAt(at))) {
            at++;
        }
        return at < typed.length();
    }

    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    private boolean isQuote(int place) {
        return place < typed.length() && QUOTES.indexOf(typed.charAt(place)) >= 0;
    }

    private Term quoted(boolean excluded) {
        int start = ++at;
        while (at < typed.length() && !isQuote(at)) {
            at++;
        }
        String inside = typed.substring(start, at);
        boolean open = at == typed.length();
        at += open ? 0 : 1;
        boolean starred = at < typed.length() && typed.charAt(at) == '*';
        at += starred ? 1 : 0;
        return term(inside, starred, open, excluded);
    }

    private Term bare(boolean excluded) {
        int start = at;
        while (at < typed.length() && !isBlank(typed.charAt(at)) && !isQuote(at)) {
            at++;
        }
        String word = typed.substring(start, at);
        return term(word, word.endsWith("*"), at == typed.length(), excluded);
    }

    /// `open` when it is still being typed.
    private static Term term(String text, boolean starred, boolean open, boolean excluded) {
        var words = new ArrayList<String>();
        var out = new StringBuilder();
        var cutter = new SearchWords(text, out);
        int end = 0;
        while (cutter.next()) {
            words.add(out.substring(0, out.length() - 1));
            out.setLength(0);
            end = cutter.end();
        }
        boolean touches = !words.isEmpty() && end == text.length() - (starred && text.endsWith("*") ? 1 : 0);
        boolean growing = open && !excluded && touches && words.getLast().length() >= SHORTEST_BEGINNING;
        boolean beginning = !words.isEmpty() && !isSingle(words.getLast()) && touches && (starred || growing);
        return new Term(words, beginning, excluded);
    }

    /// Whether the word is a letter of a script without blanks, or a sign: nothing can follow within it.
    private static boolean isSingle(String word) {
        return LetterFold.kind(word.codePointAt(0)) == LetterFold.SINGLE;
    }
}
