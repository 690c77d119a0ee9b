package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules for single characters.
final class Letters {

    /// Colours and the like, as terminals are told them.
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

    /// Scripts without spaces, in which U+200B says where a word ends.
    private static final Set<UnicodeScript> SPACELESS = EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO,
            UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.TIBETAN, UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE, UnicodeScript.NEW_TAI_LUE, UnicodeScript.TAI_THAM);

    private Letters() {}

    /// All control characters but tab and line ends; half of a surrogate pair becomes U+FFFD.
    static List<Edit> controls(String text) {
        var edits = new ArrayList<Edit>();
        Matcher escape = ESCAPE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == 0x1B && escape.region(at, text.length()).lookingAt()) {
                edits.add(new Edit(at, escape.end(), ""));
                at = escape.end();
            } else if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character) && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!pair) {
                    edits.add(new Edit(at, at + 1, "\uFFFD"));
                }
                at += pair ? 2 : 1;
            } else {
                if (isControl(character)) {
                    edits.add(new Edit(at, at + 1, isLineEnd(character) ? "\n" : ""));
                }
                at++;
            }
        }
        return edits;
    }

    private static boolean isControl(char character) {
        boolean c0 = character < 0x20 && character != '\n' && character != '\t' && character != '\r';
        return c0 || (character >= 0x7F && character <= 0x9F) || isLineEnd(character)
                || (character >= 0x206A && character <= 0x206F) || (character >= 0xFFF9 && character <= 0xFFFC);
    }

    private static boolean isLineEnd(char character) {
        return character == '\f' || character == 0x0B || character == 0x85 || character == 0x2028
                || character == 0x2029;
    }

    /// U+200C and U+200D stay: emoji, Persian and the scripts of India are written with them.
    static List<Edit> zeroWidths(String text) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean gone = character == 0x2060 || character == 0xFEFF || character == 0xAD
                    || (character == 0x200B && !isSpaceless(text, i));
            if (gone) {
                edits.add(new Edit(i, i + 1, ""));
            }
        }
        return edits;
    }

    private static boolean isSpaceless(String text, int at) {
        boolean before = at > 0 && SPACELESS.contains(UnicodeScript.of(text.codePointBefore(at)));
        return before || (at + 1 < text.length() && SPACELESS.contains(UnicodeScript.of(text.codePointAt(at + 1))));
    }

    /// Marks that make a text look other than it is; they may be meant, so they stay.
    static List<Edit> directions(String text) {
        return pointedOut(text, character -> (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069));
    }

    /// U+FFFD: a character was there that nobody knows any more.
    static List<Edit> lost(String text) {
        return pointedOut(text, character -> character == 0xFFFD);
    }

    private static List<Edit> pointedOut(String text, IntPredicate wanted) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                edits.add(new Edit(i, i + 1, text.substring(i, i + 1)));
            }
        }
        return edits;
    }

    /// NFC: a letter with its accent is one character. Not NFKC, which would change ² and ﬁ.
    static List<Edit> composed(String text) {
        var edits = new ArrayList<Edit>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (!isPlain(text, start, end)) {
                String line = text.substring(start, end);
                if (!Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
                    edits.add(Edit.narrow(start, line, Normalizer.normalize(line, Normalizer.Form.NFC)));
                }
            }
            start = end + 1;
        }
        return edits;
    }

    /// Below U+0300 everything is composed.
    private static boolean isPlain(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x300) {
                return false;
            }
        }
        return true;
    }

    /// Curly quotation marks as ASCII has them; not in code.
    static List<Edit> quotes(String text, Layout layout) {
        return replaced(text, layout, character -> switch (character) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC' -> "'";
            case '\u201C', '\u201D', '\u201E', '\u201F' -> "\"";
            default -> "";
        });
    }

    /// Spaces of other widths become a plain one; not in code and tables. The wide one of Chinese and Japanese stays.
    static List<Edit> spaces(String text, Layout layout) {
        return replaced(text, layout, character -> isOddSpace(character) ? " " : "");
    }

    private static boolean isOddSpace(char character) {
        return character == 0xA0 || character == 0x202F || character == 0x205F
                || (character >= 0x2000 && character <= 0x200A);
    }

    private interface Replacement {

        /// What stands instead of it; empty when it stays.
        String of(char character);
    }

    private static List<Edit> replaced(String text, Layout layout, Replacement replacement) {
        var edits = new ArrayList<Edit>();
        int first = 0;
        while (first < text.length() && replacement.of(text.charAt(first)).isEmpty()) {
            first++;
        }
        if (first == text.length()) {
            return edits;
        }
        Regions regions = Regions.of(text, layout);
        for (int line = 0; line < regions.lines(); line++) {
            if (regions.end(line) > first && (regions.part(line) == Regions.Part.PROSE
                    || regions.part(line) == Regions.Part.BLANK)) {
                replaceLine(text, regions.start(line), regions.end(line), layout, replacement, edits);
            }
        }
        return edits;
    }

    /// A space that begins a line of Markdown goes: as a plain one it could make code of it.
    private static void replaceLine(String text, int start, int end, Layout layout, Replacement replacement,
            List<Edit> edits) {
        CodeSpans code = layout == Layout.MARKDOWN ? CodeSpans.of(text, start, end) : CodeSpans.NONE;
        boolean begins = layout == Layout.MARKDOWN;
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            String other = replacement.of(character);
            if (!other.isEmpty() && !code.has(i)) {
                edits.add(new Edit(i, i + 1, begins && other.equals(" ") ? "" : other));
            }
            begins &= Character.isWhitespace(character) || Character.isSpaceChar(character);
        }
    }
}
