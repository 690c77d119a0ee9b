package fettle.example;

import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes refused rows one after another as they come: those of a table as a table with its head, those of a JSON list as
/// a list, all others as lines; and beside each why it was refused. A row that could not be read stands as it stood.
final class RefusedRows implements RowTaker {

    /// What files must have in common to have their rows in one file.
    ///
    /// @param columns of a table; empty for JSON
    /// @param dialect of a table, as text
    /// @param list whether it is a JSON list
    record Sort(List<String> columns, Optional<Dialect> dialect, boolean list) {

        static Sort of(RowReader.RowFile rows) {
            boolean table = !rows.columns().isEmpty();
            return new Sort(rows.columns(), rows.dialect(), !table && rows.format().contains("list"));
        }
    }

    private static final Dialect COMMAS = new Dialect(',', '"', false, true);

    private final Sort sort;
    private final Dialect dialect;
    private final OutputStream rows;
    private final OutputStream reasons;
    private String file = "";
    private int count;

    RefusedRows(Sort sort, OutputStream rows, OutputStream reasons) {
        this.sort = sort;
        this.dialect = sort.dialect().orElse(COMMAS);
        this.rows = rows;
        this.reasons = reasons;
    }

    int count() {
        return count;
    }

    @Override
    public String begin(FileHead head, ReceiptTally ofFile) {
        file = head.name();
        return "";
    }

    @Override
    public boolean take(NewExample example) {
        return false;
    }

    @Override
    public void done(RawRow raw, List<NewExample> made, List<Fault> faults) throws IOException {
        if (!made.isEmpty()) {
            return;
        }
        write(rows, before() + (sort.columns().isEmpty() ? json(raw) : cells(raw)));
        count++;
        String place = file + (raw.line() > 0 ? ", line " + raw.line() : "") + (raw.row() > 0
                ? ", row " + raw.row()
                : "");
        write(reasons, count + ". " + place + ": "
                + faults.stream().map(RefusedRows::words).collect(Collectors.joining(" ")) + cut(raw) + "\n");
    }

    @Override
    public void end(FileHead head, ReceiptTally ofFile, boolean whole) {}

    /// After the last row.
    void close() throws IOException {
        write(rows, sort.list() ? "\n]\n" : "\n");
    }

    private static String cut(RawRow raw) {
        boolean cut = raw.text().getBytes(StandardCharsets.UTF_8).length > RawRow.MOST_TEXT - 4;
        return cut
                ? " Only its beginning stands here, since it is so long; all of it is in the file it came from."
                : "";
    }

    private static String words(Fault fault) {
        String mending = fault.repair().isEmpty() ? "" : " What mends it: " + fault.repair() + ".";
        return fault.message() + " (" + fault.kind() + ")" + mending;
    }

    private String before() {
        if (count > 0) {
            return sort.list() ? ",\n" : "\n";
        }
        if (sort.list()) {
            return "[\n";
        }
        return sort.columns().isEmpty() || !dialect.head() ? "" : line(sort.columns()) + "\n";
    }

    private static String json(RawRow raw) {
        return raw.value().isPresent() ? BodyJson.write(raw.value().get()) : raw.text().stripTrailing();
    }

    private String cells(RawRow raw) {
        if (!raw.text().isEmpty() || raw.value().isEmpty()) {
            return raw.text().stripTrailing();
        }
        ObjectNode value = raw.value().get();
        return line(sort.columns().stream().map(value::path).map(RefusedRows::cell).toList());
    }

    private static String cell(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asString(BodyJson.write(value));
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(dialect.separator())));
    }

    private String quoted(String cell) {
        String quote = String.valueOf(dialect.quote());
        boolean plain = !cell.isBlank() && cell.indexOf(dialect.separator()) < 0 && !cell.contains(quote)
                && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : quote + cell.replace(quote, dialect.backslash() ? "\\" + quote : quote + quote) + quote;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
