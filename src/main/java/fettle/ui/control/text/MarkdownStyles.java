package fettle.ui.control.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds headings, lists, bold, links, code and fences in Markdown while it is being written: line by line, so that half
/// a sentence never colours the rest. A pure function; safe on any thread.
public final class MarkdownStyles {

    /// Longer lines get no colours inside: no person reads them, and patterns on them are slow.
    private static final int LONGEST_LINE = 4000;
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})\\s*([^\\s`]*).*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}( .*|$)");
    private static final Pattern MARKER = Pattern.compile("\\s*([-*+]|\\d{1,9}[.)]|>+)(?=\\s|$)");
    private static final Pattern INLINE = Pattern.compile("(?<code>(?<ticks>`+)(?!`).+?(?<!`)\\k<ticks>(?!`))"
            + "|(?<bold>\\*\\*(?=\\S).+?(?<=\\S)\\*\\*|(?<!\\w)__(?=\\S).+?(?<=\\S)__(?!\\w))"
            + "|(?<italic>(?<![\\w*])\\*(?=[^\\s*]).+?(?<=[^\\s*])\\*(?![\\w*])|(?<!\\w)_(?=[^\\s_]).+?(?<=[^\\s_])_(?!\\w))"
            + "|(?<link>!?\\[[^\\[\\]]+\\])(?<address>\\([^()\\s]+\\))"
            + "|(?<url>https?://[^\\s<>()\\[\\]]+)");

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final BitSet codeLines = new BitSet();
    private String fence = "";
    private String language = "";
    private int codeStart;

    private MarkdownStyles(String text) {
        this.text = text;
    }

    /// The styles of a text.
    public static Styling of(String text) {
        return new MarkdownStyles(text).run();
    }

    private Styling run() {
        int line = 0;
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            line(line++, from, to);
            from = to + 1;
        }
        if (!fence.isEmpty()) {
            code(text.length());
        }
        return new Styling(List.copyOf(spans), codeLines);
    }

    private void line(int number, int from, int to) {
        String line = text.substring(from, Math.min(to, from + LONGEST_LINE));
        Matcher fenced = FENCE.matcher(line);
        if (!fence.isEmpty()) {
            codeLines.set(number);
            if (fenced.matches() && closes(line)) {
                code(from);
                spans.add(new Span(from, to, "md-fence"));
                fence = "";
            }
        } else if (fenced.matches()) {
            codeLines.set(number);
            spans.add(new Span(from, to, "md-fence"));
            fence = fenced.group(1);
            language = fenced.group(2);
            codeStart = Math.min(to + 1, text.length());
        } else if (to - from <= LONGEST_LINE) {
            prose(line, from, to);
        }
    }

    /// A fence is closed by at least as many of the same character, with nothing after them.
    private boolean closes(String line) {
        String bare = line.strip();
        return bare.length() >= fence.length() && bare.chars().allMatch(unit -> unit == fence.charAt(0));
    }

    private void code(int to) {
        if (to > codeStart) {
            spans.add(new Span(codeStart, to, "md-code"));
            spans.addAll(CodeLexer.spans(language, text, codeStart, to));
        }
    }

    private void prose(String line, int from, int to) {
        if (HEADING.matcher(line).matches()) {
            spans.add(new Span(from, to, "md-heading"));
        }
        Matcher marker = MARKER.matcher(line);
        int start = 0;
        if (marker.lookingAt()) {
            spans.add(new Span(from + marker.start(1), from + marker.end(1), "md-marker"));
            start = marker.end();
        }
        Matcher inline = INLINE.matcher(line);
        while (start <= line.length() && inline.find(start)) {
            mark(inline, from);
            start = Math.max(inline.end(), start + 1);
        }
    }

    private void mark(Matcher inline, int from) {
        for (String kind : List.of("code", "bold", "italic", "link", "address", "url")) {
            if (inline.group(kind) != null) {
                spans.add(new Span(from + inline.start(kind), from + inline.end(kind),
                        kind.equals("code") ? "md-inline-code" : "md-" + kind));
            }
        }
    }
}
