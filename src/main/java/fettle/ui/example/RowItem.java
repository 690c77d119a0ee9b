package fettle.ui.example;

import fettle.example.ExampleRow;
import java.util.Optional;

/// A line of the table.
///
/// @param row empty while it is being read
record RowItem(int index, long id, Optional<ExampleRow> row) {}
