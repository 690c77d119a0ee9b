/// The table of the examples: its rows, its columns, and what is selected in it.
@NullMarked
package fettle.ui.example.table;

import org.jspecify.annotations.NullMarked;
