package fettle.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The name that somebody probably meant.
public final class Nearest {

    private Nearest() {}

    /// The nearest of `names` by edits, if it is near enough to be meant.
    public static Optional<String> to(String word, Collection<String> names) {
        int most = Math.max(2, word.length() / 2);
        return names.stream().filter(name -> edits(word, name) <= most)
                .min(Comparator.comparingInt(name -> edits(word, name)));
    }

    /// Levenshtein's distance.
    private static int edits(String from, String to) {
        var above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            var line = new int[to.length() + 1];
            line[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(changed, Math.min(above[column], line[column - 1]) + 1);
            }
            above = line;
        }
        return above[to.length()];
    }
}
