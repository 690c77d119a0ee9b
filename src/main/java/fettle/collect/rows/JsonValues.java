package fettle.collect.rows;

import fettle.example.RepairKinds;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A JSON list of objects, the list in an object, or objects one after another over several lines. Objects are cut out by
/// their brackets before they are parsed, so that a broken one leaves its neighbours whole. A text ends at the end of its
/// line at the latest, as JSON says: so a missing quote spoils one line.
final class JsonValues implements RowFile {

    /// A row with line breaks in its texts is looked for as far as this.
    private static final int MOST_TORN = 1 << 20;
    private static final int CHUNK = 1 << 16;

    /// Bytes that may be looked at in vain before texts over several lines are no longer looked for.
    private static final long MOST_WASTED = 64 << 20;
    private static final int LONGEST_KEY = 100;

    private final ByteWindow window;
    private final TextBytes text;
    private final RepairKinds repairs;
    private final int longest;
    private final Optional<JsonOutline.RowList> inside;
    private final boolean list;
    private final ArrayDeque<RawRow> waiting = new ArrayDeque<>();
    private long wasted;
    private boolean ended;
    private boolean recovering;

    /// Whether a comma, or the beginning of the list, stands before the next row.
    private boolean parted = true;

    /// `window` stands at the first byte of the file; `inside` says which list of an object is read.
    JsonValues(ByteWindow window, TextBytes text, RepairKinds repairs, int longest,
            Optional<JsonOutline.RowList> inside) throws IOException {
        this.window = window;
        this.text = text;
        this.repairs = repairs;
        this.longest = longest;
        this.inside = inside;
        if (inside.isPresent()) {
            int offset = inside.get().offset();
            window.has(offset);
            window.take(offset);
        }
        skipBlanks();
        this.list = window.peek() == '[';
        if (list) {
            window.take(1);
        }
    }

    @Override
    public String format() {
        String object = inside.map(found -> "the list `" + found.name() + "` of a JSON object").orElse("");
        return !object.isEmpty() ? object : list ? "a JSON list" : "JSON objects";
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
        var faults = new ArrayList<>(JsonLines.markFaults(text, repairs));
        inside.ifPresent(found -> found.others().forEach(name -> faults.add(leftOut(0, name))));
        return faults;
    }

