package fettle.example.bulk;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells Markdown's prose from its code: fences, indented lines and spans between backticks.
final class Prose {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)", Pattern.DOTALL);
    /// For private use in Unicode: no text means anything by it.
    private static final char SPAN_SIGN = '\uE0F7';
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

    /// Spans of code are one strange sign while the prose around them is changed, so that what stands beside them is
    /// still seen.
    private static void flush(StringBuilder prose, StringBuilder result, UnaryOperator<String> change) {
        String text = prose.toString();
        prose.setLength(0);
        if (text.indexOf(SPAN_SIGN) >= 0) {
            result.append(text); // it has that sign itself: better nothing than a wrong change
            return;
        }
        var spans = new ArrayList<String>();
        String masked = SPAN.matcher(text).replaceAll(span -> {
            spans.add(span.group());
            return String.valueOf(SPAN_SIGN);
        });
        String changed = change.apply(masked);
        int next = 0;
        for (int at = 0; at < changed.length(); at++) {
            if (changed.charAt(at) == SPAN_SIGN) {
                result.append(spans.get(next++));
            } else {
                result.append(changed.charAt(at));
            }
        }
    }
}
