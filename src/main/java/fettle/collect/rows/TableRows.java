package fettle.collect.rows;

import fettle.example.BodyJson;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A table: the first record is its head, each further one a row of texts. A ragged row is told and kept as far as it
/// goes; a quote that is never closed costs its line, and reading goes on behind it.
final class TableRows implements RowFile {

    /// After so many quotes that are never closed, no cell goes over several lines any more.
    private static final int MOST_UNCLOSED = 100;

    /// Bytes that may be looked at in vain before records are no longer taken apart.
    private static final long MOST_WASTED = 64 << 20;

    private final ByteWindow window;
    private final TableCharset charset;
    private final TableDialect dialect;
    private final CellScanner scanner;
    private final int longest;
    private final List<String> columns;
    private int row;
    private int unclosed;
    private long wasted;

    /// `longest` bytes of a record.
    TableRows(ByteWindow window, TableCharset charset, TableDialect dialect, int longest) throws IOException {
        this.window = window;
        this.charset = charset;
        this.dialect = dialect;
        this.longest = longest;
        this.scanner = new CellScanner(window, dialect, longest);
        this.columns = head();
    }

    private List<String> head() throws IOException {
        if (!scanner.scan()) {
            return List.of();
        }
        if (scanner.isUnclosed()) {
            scanner.linesOnly();
            scanner.scan();
        }
        var names = new ArrayList<String>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < scanner.count(); i++) {
            String name = dialect.head() ? scanner.cell(i).strip() : "";
            String free = name.isEmpty() ? "column " + (i + 1) : name;
            while (!taken.add(free)) {
                free = free + " (" + (i + 1) + ")";
            }
            names.add(free);
        }
        if (dialect.head()) {
            window.take(Math.min(scanner.length(), window.ahead()));
        }
        return List.copyOf(names);
    }

    @Override
    public String format() {
        return dialect.words();
    }

    @Override
    public String encoding() {
        return charset.text().encoding();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(dialect.dialect());
    }

    @Override
    public List<Fault> faults() {
        return charset.faults();
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        if (!scanner.scan()) {
            return Optional.empty();
        }
        row++;
        int line = window.line();
        if (scanner.isUnclosed() || scanner.isTooLong()) {
            return Optional.of(scanner.isUnclosed() ? refuseLine(line) : gigantic(line));
        }
        int length = scanner.length();
        boolean odd = scanner.count() != columns.size() || scanner.hasTextBehindQuote();
        if (odd && unclosed < MOST_UNCLOSED && wasted < MOST_WASTED && swallowedNext(length)) {
            return Optional.of(refuseLine(line));
        }
        RawRow raw = row(line, length);
        window.take(Math.min(length, window.ahead()));
        return Optional.of(raw);
    }

    /// Whether the record goes over several lines, and the second of them is a good record by itself: then a quote that is
    /// never closed has met the next one that opens.
    private boolean swallowedNext(int length) throws IOException {
        int second = window.lineLength(longest) + 1;
        if (second >= length) {
            return false;
        }
        boolean good = scanner.scan(second, false) && scanner.count() == columns.size() && !scanner.isUnclosed()
                && !scanner.hasTextBehindQuote() && !scanner.hasQuoteInside() && scanner.count() > 1;
        if (!good) {
            wasted += scanner.length();
            scanner.scan(0, false);
        }
        return good;
    }

    private RawRow refuseLine(int line) throws IOException {
        int length = window.lineLength(longest);
        String text = Utf8.shown(window.bytes(), window.at(), window.at() + Math.min(length, window.ahead()));
        window.skipLine();
        if (++unclosed == MOST_UNCLOSED) {
            scanner.linesOnly();
        }
        return refused(line, text, "unclosed-quote", "A quote that opens at line " + line + " is never closed.");
    }

    private RawRow gigantic(int line) throws IOException {
        String text = Utf8.shown(window.bytes(), window.at(), window.at() + window.ahead());
        long bytes = window.skipLine();
        return refused(line, text, "gigantic-line", "Line " + line + " is longer than " + (longest >> 20)
                + " MB: it has " + String.format(Locale.ROOT, "%,d", bytes) + " bytes.");
    }

    private RawRow refused(int line, String text, String kind, String message) {
        return new RawRow(Optional.empty(), line, row, List.of(Fault.of(line, 0, kind, message)),
                text);
    }

    private RawRow row(int line, int length) throws IOException {
        var faults = new ArrayList<Fault>(0);
        int end = window.at() + Math.min(length, window.ahead());
        int broken = Utf8.firstBroken(window.bytes(), window.at(), end);
        if (broken >= 0) {
            faults.add(brokenByte(line, broken, end));
            scanner.scan(0, true);
        }
        ObjectNode value = BodyJson.mapper().createObjectNode();
        int cells = scanner.count();
        for (int i = 0; i < Math.min(cells, columns.size()); i++) {
            value.put(columns.get(i), scanner.cell(i));
        }
        if (cells != columns.size()) {
            faults.add(Fault.of(line, 0, "ragged", "Row " + row + " has " + cells
                    + (cells == 1 ? " cell" : " cells") + " where the head has " + columns.size()
                    + (cells < columns.size() ? "." : "; what is beyond is left out.")));
        }
        if (scanner.hasTextBehindQuote()) {
            faults.add(Fault.of(line, 0, "text-after-quote", "Row " + row
                    + " has text behind a closing quotation mark; it was kept in the cell."));
        }
        return new RawRow(Optional.of(value), line, row, faults);
    }

    /// A byte that breaks the encoding: it is read as windows-1252, and named.
    private Fault brokenByte(int line, int place, int end) {
        byte[] bytes = window.bytes();
        int lines = ByteScan.count(bytes, (byte) '\n', window.at(), place);
        int start = place;
        while (start > window.at() && bytes[start - 1] != '\n') {
            start--;
        }
        int from = Math.max(window.at(), place - 30);
        int until = Math.min(end, place + 30);
        return Fault.of(line + lines, place - start + 1, "encoding", String.format(Locale.ROOT,
                "Line %d holds the byte 0x%02X, which is not UTF-8; it was read as windows-1252.", line + lines,
                bytes[place])).showing(new String(bytes, from, until - from, StandardCharsets.UTF_8),
                        Utf8.lenient(bytes, from, until));
    }

    @Override
    public double share() {
        return window.share();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
