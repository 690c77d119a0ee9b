package fettle.collect.workbook;

import fettle.collect.workbook.SheetFacts.CellRange;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Merged cells hold their text in the first alone. Names each row that such cells leave empty, and may fill them.
final class MergedCells {

    private final List<CellRange> ranges;
    private final RepairKinds repairs;
    private final List<CellRange> open = new ArrayList<>();
    private final Map<CellRange, String> texts = new HashMap<>();
    private int next;

    /// `ranges` by their first row.
    MergedCells(List<CellRange> ranges, RepairKinds repairs) {
        this.ranges = ranges;
        this.repairs = repairs;
    }

    /// Looks at the cells of a row, and fills those that may be. Rows come in order.
    List<Fault> fill(int sheetRow, List<String> cells) {
        while (next < ranges.size() && ranges.get(next).firstRow() <= sheetRow) {
            open.add(ranges.get(next++));
        }
        if (open.isEmpty()) {
            return List.of();
        }
        var faults = new ArrayList<Fault>();
        for (Iterator<CellRange> each = open.iterator(); each.hasNext();) {
            CellRange range = each.next();
            if (range.lastRow() < sheetRow) {
                texts.remove(range);
                each.remove();
            } else {
                look(range, sheetRow, cells, faults);
            }
        }
        return faults;
    }

    private void look(CellRange range, int sheetRow, List<String> cells, List<Fault> faults) {
        boolean top = range.firstRow() == sheetRow;
        if (top) {
            texts.put(range, range.firstColumn() < cells.size() ? cells.get(range.firstColumn()) : "");
        }
        String text = texts.getOrDefault(range, "");
        int first = top ? range.firstColumn() + 1 : range.firstColumn();
        if (text.isEmpty() || first > range.lastColumn() || first >= cells.size()) {
            return;
        }
        Fault fault = Fault.of(sheetRow, first + 1, "merged-cells", "The cells " + range.words()
                + " are merged; their text stands in " + range.first() + " alone.")
                .mendedBy("write the text of " + range.first() + " into each of them").showing("", shortened(text));
        boolean mend = repairs.mend(fault.kind());
        faults.add(mend ? fault.mended() : fault);
        for (int column = first; mend && column <= Math.min(range.lastColumn(), cells.size() - 1); column++) {
            cells.set(column, text);
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
