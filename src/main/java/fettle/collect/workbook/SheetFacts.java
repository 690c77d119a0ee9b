package fettle.collect.workbook;

import java.util.List;

/// What a sheet's part tells without reading its cells.
///
/// @param merged ranges of cells that are merged, by their first row
/// @param rows that it has, about
/// @param filled whether any cell holds something
record SheetFacts(List<CellRange> merged, int rows, boolean filled) {

    static final SheetFacts UNKNOWN = new SheetFacts(List.of(), 0, true);

    /// Merged cells. Rows count from 1, columns from 0; both ends belong to it.
    record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        String words() {
            return columnName(firstColumn) + firstRow + ":" + columnName(lastColumn) + lastRow;
        }

        String first() {
            return columnName(firstColumn) + firstRow;
        }
    }

    /// Such as "AB" for 27.
    static String columnName(int column) {
        int rest = column % 26;
        String last = String.valueOf((char) ('A' + rest));
        return column < 26 ? last : columnName(column / 26 - 1) + last;
    }
}
