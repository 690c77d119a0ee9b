package fettle.collect.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/// A table of a Word document as GitHub writes tables; its first row is the head.
final class DocxTable {

    private DocxTable() {}

    static String markdown(XWPFTable table, DocxRuns runs) {
        List<List<String>> rows = table.getRows().stream().map(row -> cells(row, runs)).toList();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 1) { // a box around text
            return rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining("\n\n"));
        }
        var lines = new ArrayList<String>();
        for (List<String> row : rows) {
            lines.add(line(row, columns));
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(columns));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> cells(XWPFTableRow row, DocxRuns runs) {
        return row.getTableCells().stream().map(cell -> text(cell, runs)).toList();
    }

    private static String text(XWPFTableCell cell, DocxRuns runs) {
        String words = cell.getParagraphs().stream().map(runs::text).map(String::strip).filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
        String inner = cell.getTables().stream().flatMap(table -> table.getRows().stream())
                .flatMap(row -> cells(row, runs).stream()).collect(Collectors.joining(" "));
        return (words + " " + inner).strip().replace('\n', ' ');
    }

    private static String line(List<String> cells, int columns) {
        var line = new StringBuilder("|");
        for (int column = 0; column < columns; column++) {
            String cell = column < cells.size() ? cells.get(column) : "";
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return line.toString();
    }
}
