package fettle.collect.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Cuts the records of a table into cells, as RFC 4180 says and forgivingly where files differ from it. It looks at bytes
/// of UTF-8, in which separators, quotes and line breaks never stand within a character.
final class CellScanner {

    private final ByteWindow window;
    private final TableDialect dialect;
    private final int longest;
    private final byte separator;
    private final byte quote;
    private final byte escape;
    private String[] cells = new String[16];
    private int count;
    private int at;
    private boolean unclosed;
    private boolean textBehindQuote;
    private boolean quoteInside;
    private boolean lenient;

    /// Whether a cell in quotes ends with its line, since too many quotes of the file are never closed.
    private boolean linesOnly;

    /// `longest` bytes of a record.
    CellScanner(ByteWindow window, TableDialect dialect, int longest) {
        this.window = window;
        this.dialect = dialect;
        this.longest = longest;
        this.separator = (byte) dialect.separator();
        this.quote = (byte) dialect.quote();
        this.escape = dialect.backslash() ? (byte) '\\' : quote;
    }

    void linesOnly() {
        linesOnly = true;
    }

    List<String> cells() {
        return List.of(Arrays.copyOf(cells, count));
    }

    String cell(int index) {
        return cells[index];
    }

    int count() {
        return count;
    }

    /// Bytes of the record, its line break counted.
    int length() {
        return at;
    }

    /// Whether the file ended, or the record became too long, within quotes.
    boolean isUnclosed() {
        return unclosed;
    }

    boolean isTooLong() {
        return at > longest;
    }

    /// Whether something stands between a closing quote and the next separator.
    boolean hasTextBehindQuote() {
        return textBehindQuote;
    }

    /// Whether a quote stands in a cell without quotes.
    boolean hasQuoteInside() {
        return quoteInside;
    }

    /// Reads the record that begins here; false when there is none. Empty lines are passed.
    boolean scan() throws IOException {
        for (int next = window.peek(); next == '\n' || next == '\r'; next = window.peek()) {
            window.take(1);
        }
        return scan(0, false);
    }

    /// Reads the record that begins so far ahead. With `western` each byte that is not UTF-8 is read as windows-1252.
    boolean scan(int offset, boolean western) throws IOException {
        at = offset;
        count = 0;
        unclosed = false;
        textBehindQuote = false;
        quoteInside = false;
        lenient = western;
        if (!window.has(at)) {
            return false;
        }
        while (at <= longest) {
            boolean quoted = window.has(at) && window.ahead(at) == quote;
            if (quoted) {
                quotedCell();
            } else {
                plainCell();
            }
            if (unclosed || at > longest || endsRecord()) {
                break;
            }
        }
        return true;
    }

    /// Passes what stands behind a cell; false when that is a separator.
    private boolean endsRecord() throws IOException {
        if (!window.has(at)) {
            return true;
        }
        byte end = window.ahead(at++);
        if (end == separator) {
            return false;
        }
        if (end == '\r' && window.has(at) && window.ahead(at) == '\n') {
            at++;
        }
        return true;
    }

    private void plainCell() throws IOException {
        int from = at;
        passUntilEnd();
        quoteInside |= ByteScan.indexOf(window.bytes(), quote, window.at() + from, window.at() + at) < window.at() + at;
        add(text(from, at));
    }

    private void passUntilEnd() throws IOException {
        while (at <= longest && window.has(at)) {
            int end = window.at() + window.ahead();
            at = ByteScan.indexOfAny(window.bytes(), separator, (byte) '\n', (byte) '\r', window.at() + at, end)
                    - window.at();
            if (at < window.ahead()) {
                return;
            }
        }
    }

    private void quotedCell() throws IOException {
        int from = ++at;
        boolean escaped = false;
        while (true) {
            if (at > longest || !passUntilQuote()) {
                unclosed = true;
                add(text(from, Math.min(at, window.ahead())));
                return;
            }
            boolean doubled = window.has(at + 1) && (window.ahead(at) != quote || window.ahead(at + 1) == quote);
            if (!doubled) {
                break;
            }
            escaped = true;
            at += 2;
        }
        String text = escaped ? unescaped(from, at) : text(from, at);
        int behind = ++at;
        passUntilEnd();
        if (at > behind) {
            String rest = text(behind, at);
            textBehindQuote |= !rest.isBlank();
            add(text + rest);
        } else {
            add(text);
        }
    }

    /// Goes to the next quote or escape; false when none comes.
    private boolean passUntilQuote() throws IOException {
        byte lineEnd = linesOnly ? (byte) '\n' : quote;
        while (at <= longest && window.has(at)) {
            int end = window.at() + window.ahead();
            at = ByteScan.indexOfAny(window.bytes(), quote, escape, lineEnd, window.at() + at, end) - window.at();
            if (at < window.ahead()) {
                return !linesOnly || window.ahead(at) != '\n';
            }
        }
        return false;
    }

    private String unescaped(int from, int end) {
        byte[] source = window.bytes();
        byte[] target = new byte[end - from];
        int length = 0;
        int last = window.at() + end;
        for (int i = window.at() + from; i < last; i++) {
            boolean pair = i + 1 < last && (source[i] == quote
                    || (source[i] == escape && (source[i + 1] == quote || source[i + 1] == escape)));
            target[length++] = source[pair ? ++i : i];
        }
        return decoded(target, 0, length);
    }

    private String text(int from, int end) {
        return decoded(window.bytes(), window.at() + from, window.at() + end);
    }

    private String decoded(byte[] bytes, int from, int end) {
        return lenient
                ? Utf8.lenient(bytes, from, end)
                : new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private void add(String cell) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] = cell;
    }

    TableDialect dialect() {
        return dialect;
    }
}
