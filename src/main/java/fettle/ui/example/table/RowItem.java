package fettle.ui.example.table;

import fettle.example.ExampleRow;
import java.util.Map;
import java.util.Optional;

/// A line of the table.
///
/// @param row empty while it is being read
/// @param texts what cells show instead of the row's own previews, by column: cut so that a hit of the search is seen, or
///        of a turn that the previews lack
public record RowItem(int index, long id, Optional<ExampleRow> row, Map<String, Snippet> texts) {}
