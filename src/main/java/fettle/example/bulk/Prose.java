package fettle.example.bulk;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells Markdown's prose from its code: fences, indented lines and spans between backticks.
final class Prose {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)", Pattern.DOTALL);

    private Prose() {}

    /// The text with each stretch of prose changed, and its code left alone.
    static String change(String text, UnaryOperator<String> change) {
        if (text.indexOf('`') < 0 && text.indexOf('~') < 0 && !text.contains("    ") && text.indexOf('\t') < 0) {
            return change.apply(text);
        }
        var result = new StringBuilder(text.length());
        var prose = new StringBuilder();
        String open = "";
        for (String line : text.split("(?<=\n)", -1)) {
            Matcher fence = FENCE.matcher(line);
            boolean marks = fence.matches();
            boolean code = true;
            if (open.isEmpty() && marks && !(line.contains("`") && fence.group(2).contains("`"))) {
                open = fence.group(1);
            } else if (!open.isEmpty()) {
                boolean closes = marks && fence.group(1).startsWith(open) && fence.group(2).isBlank();
                open = closes ? "" : open;
            } else {
                code = line.startsWith("    ") || line.startsWith("\t");
            }
            if (code) {
                flush(prose, result, change);
                result.append(line);
            } else {
                prose.append(line);
            }
        }
        flush(prose, result, change);
        return result.toString();
    }

    private static void flush(StringBuilder prose, StringBuilder result, UnaryOperator<String> change) {
        String text = prose.toString();
        Matcher span = SPAN.matcher(text);
        int at = 0;
        while (span.find()) {
            result.append(change.apply(text.substring(at, span.start()))).append(span.group());
            at = span.end();
        }
        if (at < text.length()) {
            result.append(change.apply(text.substring(at)));
        }
        prose.setLength(0);
    }
}
