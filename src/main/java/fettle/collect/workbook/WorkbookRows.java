package fettle.collect.workbook;

import fettle.example.BodyJson;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.Reading;
import fettle.example.RowReader.RowFile;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One sheet of a workbook: its first row that holds anything names the columns, each further one is a row of texts as
/// Excel shows them. Hidden rows are read like others.
final class WorkbookRows implements RowFile {

    private final String file;
    private final ReadableWorkbook workbook;
    private final List<String> sheets;
    private final Sheet sheet;
    private final SheetFacts facts;
    private final List<Fault> faults = new ArrayList<>();
    private final CellText text;
    private final MergedCells merged;
    private final Iterator<Row> rows;
    private final List<String> columns;
    private Optional<Row> waiting = Optional.empty();
    private int row;
    private int seen;
    private boolean ended;

    private WorkbookRows(Path file, ReadableWorkbook workbook, ArchiveContents contents, Reading reading)
            throws IOException {
        this.file = String.valueOf(file.getFileName());
        this.workbook = workbook;
        List<Sheet> all = workbook.getSheets().toList();
        this.sheets = all.stream().map(Sheet::getName).toList();
        this.sheet = choose(all, contents, reading.sheet());
        this.facts = facts(sheet, contents);
        this.text = new CellText(workbook.isDate1904());
        this.merged = new MergedCells(facts.merged(), reading.repairs());
        nameOthers(all, contents);
        this.rows = sheet.openStream().iterator();
        this.columns = head(reading.dialect().map(Dialect::head).orElse(true));
    }

    /// Throws an [ExpectedException] when nothing of it can be read.
    static WorkbookRows open(Path file, ArchiveContents contents, Reading reading) throws IOException {
        try {
            return opened(file, contents, reading);
        } catch (ExpectedException expected) {
            throw expected;
        } catch (IOException | RuntimeException broken) { // the library throws whatever a broken part leads to
            throw new ExpectedException("broken-workbook", file.getFileName() + " is damaged: " + reason(broken) + ".",
                    "Open it in Excel or LibreOffice and save it again.");
        }
    }

    private static WorkbookRows opened(Path file, ArchiveContents contents, Reading reading) throws IOException {
        var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        try {
            return new WorkbookRows(file, workbook, contents, reading);
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
    }

    /// What the parser of XML found, on one line.
    private static String reason(Throwable broken) {
        Throwable deepest = broken;
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        String message = String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
        boolean xml = deepest.getClass().getName().contains("xml") || deepest.getClass().getName().contains("XML");
        String placed = message.replaceAll(" at \\[row,col[^]]*]: ?\\[(\\d+),(\\d+)]", ", line $1, column $2");
        String words = placed.length() > 150 ? placed.substring(0, 150) + "…" : placed;
        return xml ? "one of its parts is no valid XML (" + words + ")" : "one of its parts is not as it should be";
    }

    private Sheet choose(List<Sheet> all, ArchiveContents contents, Optional<String> wanted) throws ExpectedException {
        if (wanted.isPresent()) {
            return all.stream().filter(each -> each.getName().equals(wanted.get())).findFirst()
                    .orElseThrow(() -> new ExpectedException("sheet", file + " has no sheet `" + wanted.get() + "`.",
                            "Its sheets are " + String.join(", ", sheets) + "."));
        }
        List<Sheet> filled = all.stream().filter(each -> facts(each, contents).filled()).toList();
        return filled.stream().filter(each -> each.getVisibility() == SheetVisibility.VISIBLE).findFirst()
                .or(() -> filled.stream().findFirst())
                .orElseThrow(() -> new ExpectedException("empty-file", file + " is empty.",
                        "Choose a file with rows."));
    }

    private static SheetFacts facts(Sheet sheet, ArchiveContents contents) {
        String part = contents.parts().getOrDefault(String.valueOf(sheet.getId()), "");
        return contents.sheets().getOrDefault(part, SheetFacts.UNKNOWN);
    }

    private void nameOthers(List<Sheet> all, ArchiveContents contents) {
        for (Sheet other : all) {
            if (other.getIndex() != sheet.getIndex() && facts(other, contents).filled()) {
                boolean hidden = other.getVisibility() != SheetVisibility.VISIBLE;
                faults.add(Fault.of(0, 0, "other-sheet", "The workbook also has the " + (hidden ? "hidden " : "")
                        + "sheet `" + other.getName() + "`, which was not read."));
            }
        }
    }

    /// The first row, or, when that is not `named`, as many columns as it has.
    private List<String> head(boolean named) throws ExpectedException {
        while (rows.hasNext()) {
            Row first = rows.next();
            List<String> cells = texts(first, 0);
            seen++;
            int width = width(cells);
            if (width > 0 && !named) {
                waiting = Optional.of(first);
                seen--;
                return named(Collections.nCopies(width, ""));
            }
            if (width > 0) {
                faults.addAll(merged.fill(first.getRowNum(), cells));
                return named(cells.subList(0, width));
            }
        }
        throw new ExpectedException("empty-file", "The sheet `" + sheet.getName() + "` of " + file + " is empty.",
                sheets.size() > 1 ? "Choose another: " + String.join(", ", sheets) + "." : "Choose a file with rows.");
    }

    private static List<String> named(List<String> cells) {
        var names = new ArrayList<String>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            String free = name.isEmpty() ? "column " + (i + 1) : name;
            while (!taken.add(free)) {
                free = free + " (" + (i + 1) + ")";
            }
            names.add(free);
        }
        return List.copyOf(names);
    }

