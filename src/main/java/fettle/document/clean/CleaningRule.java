package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import java.util.List;
import java.util.Set;

/// One thing that is done to every text of a source.
public final class CleaningRule {

    /// A text that still changes after so many rounds is left as it was.
    private static final int MOST_ROUNDS = 5;

    private final String id;
    private final String words;
    private final boolean usual;
    private final Set<Layout> layouts;
    private final Finder finder;

    /// Finds the places of a text that a rule changes.
    @FunctionalInterface
    interface Finder {

        /// One behind the other, without overlap. A place that is only pointed out is replaced by itself.
        List<Edit> edits(String text, Layout layout);
    }

    CleaningRule(String id, String words, boolean usual, Set<Layout> layouts, Finder finder) {
        this.id = id;
        this.words = words;
        this.usual = usual;
        this.layouts = Set.copyOf(layouts);
        this.finder = finder;
    }

    /// A short word for programs and settings, such as "front-matter".
    public String id() {
        return id;
    }

    /// What lists show once it was done: "Front matter removed".
    public String words() {
        return words;
    }

    /// Whether it is on unless the person switches it off.
    public boolean usual() {
        return usual;
    }

    /// The text without what it takes out. Done twice, the second time changes nothing.
    public Change apply(String text, Layout layout) {
        List<Edit> first = edits(text, layout);
        String clean = Edit.apply(text, first);
        int count = first.size();
        for (int round = 1; !clean.equals(text) && round < MOST_ROUNDS; round++) {
            List<Edit> more = edits(clean, layout);
            String cleaner = Edit.apply(clean, more);
            if (cleaner.equals(clean)) {
                return new Change(clean, count);
            }
            clean = cleaner;
            count += more.size();
        }
        return clean.equals(text) ? new Change(text, count) : new Change(text, 0);
    }

    List<Edit> edits(String text, Layout layout) {
        return layouts.contains(layout) ? finder.edits(text, layout) : List.of();
    }

    /// What one rule did.
    ///
    /// @param count places that were changed, or pointed out
    public record Change(String text, int count) {}

    @Override
    public String toString() {
        return id;
    }
}
