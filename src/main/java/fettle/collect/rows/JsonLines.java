package fettle.collect.rows;

import fettle.example.RepairKinds;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// JSON lines: one object a line. A line that is broken is told, and the next one read; one that an unescaped line break
/// has torn is put together again.
final class JsonLines implements RowFile {

    /// A row that is torn over more lines, or bytes, is left alone.
    private static final int MOST_LINES = 500;
    private static final int MOST_TORN = 1 << 20;

    /// Bytes that may be looked at in vain before no row is put together any more.
    private static final long MOST_WASTED = 64 << 20;

    /// A line that begins with so many bytes of a row, such as `{"me`, begins a row.
    private static final int SAME_BEGINNING = 3;

    private final ByteWindow window;
    private final TextBytes text;
    private final RepairKinds repairs;
    private final int longestLine;
    private final ArrayDeque<RawRow> waiting = new ArrayDeque<>();
    private final LineParser parser = new LineParser();
    private long wasted;
    private long linesNumber = -1;
    private int behindLines;

    JsonLines(ByteWindow window, TextBytes text, RepairKinds repairs, int longestLine) {
        this.window = window;
        this.text = text;
        this.repairs = repairs;
        this.longestLine = longestLine;
    }

    @Override
    public String format() {
        return "JSON lines";
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
        return markFaults(text, repairs);
    }

    /// JSON in UTF-8 has no byte order mark; several trainers choke on one.
    static List<Fault> markFaults(TextBytes text, RepairKinds repairs) {
        if (!text.isUtf8() || text.markLength() == 0) {
            return List.of();
        }
        Fault mark = Fault.of(1, 1, "bom", "The file begins with a byte order mark, which JSON has not.")
                .mendedBy("leave it out").showing("\uFEFF{", "{");
        return List.of(repairs.mend(mark.kind()) ? mark.mended() : mark);
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        while (waiting.isEmpty()) {
            int length = window.lineLength(longestLine);
            if (length < 0) {
                return Optional.empty();
            }
            int line = window.line();
            if (length > longestLine) {
                return Optional.of(gigantic(line));
            }
            int kept = length;
            while (kept > 0 && isBlank(window.ahead(kept - 1))) {
                kept--;
            }
            if (kept == 0) {
                window.takeLine(length);
            } else {
                take(length, kept, line);
            }
        }
        return Optional.of(waiting.remove());
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t' || each == '\r';
    }

    private RawRow gigantic(int line) throws IOException {
        String beginning = Utf8.shown(window.bytes(), window.at(), window.at() + window.ahead());
        long bytes = window.skipLine();
        return JsonRow.refused(line, "gigantic-line", "Line " + line + " is longer than " + (longestLine >> 20)
                + " MB: it has " + String.format(Locale.ROOT, "%,d", bytes) + " bytes.", beginning);
    }

    /// Reads the line of `length` bytes, of which those after `kept` are blank.
    private void take(int length, int kept, int line) throws IOException {
        Optional<RawRow> sound = sound(kept, line);
        if (sound.isPresent()) {
            window.takeLine(length);
            waiting.addAll(NestedQuestions.of(sound.get()));
            return;
        }
        parser.pass();
        JsonRow.Read read = JsonRow.read(window.copy(kept), line, 1, repairs);
        boolean last = window.ahead() == length;
        int taken = length;
        if (read.isHopeless()) {
            int torn = last ? 0 : tornLength(length);
            if (torn > 0) {
                JsonRow.Read whole = JsonRow.read(window.copy(torn), line, 1, repairs);
                if (!whole.isHopeless()) {
                    read = named(whole, line);
                    taken = torn;
                }
            }
        }
        window.take(Math.min(taken + 1, window.ahead()));
        for (RawRow row : last ? cutOff(read) : read.rows()) {
            waiting.addAll(NestedQuestions.of(row));
        }
    }

    /// The row of so many bytes when nothing is wrong with it, as with almost all. It is parsed where it lies; its bytes
    /// are copied only for who asks while it still lies there.
    private Optional<RawRow> sound(int length, int line) {
        byte[] bytes = window.bytes();
        int at = window.at();
        int end = at + length;
        boolean ascii = window.isPlainLine() || ByteScan.isPlain(bytes, at, end);
        if (!ascii && !Utf8.isText(bytes, at, end)) {
            return Optional.empty();
        }
        if (window.number() != linesNumber) {
            linesNumber = window.number();
            behindLines = window.behindLines();
        }
        long number = linesNumber;
        return parser.object(bytes, at, end, Math.max(end, behindLines), number)
                .map(value -> new RawRow(Optional.of(value), () -> window.number() == number
                        ? CompactJson.of(Arrays.copyOfRange(bytes, at, end), ascii)
                        : Optional.empty(), line, 0, List.of(), ""));
    }

    /// A row over several lines is one that can be read, but no line.
    private static JsonRow.Read named(JsonRow.Read whole, int line) {
        RawRow row = whole.rows().getFirst();
        return row.faults().isEmpty()
                ? new JsonRow.Read(List.of(new RawRow(row.value(), line, 0,
                        List.of(Fault.of(line, 0, "several-lines", "The row at line " + line
                                + " goes over several lines; it was read as one.")))),
                        false)
                : whole;
    }

    /// The last line of a file, without a line break and with its end missing.
    private static List<RawRow> cutOff(JsonRow.Read read) {
        RawRow row = read.rows().getFirst();
        Fault fault = row.faults().isEmpty() ? null : row.faults().getLast();
        if (fault == null || !fault.kind().equals("broken-json") || !fault.message().contains("ends in the middle")) {
            return read.rows();
        }
        Fault cut = Fault.of(fault.line(), fault.column(), "truncated", "Line " + row.line()
                + " ends in the middle, and the file with it: it was cut off.");
        return List.of(new RawRow(row.value(), row.compact(), row.line(), 0, List.of(cut), row.text()));
    }

    /// Bytes of the row that begins here and goes on behind its line; 0 when a new row begins before it is closed.
    private int tornLength(int firstLength) throws IOException {
        if (wasted > MOST_WASTED) {
            return 0;
        }
        var brackets = new Brackets(true);
        int start = 0;
        int length = firstLength;
        for (int lines = 1; lines <= MOST_LINES; lines++) {
            int end = Math.min(start + length + 1, window.ahead());
            int closed = brackets.scan(window.bytes(), window.at() + start, window.at() + end) - window.at();
            if (brackets.isClosed() && lines > 1 && isRestBlank(closed, start + length)) {
                return start + length;
            }
            start = end;
            length = window.lineLength(start, MOST_TORN);
            if (brackets.isClosed() || brackets.isCrossed() || length < 0 || start + length > MOST_TORN
                    || beginsRow(start, length)) {
                break;
            }
        }
        wasted += start;
        return 0;
    }

    private boolean isRestBlank(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!isBlank(window.ahead(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a line begins with the same key as this row, or is an object by its brackets.
    private boolean beginsRow(int start, int length) {
        int first = start;
        while (first < start + length && isBlank(window.ahead(first))) {
            first++;
        }
        if (first == start + length || window.ahead(first) != '{') {
            return false;
        }
        int same = 0;
        while (first + same < start + length && same < start && window.ahead(first + same) == window.ahead(same)) {
            same++;
        }
        var brackets = new Brackets(false);
        int end = brackets.scan(window.bytes(), window.at() + first, window.at() + start + length) - window.at();
        return same > SAME_BEGINNING || (brackets.isClosed() && isRestBlank(end, start + length));
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