    /// Texts of the cells, at least so many.
    private List<String> texts(Row each, int least) {
        var texts = new ArrayList<String>();
        int count = Math.max(least, each.getCellCount());
        for (int i = 0; i < count; i++) {
            texts.add(text.of(cell(each, i)));
        }
        return texts;
    }

    private static @Nullable Cell cell(Row row, int index) {
        return row.getOptionalCell(index).orElse(null);
    }

    /// Cells up to the last that is not blank.
    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    @Override
    public String format() {
        return "the sheet `" + sheet.getName() + "` of a workbook";
    }

    @Override
    public String encoding() {
        return "UTF-8";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> sheets() {
        return sheets;
    }

    @Override
    public String sheet() {
        return sheet.getName();
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    @Override
    public Optional<RawRow> next() {
        try {
            while (!ended && (waiting.isPresent() || rows.hasNext())) {
                Row each = waiting.isPresent() ? waiting.get() : rows.next();
                waiting = Optional.empty();
                seen++;
                List<String> cells = texts(each, columns.size());
                List<Fault> filled = merged.fill(each.getRowNum(), cells);
                if (width(cells) > 0) {
                    return Optional.of(row(each, cells, filled));
                }
            }
            return Optional.empty();
        } catch (RuntimeException broken) { // the library throws whatever a broken part leads to
            ended = true;
            row++;
            Fault fault = Fault.of(0, 0, "broken-workbook", "The workbook is damaged behind row " + (row - 1) + ": "
                    + reason(broken) + "; the rest of the sheet cannot be read.");
            return Optional.of(new RawRow(Optional.empty(), 0, row, List.of(fault)));
        }
    }

    private RawRow row(Row each, List<String> cells, List<Fault> filled) {
        row++;
        int line = each.getRowNum();
        var found = new ArrayList<>(filled);
        ObjectNode value = BodyJson.mapper().createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            value.put(columns.get(i), cells.get(i));
            name(cell(each, i), i, line).ifPresent(found::add);
        }
        int width = width(cells);
        if (width > columns.size()) {
            found.add(Fault.of(line, 0, "ragged", "Row " + row + " has " + width + " cells where the head has "
                    + columns.size() + "; what is beyond is left out."));
        }
        return new RawRow(Optional.of(value), line, row, found);
    }

    private Optional<Fault> name(@Nullable Cell cell, int column, int line) {
        String place = "The cell " + SheetFacts.columnName(column) + line + " (`" + columns.get(column) + "`)";
        if (CellText.isError(cell)) {
            return Optional.of(Fault.of(line, column + 1, "error-value", place + " holds the error value "
                    + text.of(cell) + "."));
        }
        return CellText.lacksResult(cell)
                ? Optional.of(Fault.of(line, column + 1, "no-result", place
                        + " is a formula without a stored result; open the workbook and save it once."))
                : Optional.empty();
    }

    @Override
    public double share() {
        return facts.rows() == 0 ? 0 : Math.min(1, seen / (double) facts.rows());
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
