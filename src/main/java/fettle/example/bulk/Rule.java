package fettle.example.bulk;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// One way to make texts even. The order is that in which they are applied.
public enum Rule {
    ENTITIES("HTML entities become letters", "&eacute; → é, &#8217; → ’", true),
    LINE_ENDS("Line ends become those of Unix", "\\r\\n → \\n", false),
    NFC("Letters with accents become one character each", "Unicode NFC", false),
    ODD_BLANKS("Non-breaking and other odd blanks become blanks", "U+00A0, U+2009, U+3000 …", false),
    ZERO_WIDTH("Characters that nobody sees go", "zero-width space, soft hyphen, byte order mark", false),
    STRAIGHT_QUOTES("Curly quotes become straight", "“so” → \"so\"", true),
    CURLY_QUOTES("Straight quotes become curly", "\"so\" → “so”", true),
    LINE_TAILS("Blanks at line ends go", "the two that break a line in Markdown stay", true),
    BLANKS("Several blanks become one", "but not at the beginning of a line", true),
    BLANK_LINES("Several blank lines become one", "", true),
    ENDS("White space at both ends goes", "", false);

    private static final Pattern ODD = Pattern.compile("[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    /// Joiners that make one sign of several, or shape Arabic and Indic letters, are no rubbish: they stay.
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    private static final Pattern TAIL = Pattern.compile("(?<![ \\t])(?! {2}\\n)[ \\t]+(?=\\n|\\z)");
    private static final Pattern RUN = Pattern.compile("(?<=\\S)[ \\t]{2,}(?=\\S)");
    private static final Pattern EMPTY = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");

    private final String title;
    private final String example;
    private final boolean proseOnly;

    Rule(String title, String example, boolean proseOnly) {
        this.title = title;
        this.example = example;
        this.proseOnly = proseOnly;
    }

    /// A short sentence.
    public String title() {
        return title;
    }

    /// What it does, by an example; may be empty.
    public String example() {
        return example;
    }

    /// Whether it leaves code alone, because it could break it.
    public boolean proseOnly() {
        return proseOnly;
    }

    /// The text after this rule.
    String on(String text) {
        return proseOnly ? Prose.change(text, this::change) : change(text);
    }

    private String change(String text) {
        return switch (this) {
            case ENTITIES -> Entities.decode(text);
            case LINE_ENDS -> text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
            case NFC -> Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    ? text
                    : Normalizer.normalize(text, Normalizer.Form.NFC);
            case ODD_BLANKS -> ODD.matcher(text).replaceAll(" ");
            case ZERO_WIDTH -> UNSEEN.matcher(text).replaceAll("");
            case STRAIGHT_QUOTES -> Quotes.straight(text);
            case CURLY_QUOTES -> Quotes.curly(text);
            case LINE_TAILS -> TAIL.matcher(text).replaceAll("");
            case BLANKS -> RUN.matcher(text).replaceAll(" ");
            case BLANK_LINES -> EMPTY.matcher(text).replaceAll("\n\n");
            case ENDS -> text.startsWith("    ") ? text.stripTrailing() : text.strip();
        };
    }
}
