package fettle.dataset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mends texts that a check found damaged.
final class TextRepairs {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

    private TextRepairs() {}

    /// With the fence closed that is open at the end.
    static String closed(String text) {
        String open = "";
        for (String line : text.split("\n", -1)) {
            Matcher fence = FENCE.matcher(line.stripTrailing());
            boolean marks = fence.matches();
            if (open.isEmpty() && marks && !(line.contains("`") && fence.group(2).contains("`"))) {
                open = fence.group(1);
            } else if (!open.isEmpty() && marks && fence.group(1).startsWith(open) && fence.group(2).isBlank()) {
                open = "";
            }
        }
        return open.isEmpty() ? text : text.stripTrailing() + "\n" + open;
    }
}