    private static Fault leftOut(int line, String name) {
        return Fault.of(line, 0, "left-out", "The object also holds the list `" + name + "`, which was not read.");
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        while (waiting.isEmpty() && !ended) {
            read();
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void read() throws IOException {
        skipBlanks();
        int line = window.line();
        int next = window.peek();
        if (next < 0) {
            ended = true;
            if (list) {
                waiting.add(JsonRow.refused(line, "unclosed", "The list is never closed: the file ends early.", ""));
            }
        } else if (list && next == ']') {
            window.take(1);
            end();
        } else {
            boolean apart = !list || parted;
            parted = false;
            for (RawRow row : rows(line, next)) {
                waiting.addAll(NestedQuestions.of(apart ? row : missingComma(row)));
                apart = true;
            }
            if (inside.isPresent()) {
                nameOthersAtTheEnd();
            }
        }
    }

    /// Of two rows without a comma between them both are certain.
    private RawRow missingComma(RawRow row) {
        Fault fault = Fault.of(row.line(), 0, JsonFlaw.MISSING_COMMA.kind(), "There is no comma before the row at line "
                + row.line() + ".").mendedBy(JsonFlaw.MISSING_COMMA.way()).showing("} {", "}, {");
        var faults = new ArrayList<>(row.faults());
        faults.addFirst(row.value().isPresent() && repairs.mend(fault.kind()) ? fault.mended() : fault);
        return new RawRow(row.value(), row.compact(), row.line(), 0, faults, row.text());
    }

    private void end() throws IOException {
        ended = true;
        skipBlanks();
        if (window.peek() >= 0 && inside.isEmpty()) {
            int from = window.at();
            waiting.add(JsonRow.refused(window.line(), "after-the-end", "There is more after the end of the list.",
                    Utf8.shown(window.bytes(), from, from + window.ahead())));
        }
    }

    /// The last row of a list in an object also tells what else the object holds.
    private void nameOthersAtTheEnd() throws IOException {
        skipBlanks();
        if (window.peek() != ']' || waiting.isEmpty()) {
            return;
        }
        window.take(1);
        ended = true;
        RawRow row = waiting.removeLast();
        var faults = new ArrayList<>(row.faults());
        for (String name : JsonOutline.furtherLists(window)) {
            faults.add(leftOut(window.line(), name));
        }
        waiting.add(new RawRow(row.value(), row.compact(), row.line(), 0, faults, row.text()));
    }

    private List<RawRow> rows(int line, int first) throws IOException {
        int column = window.column();
        boolean bracketed = first == '{' || first == '[';
        int length = bracketed ? bracketed(column) : scalar();
        if (length > longest) {
            return List.of(gigantic(line));
        }
        byte[] bytes = window.copy(length);
        window.take(length);
        return JsonRow.read(bytes, line, column, repairs).rows();
    }

    private RawRow gigantic(int line) throws IOException {
        String beginning = Utf8.shown(window.bytes(), window.at(), window.at() + window.ahead());
        var brackets = new Brackets(false);
        while (!brackets.isClosed() && !brackets.isCrossed() && window.peek() >= 0) {
            int end = brackets.scan(window.bytes(), window.at(), window.at() + window.ahead());
            window.take(end - window.at());
        }
        return JsonRow.refused(line, "gigantic-line", "The row at line " + line + " is longer than " + (longest >> 20)
                + " MB.", beginning);
    }

    /// Bytes of the object or list that begins here. When it is never closed, it has swallowed its neighbours: then it
    /// ends before the next place where a row seems to begin, and reading is more careful from then on.
    private int bracketed(int column) throws IOException {
        if (!recovering) {
            int length = closed(longest);
            if (length >= 0 && length <= longest) {
                return length;
            }
            recovering = true;
        }
        int neighbour = neighbour(column);
        int length = closed(neighbour);
        return length >= 0 ? Math.min(length, neighbour) : neighbour;
    }

    /// Bytes up to the closing bracket; more than `most` when it is further, -1 when there is none.
    private int closed(int most) throws IOException {
        var strict = new Brackets(false);
        int length = extent(strict, most, true);
        if (!strict.isTorn()) {
            return length;
        }
        int limit = wasted > MOST_WASTED ? 0 : Math.min(most, MOST_TORN);
        int torn = limit == 0 ? -1 : extent(new Brackets(true), limit, false);
        if (torn >= 0 && torn <= limit && isRow(torn)) {
            return torn;
        }
        wasted += torn < 0 ? Math.min(limit, window.ahead()) : torn;
        return extent(new Brackets(false), most, false);
    }

    private int extent(Brackets brackets, int most, boolean untilTorn) throws IOException {
        int scanned = 0;
        while (scanned <= most && window.has(scanned)) {
            int end = (int) Math.min(Math.min(window.ahead(), most + 1L), scanned + (long) CHUNK);
            scanned = brackets.scan(window.bytes(), window.at() + scanned, window.at() + end) - window.at();
            if (brackets.isCrossed()) {
                return -1;
            }
            if (brackets.isClosed() || (untilTorn && brackets.isTorn())) {
                return scanned;
            }
        }
        return scanned > most ? scanned : -1;
    }

    private boolean isRow(int length) {
        return !JsonRow.read(window.copy(length), 1, 1, RepairKinds.NONE).isHopeless();
    }

    /// How far ahead the next row seems to begin: on a line of its own in the same column, or behind a comma with the same
    /// key. Without any it is the rest of the file, or more than a row may have.
    private int neighbour(int column) throws IOException {
        byte[] key = firstKey();
        int at = 1;
        while (at <= longest && window.has(at)) {
            int from = window.at() + at;
            at = ByteScan.indexOf(window.bytes(), (byte) '{', from, window.at() + window.ahead()) - window.at();
            if (at < window.ahead() && window.has(at + key.length) && beginsRow(at, column, key)) {
                return at;
            }
            at++;
        }
        return Math.min(at, window.ahead());
    }

    /// `{"messages"` of the row that begins here.
    private byte[] firstKey() throws IOException {
        window.has(LONGEST_KEY);
        int most = Math.min(LONGEST_KEY, window.ahead());
        int quotes = 0;
        for (int i = 0; i < most; i++) {
            quotes += window.ahead(i) == '"' ? 1 : 0;
            if (quotes == 2) {
                return window.copy(i + 1);
            }
        }
        return new byte[0];
    }

    private boolean beginsRow(int at, int column, byte[] key) {
        int before = at - 1;
        while (before > 0 && (window.ahead(before) == ' ' || window.ahead(before) == '\t')) {
            before--;
        }
        if (window.ahead(before) == '\n' && at - before == column) {
            return true;
        }
        while (before > 0 && (window.ahead(before) == '\n' || window.ahead(before) == '\r')) {
            before--;
        }
        return window.ahead(before) == ',' && key.length > 0 && Arrays.equals(window.bytes(), window.at() + at,
                window.at() + at + key.length, key, 0, key.length);
    }

    /// Goes to the next byte that is no blank and no comma.
    private void skipBlanks() throws IOException {
        for (int next = window.peek(); next == ' ' || next == '\t' || next == '\r' || next == '\n'
                || next == ','; next = window.peek()) {
            parted |= next == ',';
            window.take(1);
        }
    }

    /// Bytes of what is no object, to the end of its line at most.
    private int scalar() throws IOException {
        boolean inText = false;
        int length = 0;
        while (length <= longest && window.has(length) && window.ahead(length) != '\n') {
            byte next = window.ahead(length);
            if (length > 0 && !inText && (next == ',' || next == ']')) {
                return length;
            }
            inText ^= next == '"';
            length++;
        }
        return length;
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
