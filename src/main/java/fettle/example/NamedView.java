package fettle.example;

import fettle.example.ExampleQuery.Condition;
import fettle.job.ExpectedException;
import java.util.List;

/// Rows that a person looks at again and again, under a name.
///
/// @param name for people; unique in a project, case ignored
/// @param filter as [ExampleFilter] reads it; empty for all rows
/// @param search words to search for; empty for none
/// @param sort a field; empty for import order
/// @param descending the largest first
/// @param columns ids of the table's columns in their order; empty for those that are shown anyway
public record NamedView(String name, String filter, String search, String sort, boolean descending,
        List<String> columns) {

    public NamedView {
        columns = List.copyOf(columns);
    }

    /// Its rows. Throws a [FilterException] when its filter cannot be read.
    public ExampleQuery query() throws ExpectedException {
        List<Condition> where = ExampleFilter.parse(filter);
        return new ExampleQuery(where, search, sort, descending);
    }

    /// The same under another name.
    public NamedView named(String newName) {
        return new NamedView(newName, filter, search, sort, descending, columns);
    }
}
