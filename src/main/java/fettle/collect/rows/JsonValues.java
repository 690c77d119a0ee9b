package fettle.collect.rows;

import fettle.example.RowReader.Fault;
import fettle.example.RepairKinds;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A JSON list of objects, or objects one after another over several lines. Objects are cut out by their brackets before
/// they are parsed, so that a broken one leaves its neighbours whole. A text ends at the end of its line at the latest,
/// as JSON says: so a missing quote spoils one line.
final class JsonValues implements RowFile {

    private CountedBytes in;
    private final TextBytes text;
    private final RepairKinds repairs;
    private final int longest;
    private final boolean list;
    private boolean ended;
    private boolean recovering;

    /// `in` stands at the first byte of the file that is not white space.
    JsonValues(CountedBytes in, TextBytes text, RepairKinds repairs, int longest) throws IOException {
        this.in = in;
        this.text = text;
        this.repairs = repairs;
        this.longest = longest;
        skipBlanks();
        this.list = in.peek() == '[';
        if (list) {
            in.read();
        }
    }

    @Override
    public String format() {
        return list ? "a JSON list" : "JSON objects";
    }

    @Override
    public String encoding() {
        return text.encoding();
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public List<Fault> faults() {
        return JsonLines.markFaults(text, repairs);
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        skipBlanks();
        int line = in.line();
        int column = in.column();
        int first = in.peek();
        if (first < 0) {
            ended = true;
            return list
                    ? Optional.of(JsonRow.refused(line, "unclosed", "The list is never closed: the file ends early."))
                    : Optional.empty();
        }
        if (list && first == ']') {
            in.read();
            ended = true;
            skipBlanks();
            return in.peek() < 0
                    ? Optional.empty()
                    : Optional.of(
                            JsonRow.refused(in.line(), "after-the-end", "There is more after the end of the list."));
        }
        var bytes = new Grown(longest);
        boolean closed = (first == '{' || first == '[') ? bracketed(bytes, column) : scalar(bytes);
        if (bytes.isCut()) {
            return Optional.of(JsonRow.refused(line, "gigantic-line",
                    "The row at line " + line + " is longer than " + (longest >> 20) + " MB."));
        }
        byte[] row = closed || recovering ? bytes.bytes() : putBack(bytes.bytes(), line, column);
        return Optional.of(JsonRow.read(row, line, column, repairs));
    }

    /// A row that is never closed has swallowed the rest of the file. Its neighbours begin on lines of their own, in the
    /// same column: gives back all from the first of these, and goes on more carefully. Returns what is left of the row.
    private byte[] putBack(byte[] swallowed, int line, int column) throws IOException {
        recovering = true;
        int lines = line;
        for (int i = 0; i < swallowed.length; i++) {
            if (swallowed[i] == '\n') {
                lines++;
                if (beginsRow(swallowed, i + 1, column)) {
                    double share = in.share();
                    in.close();
                    in = CountedBytes.rest(Arrays.copyOfRange(swallowed, i + 1, swallowed.length), lines, share);
                    return Arrays.copyOf(swallowed, i);
                }
            }
        }
        return swallowed;
    }

    private static boolean beginsRow(byte[] bytes, int lineStart, int column) {
        int at = lineStart + column - 1;
        if (at >= bytes.length || bytes[at] != '{') {
            return false;
        }
        for (int i = lineStart; i < at; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void skipBlanks() throws IOException {
        int next = in.peek();
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n' || next == ',') {
            in.read();
            next = in.peek();
        }
    }

    /// Takes the bytes of an object or list; false when the file ends before it is closed, or, when something went wrong
    /// before, the next row seems to begin.
    private boolean bracketed(Grown bytes, int column) throws IOException {
        int depth = 0;
        boolean inText = false;
        boolean lineBegins = false;
        while (in.peek() >= 0 && !(recovering && lineBegins && in.column() == column && in.peek() == '{')) {
            int each = in.read();
            bytes.add((byte) each);
            lineBegins = each == '\n' || (lineBegins && (each == ' ' || each == '\t'));
            if (inText && each == '\\' && in.peek() >= 0) {
                bytes.add((byte) in.read());
            } else if (each == '"' || each == '\n') {
                inText = each == '"' && !inText;
            } else if (!inText && (each == '{' || each == '[')) {
                depth++;
            } else if (!inText && (each == '}' || each == ']') && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean scalar(Grown bytes) throws IOException {
        boolean inText = false;
        for (int next = in.peek(); next >= 0 && next != '\n'; next = in.peek()) {
            if (!inText && (next == ',' || next == ']')) {
                return true;
            }
            inText ^= next == '"';
            bytes.add((byte) in.read());
        }
        return true;
    }

    @Override
    public double share() {
        return in.share();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
