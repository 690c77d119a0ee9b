package fettle.ui.example.facet;

import java.util.regex.Pattern;

/// What a person types into a text facet, and the regular expression that a filter has for it. Expressions ignore case
/// unless they say otherwise.
///
/// @param letters whether capital letters matter
/// @param regular whether it is a regular expression already
record TextPatternWords(String typed, boolean letters, boolean regular) {

    private static final String EXACT = "(?-i)";
    private static final Pattern SIGNS = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\^$.|?*+()\\[\\]{}])");

    /// Back from a pattern.
    static TextPatternWords read(String pattern) {
        boolean letters = pattern.startsWith(EXACT);
        String rest = letters ? pattern.substring(EXACT.length()) : pattern;
        String plain = ESCAPED.matcher(rest).replaceAll("$1");
        boolean regular = !escaped(plain).equals(rest);
        return new TextPatternWords(regular ? rest : plain, letters, regular);
    }

    /// As a filter has it; empty for nothing.
    String pattern() {
        if (typed.isEmpty()) {
            return "";
        }
        return (letters ? EXACT : "") + (regular ? typed : escaped(typed));
    }

    private static String escaped(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }
}
