package fettle.ui.example.table;

import fettle.ui.session.Words;
import java.util.function.Supplier;

/// The rows that an action acts on: those that are selected, or all that are shown when none is. Says its number first.
///
/// @param kind why it is these rows
/// @param count how many
/// @param reader reads their ids, in the order of the table; may be called on any thread
public record Targets(Kind kind, int count, Supplier<long[]> reader) {

    /// No row at all: the project is empty, or the filter leaves none.
    public static final Targets NONE = new Targets(Kind.SHOWN, 0, () -> new long[0]);

    /// Why it is these rows.
    public enum Kind {
        /// The person selected them.
        SELECTED,
        /// Nothing is selected, and a filter or a search leaves these.
        SHOWN,
        /// Nothing is selected or filtered: all rows.
        ALL
    }

    /// Their ids, in the order of the table. With many rows this is work: call it in a job.
    public long[] ids() {
        return reader.get();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// What an action says before it acts: "37 selected examples", "the 37 examples shown", "all 1,204 examples".
    public String words() {
        String examples = Words.count(count, "example", "examples");
        return switch (kind) {
            case SELECTED -> count == 1
                    ? "the selected example"
                    : Words.number(count) + " selected examples";
            case SHOWN -> count == 0 ? "no example" : count == 1 ? "the example shown" : "the " + examples + " shown";
            case ALL -> count == 1 ? "the only example" : "all " + examples;
        };
    }
}
