package fettle.example.bulk;

import java.util.regex.Pattern;

/// Quotation marks, straight and curly.
final class Quotes {

    private static final Pattern DOUBLE = Pattern.compile("[\\u201C\\u201D\\u201E\\u201F\\u2033]");
    private static final Pattern SINGLE = Pattern.compile("[\\u2018\\u2019\\u201A\\u201B\\u2032]");

    private Quotes() {}

    static String straight(String text) {
        return SINGLE.matcher(DOUBLE.matcher(text).replaceAll("\"")).replaceAll("'");
    }

    /// English quotes. Marks after a digit are feet and inches, and stay.
    static String curly(String text) {
        if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        var result = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign != '"' && sign != '\'') {
                result.append(sign);
                continue;
            }
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
            if (Character.isDigit(before) && !Character.isLetter(after)) {
                result.append(sign);
            } else {
                boolean opens = Character.isWhitespace(before) || "([{—–-/\"'“‘".indexOf(before) >= 0;
                boolean openWord = opens && !Character.isWhitespace(after);
                result.append(sign == '"' ? openWord ? '“' : '”' : openWord ? '‘' : '’');
            }
        }
        return result.toString();
    }
}
