package fettle.dataset;

import fettle.job.ExpectedException;
import java.util.Locale;

/// How rows are divided.
///
/// @param validation share of the rows to hold back, 0 (no split) to 0.9
/// @param seed another one divides otherwise; the same one always alike
public record SplitSettings(double validation, long seed, Group group) {

    public static final SplitSettings DEFAULT = new SplitSettings(0.2, 7, Group.NONE);

    /// Which rows stay on one side together.
    public enum Group {
        /// Those made from one document, or imported from one file.
        SOURCE,
        /// Every row goes by itself.
        NONE;

        /// The group of that word. Throws an [ExpectedException] of kind "split" when there is none.
        public static Group of(String word) throws ExpectedException {
            for (Group group : values()) {
                if (group.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return group;
                }
            }
            throw new ExpectedException("split", "Rows cannot be grouped by `" + word + "`.",
                    "Group by source or none.");
        }
    }
}
