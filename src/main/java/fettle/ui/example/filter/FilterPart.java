package fettle.ui.example.filter;

import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery.Condition;
import fettle.ui.session.Words;
import java.util.List;

/// A part of the filter, shown as one chip.
///
/// @param conditions one, or both ends of a range
/// @param on whether it filters now; a person may switch it off for a moment
/// @param name what it is called when it is not shown as text, such as the finding whose rows it picks; else empty
public record FilterPart(List<Condition> conditions, boolean on, String name) {

    /// The parts of a filter, all on.
    static List<FilterPart> of(List<Condition> where) {
        return ExampleFilter.clauses(where).stream().map(clause -> new FilterPart(clause, true, "")).toList();
    }

    /// As the filter has it.
    public String text() {
        return ExampleFilter.print(conditions);
    }

    /// As the chip shows it.
    public String words() {
        int rows = conditions.getFirst().values().size();
        return name.isEmpty() ? text() : name + ": " + Words.count(rows, "row", "rows");
    }

    boolean asks(String field) {
        return conditions.stream().anyMatch(condition -> condition.field().equals(field));
    }

    FilterPart turned() {
        return new FilterPart(conditions, !on, name);
    }
}
