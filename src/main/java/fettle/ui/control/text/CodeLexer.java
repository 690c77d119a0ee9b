package fettle.ui.control.text;

import java.util.ArrayList;
import java.util.List;

/// Finds comments, texts, numbers and keywords in code, by a few rules per language. Never fails: what it does not know
/// stays plain.
final class CodeLexer {

    private final Language language;
    private final String text;
    private final int end;
    private final List<Span> spans = new ArrayList<>();
    private int at;

    private CodeLexer(Language language, String text, int from, int to) {
        this.language = language;
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /// The spans of the code at `from` up to `to`, in the language that the fence names.
    static List<Span> spans(String languageName, String text, int from, int to) {
        return Language.named(languageName).map(language -> new CodeLexer(language, text, from, to).run())
                .orElse(List.of());
    }

    private List<Span> run() {
        while (at < end) {
            char here = text.charAt(at);
            if (startsLineComment()) {
                mark(lineEnd(at), "code-comment");
            } else if (!language.block().isEmpty() && text.startsWith(language.block().getFirst(), at)) {
                mark(after(language.block().getLast(), at + 2), "code-comment");
            } else if (language.quotes().indexOf(here) >= 0) {
                mark(textEnd(here), "code-string");
            } else if (Character.isDigit(here)) {
                mark(wordEnd(), "code-number");
            } else if (Character.isJavaIdentifierStart(here)) {
                word();
            } else {
                at++;
            }
        }
        return spans;
    }

    private boolean startsLineComment() {
        for (String mark : language.lineComments()) {
            if (text.startsWith(mark, at)) {
                return true;
            }
        }
        return false;
    }

    private void word() {
        int wordEnd = wordEnd();
        if (language.isKeyword(text.substring(at, wordEnd))) {
            mark(wordEnd, "code-keyword");
        } else {
            at = wordEnd;
        }
    }

    private int wordEnd() {
        int to = at;
        while (to < end && Character.isJavaIdentifierPart(text.charAt(to))) {
            to++;
        }
        return Math.max(to, at + 1);
    }

    /// A text ends at its quote or, when that is missing, with the line; a back quote may span lines.
    private int textEnd(char quote) {
        for (int to = at + 1; to < end; to++) {
            char unit = text.charAt(to);
            if (unit == '\\') {
                to++;
            } else if (unit == quote) {
                return to + 1;
            } else if (unit == '\n' && quote != '`') {
                return to;
            }
        }
        return end;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? end : Math.min(end, found + mark.length());
    }

    private int lineEnd(int from) {
        int found = text.indexOf('\n', from);
        return found < 0 ? end : Math.min(end, found);
    }

    private void mark(int to, String style) {
        spans.add(new Span(at, to, style));
        at = to;
    }
}
