package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of a text, and which of them are no prose: front matter, fences, indented code, tables. In doubt a line is
/// taken for code, so that nothing is changed that must not be.
final class Regions {

    /// What a line belongs to.
    enum Part {
        PROSE, BLANK, TABLE, CODE
    }

    private static final String SPACE = "[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u200B\\uFEFF]";
    private static final Pattern FENCE = Pattern.compile("(?:" + SPACE + "|>|[-+*]" + SPACE + "|\\d{1,9}[.)]" + SPACE
            + ")*+(`{3,}|~{3,})(.*)");
    private static final Pattern RULE = Pattern.compile(SPACE + "*(?:>" + SPACE + "*)*\\|?" + SPACE + "*:?-+:?" + SPACE
            + "*(?:\\|" + SPACE + "*:?-+:?" + SPACE + "*)*\\|?\\s*");

    private final String text;
    private int[] starts = new int[64];
    private Part[] parts = new Part[64];
    private int count;

    private Regions(String text) {
        this.text = text;
    }

    static Regions of(String text, Layout layout) {
        var regions = new Regions(text);
        regions.split();
        if (layout == Layout.MARKDOWN) {
            regions.mark();
        }
        return regions;
    }

    int lines() {
        return count;
    }

    int start(int line) {
        return starts[line];
    }

    /// Without the line end.
    int end(int line) {
        return line + 1 < count ? starts[line + 1] - 1 : text.length();
    }

    Part part(int line) {
        return parts[line];
    }

    String line(int line) {
        return text.substring(start(line), end(line));
    }

    private void split() {
        int start = 0;
        while (start <= text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                parts = Arrays.copyOf(parts, 2 * count);
            }
            starts[count] = start;
            parts[count] = isBlank(start, end) ? Part.BLANK : Part.PROSE;
            count++;
            if (newline < 0) {
                return;
            }
            start = newline + 1;
        }
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
                return false;
            }
        }
        return true;
    }

    private void mark() {
        int line = FrontMatter.lines(this);
        Arrays.fill(parts, 0, line, Part.CODE);
        while (line < count) {
            Matcher fence = fence(line);
            if (fence != null) {
                line = markFence(line, fence.group(1));
            } else {
                markIndented(line);
                line++;
            }
        }
        for (int i = 1; i < count; i++) {
            if (parts[i] == Part.PROSE && isRule(i)) {
                markTable(i);
            }
        }
    }

    private @Nullable Matcher fence(int line) {
        int end = end(line);
        for (int i = start(line); i < end; i++) {
            char character = text.charAt(i);
            if (character == '`' || character == '~') {
                Matcher fence = FENCE.matcher(text).region(start(line), end);
                boolean opens = fence.matches()
                        && !(fence.group(1).startsWith("`") && fence.group(2).indexOf('`') >= 0);
                return opens ? fence : null;
            }
            if (Character.isLetter(character)) {
                return null;
            }
        }
        return null;
    }

    /// Marks from the opening line on; returns the line behind the closing one.
    private int markFence(int open, String marks) {
        int line = open;
        parts[line++] = Part.CODE;
        while (line < count) {
            parts[line] = Part.CODE;
            Matcher fence = fence(line);
            line++;
            if (fence != null && fence.group(1).startsWith(marks) && fence.group(2).isBlank()) {
                break;
            }
        }
        return line;
    }

    /// Four spaces behind a blank line, or behind other code.
    private void markIndented(int line) {
        if (parts[line] != Part.PROSE || !isIndented(line)) {
            return;
        }
        int before = line - 1;
        while (before >= 0 && parts[before] == Part.BLANK) {
            before--;
        }
        boolean afterBlank = before < line - 1 || line == 0;
        if (afterBlank || (before >= 0 && parts[before] == Part.CODE && isIndented(before))) {
            boolean goesOn = before >= 0 && parts[before] == Part.CODE && isIndented(before);
            for (int i = goesOn ? before + 1 : line; i <= line; i++) {
                parts[i] = Part.CODE;
            }
        }
    }

    private boolean isIndented(int line) {
        int column = 0;
        for (int i = start(line); i < end(line) && column < 4; i++) {
            char character = text.charAt(i);
            if (character == '\t') {
                column = 4;
            } else if (character == ' ') {
                column++;
            } else {
                return false;
            }
        }
        return column >= 4;
    }

    private boolean isRule(int line) {
        int end = end(line);
        boolean bar = false;
        for (int i = start(line); i < end; i++) {
            char character = text.charAt(i);
            bar |= character == '|';
            if (character != '|' && character != '-' && character != ':' && character != '>'
                    && !Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
                return false;
            }
        }
        return bar && RULE.matcher(text).region(start(line), end).matches();
    }

    private void markTable(int rule) {
        parts[rule] = Part.TABLE;
        if (parts[rule - 1] == Part.PROSE) {
            parts[rule - 1] = Part.TABLE;
        }
        for (int i = rule + 1; i < count && parts[i] == Part.PROSE && hasBar(i); i++) {
            parts[i] = Part.TABLE;
        }
    }

    private boolean hasBar(int line) {
        return text.indexOf('|', start(line), end(line)) >= 0;
    }
}
