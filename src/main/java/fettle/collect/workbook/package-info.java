/// Workbooks of Excel and its like: their sheets as rows.
@NullMarked
package fettle.collect.workbook;

import org.jspecify.annotations.NullMarked;
