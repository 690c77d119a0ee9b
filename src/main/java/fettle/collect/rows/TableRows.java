package fettle.collect.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fettle.example.BodyJson;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A table: the first record is its head, each further one a row of texts. A ragged row is told and kept as far as it
/// goes; a quote that is never closed costs its line, and reading goes on behind it.
final class TableRows implements RowFile {

    private static final int MOST_REOPENINGS = 100;

    private final TableText text;
    private final TableDialect dialect;
    private final List<String> columns;
    private CsvReader<CsvRecord> reader;
    private Iterator<CsvRecord> records;
    private int skippedLines;
    private int nextLine = 1;
    private int row;
    private int reopened;

    TableRows(TableText text, TableDialect dialect) throws IOException {
        this.text = text;
        this.dialect = dialect;
        this.reader = dialect.reader(text.open());
        this.records = reader.iterator();
        this.columns = records.hasNext() ? head(records.next()) : List.of();
    }

    private List<String> head(CsvRecord first) {
        var names = new ArrayList<String>();
        for (int i = 0; i < first.getFieldCount(); i++) {
            String name = first.getField(i).strip();
            String free = name.isEmpty() ? "column " + (i + 1) : name;
            names.add(names.contains(free) ? free + " (" + (i + 1) + ")" : free);
        }
        nextLine = lineAfter(first);
        return List.copyOf(names);
    }

    @Override
    public String format() {
        return dialect.words();
    }

    @Override
    public String encoding() {
        return text.encoding();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<Fault> faults() {
        return text.faults();
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord csv = records.next();
            nextLine = lineAfter(csv);
            return Optional.of(row(csv));
        } catch (CsvParseException unclosed) {
            return Optional.of(skipLine());
        }
    }

    private RawRow row(CsvRecord csv) {
        row++;
        int line = skippedLines + (int) csv.getStartingLineNumber();
        ObjectNode value = BodyJson.mapper().createObjectNode();
        int cells = csv.getFieldCount();
        for (int i = 0; i < Math.min(cells, columns.size()); i++) {
            value.put(columns.get(i), csv.getField(i));
        }
        List<Fault> faults = cells == columns.size()
                ? List.of()
                : List.of(Fault.of(line, 0, "ragged", "Row " + row + " has " + cells
                        + (cells == 1 ? " cell" : " cells") + " where the head has " + columns.size() + "."));
        return new RawRow(Optional.of(value), line, row, faults);
    }

    /// The record at `nextLine` cannot be read: tells it, and opens the text again behind that line.
    private RawRow skipLine() throws IOException {
        row++;
        int line = nextLine;
        reader.close();
        skippedLines = line;
        nextLine = line + 1;
        boolean goesOn = ++reopened <= MOST_REOPENINGS;
        Reader rest = goesOn ? text.open() : Reader.nullReader();
        for (int i = 0; i < skippedLines && goesOn; i++) {
            skipOne(rest);
        }
        reader = dialect.reader(rest);
        records = reader.iterator();
        return new RawRow(Optional.empty(), line, row,
                List.of(Fault.of(line, 0, "unclosed-quote", "A quote that opens at line "
                        + line + " is never closed" + (goesOn ? "." : ", as many before it; the rest is left out."))));
    }

    private static void skipOne(Reader rest) throws IOException {
        int each = rest.read();
        while (each >= 0 && each != '\n') {
            each = rest.read();
        }
    }

    private int lineAfter(CsvRecord csv) {
        int line = skippedLines + (int) csv.getStartingLineNumber() + 1;
        for (String cell : csv.getFields()) {
            line += (int) cell.chars().filter(each -> each == '\n').count();
        }
        return line;
    }

    @Override
    public double share() {
        return text.share();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
