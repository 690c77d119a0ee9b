package fettle.dataset;

import fettle.document.clean.Mojibake;
import fettle.example.Turn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the texts of a row look damaged or unfinished. All of it is a hint.
final class TextChecks {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

    /// {{name}}; but not ${{ … }}, which build files have.
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{\\{\\s*[\\p{L}_][\\p{L}\\p{N}_ .-]*\\}\\}");

    private TextChecks() {}

    /// The kinds that the turns show.
    static Set<CheckKind> of(List<Turn> turns) {
        var found = EnumSet.noneOf(CheckKind.class);
        for (Turn turn : turns) {
            String text = turn.text();
            if (text.indexOf('\uFFFD') >= 0) {
                found.add(CheckKind.REPLACEMENT_CHARACTER);
            }
            if (Mojibake.isIn(text)) {
                found.add(CheckKind.MOJIBAKE);
            }
            boolean open = readFences(text, found);
            if (open && turn.role().equals("assistant")) {
                found.add(CheckKind.UNBALANCED_FENCE);
            }
        }
        return found;
    }

    /// Looks for placeholders outside of fences, where they may be code; says whether a fence is open at the end.
    private static boolean readFences(String text, Set<CheckKind> found) {
        String open = "";
        for (String line : text.split("\n", -1)) {
            Matcher fence = FENCE.matcher(line);
            boolean marks = fence.matches();
            if (open.isEmpty() && marks && !(line.contains("`") && fence.group(2).contains("`"))) {
                open = fence.group(1);
            } else if (!open.isEmpty() && marks && fence.group(1).startsWith(open) && fence.group(2).isBlank()) {
                open = "";
            } else if (open.isEmpty() && PLACEHOLDER.matcher(line).find()) {
                found.add(CheckKind.PLACEHOLDER);
            }
        }
        return !open.isEmpty();
    }
}
