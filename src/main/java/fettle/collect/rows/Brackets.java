package fettle.collect.rows;

import java.util.Arrays;

/// Finds the end of an object or list by its brackets, whatever stands between them. It can be asked again with more
/// bytes.
final class Brackets {

    private final boolean textsOverLines;
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean torn;
    private boolean closed;
    private boolean crossed;

    /// The brackets that are open.
    private byte[] open = new byte[32];

    /// `textsOverLines` says whether a text may go over several lines, which JSON forbids; else it ends with its line, so
    /// that a missing quote spoils one line only.
    Brackets(boolean textsOverLines) {
        this.textsOverLines = textsOverLines;
    }

    boolean isClosed() {
        return closed;
    }

    /// Whether a bracket was closed by one of the other kind; nothing is looked at after that.
    boolean isCrossed() {
        return crossed;
    }

    /// Whether a text had a line break.
    boolean isTorn() {
        return torn;
    }

    /// Looks on. Returns the place behind the bracket that closes the first one, or that crosses another; `end` when
    /// neither is there.
    int scan(byte[] bytes, int from, int end) {
        int at = from;
        if (escaped && at < end) {
            escaped = false;
            at++;
        }
        while (at < end) {
            if (inText) {
                at = text(bytes, at, end);
                continue;
            }
            byte each = bytes[at++];
            if (each == '"') {
                inText = true;
            } else if (each == '{' || each == '[') {
                open(each);
            } else if ((each == '}' || each == ']') && close(each)) {
                return at;
            }
        }
        return end;
    }

    private void open(byte bracket) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = bracket;
    }

    /// True when that was the last one, or the wrong one. In ASCII a closing bracket stands two behind its opening one.
    private boolean close(byte bracket) {
        crossed = depth == 0 || open[--depth] != bracket - 2;
        closed = !crossed && depth == 0;
        return crossed || closed;
    }

    private int text(byte[] bytes, int from, int end) {
        int at = ByteScan.indexOfAny(bytes, (byte) '"', (byte) '\\', (byte) '\n', from, end);
        if (at == end) {
            return end;
        }
        switch (bytes[at]) {
            case '"' -> inText = false;
            case '\\' -> {
                at++;
                escaped = at == end;
            }
            default -> {
                torn = true;
                inText = textsOverLines;
            }
        }
        return Math.min(end, at + 1);
    }
}
