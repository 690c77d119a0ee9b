/// Files of rows: JSON lines, JSON lists, tables.
@NullMarked
package fettle.collect.rows;

import org.jspecify.annotations.NullMarked;
