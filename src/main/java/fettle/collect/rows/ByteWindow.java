package fettle.collect.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Bytes of a file, of which a window is in memory: from the place where reading stands to as far as was asked for. Each
/// byte is copied from the disk into it and looked at there.
final class ByteWindow implements Closeable {

    private static final int FIRST = 1 << 18;

    private final InputStream in;
    private final long size;
    private final byte lineEnd;
    private byte[] bytes = new byte[FIRST];
    private int at;
    private int end;
    private boolean ended;
    private long before;
    private long number;
    private int line = 1;

    /// Whether the line that was measured last is ASCII without NUL for certain.
    private boolean plain;

    /// Bytes of the line that are taken already.
    private int inLine;

    /// `size` in bytes, to tell the share that is read; `lineEnd` is the byte that ends a line.
    ByteWindow(InputStream in, long size, byte lineEnd) {
        this.in = in;
        this.size = size;
        this.lineEnd = lineEnd;
    }

    /// What is in memory; valid until [#more].
    byte[] bytes() {
        return bytes;
    }

    /// Where reading stands, in [#bytes].
    int at() {
        return at;
    }

    /// Bytes that are in memory from there on.
    int ahead() {
        return end - at;
    }

    /// The byte so far ahead that is in memory.
    byte ahead(int offset) {
        return bytes[at + offset];
    }

    /// Reads on, so that more is in memory; places in it change. False at the end of the file.
    boolean more() throws IOException {
        number++;
        if (ended) {
            return false;
        }
        if (at == end) {
            before += at;
            at = 0;
            end = 0;
        }
        if (end == bytes.length && at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            before += at;
            end -= at;
            at = 0;
        } else if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int count = in.read(bytes, end, bytes.length - end);
        ended = count < 0;
        end += Math.max(0, count);
        return !ended;
    }

    /// Changes when what is in memory does.
    long number() {
        return number;
    }

    /// Behind the last line that is whole in memory, in [#bytes]; it is looked for anew each time.
    int behindLines() {
        int behind = end;
        while (behind > at && bytes[behind - 1] != lineEnd) {
            behind--;
        }
        return behind;
    }

    /// Whether there is a byte so far ahead; reads on as need be.
    boolean has(int offset) throws IOException {
        while (at + offset >= end) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /// The next byte, 0..255, or -1.
    int peek() throws IOException {
        return at < end || has(0) ? bytes[at] & 0xFF : -1;
    }

    /// Goes on by so many bytes, all of them in memory.
    void take(int count) {
        int lines = ByteScan.count(bytes, lineEnd, at, at + count);
        if (lines == 0) {
            inLine += count;
        } else {
            line += lines;
            int last = at + count - 1;
            while (bytes[last] != lineEnd) {
                last--;
            }
            inLine = at + count - 1 - last;
        }
        at += count;
    }

    /// Goes on behind a line of so many bytes, of which [#lineLength] told.
    void takeLine(int length) {
        if (at + length < end) {
            at += length + 1;
            line++;
            inLine = 0;
        } else {
            at += length;
            inLine += length;
        }
    }

    /// Bytes of the line that begins here without its end: at most one window more than `limit`; -1 at the end.
    int lineLength(int limit) throws IOException {
        return lineLength(0, limit);
    }

    /// Whether the line that [#lineLength] told last is certain to be ASCII without NUL; it may be so else.
    boolean isPlainLine() {
        return plain;
    }

    /// The same for a line that begins so far ahead.
    int lineLength(int offset, int limit) throws IOException {
        if (!has(offset)) {
            return -1;
        }
        int scanned = offset;
        plain = true;
        while (true) {
            int found = ByteScan.indexOfInPlain(bytes, lineEnd, at + scanned, end);
            plain &= found >= 0;
            found = found < 0 ? ~found : found;
            if (found < end) {
                return found - at - offset;
            }
            scanned = end - at;
            if (scanned - offset > limit || !more()) {
                return scanned - offset;
            }
        }
    }

    /// Goes on to the next line without holding this one. Returns the bytes that were passed.
    long skipLine() throws IOException {
        long passed = 0;
        while (peek() >= 0) {
            int found = ByteScan.indexOf(bytes, lineEnd, at, end);
            int count = Math.min(found + 1, end) - at;
            passed += count;
            boolean whole = found < end;
            take(count);
            if (whole) {
                break;
            }
        }
        return passed;
    }

    /// A copy of what is ahead.
    byte[] copy(int count) {
        return Arrays.copyOfRange(bytes, at, at + count);
    }

    byte lineEnd() {
        return lineEnd;
    }

    /// 1-based line of the next byte.
    int line() {
        return line;
    }

    /// 1-based column of the next byte, in bytes.
    int column() {
        return inLine + 1;
    }

    double share() {
        return size == 0 ? 1 : Math.min(1, (before + at) / (double) size);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
