package fettle.collect.rows;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// Bytes of a file with the line and column of the next one.
final class CountedBytes implements Closeable {

    private final InputStream in;
    private final long size;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int end;
    private long taken;
    private int line = 1;
    private int column = 1;

    /// `size` in bytes, to tell the share that is read.
    CountedBytes(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    /// What was read before and is to be read again, from the beginning of a line on; `share` of the file is read.
    static CountedBytes rest(byte[] bytes, int line, double share) {
        var rest = new CountedBytes(new ByteArrayInputStream(bytes), Math.round(bytes.length / Math.max(share, 0.01)));
        rest.line = line;
        return rest;
    }

    /// The next byte, 0..255, or -1.
    int read() throws IOException {
        int next = peek();
        if (next >= 0) {
            at++;
            column++;
            if (next == '\n') {
                line++;
                column = 1;
            }
        }
        return next;
    }

    /// The next byte, which stays the next one.
    int peek() throws IOException {
        if (at == end) {
            int count = in.read(block, 0, block.length);
            if (count <= 0) {
                return -1;
            }
            taken += end;
            at = 0;
            end = count;
        }
        return block[at] & 0xFF;
    }

    /// Takes the rest of the line into `bytes`, and the line break after it; false when there is nothing more to take.
    boolean takeLine(Grown bytes) throws IOException {
        if (peek() < 0) {
            return false;
        }
        while (peek() >= 0) {
            int lineEnd = ByteScan.indexOf(block, (byte) '\n', at, end);
            bytes.add(block, at, lineEnd - at);
            column += lineEnd - at;
            at = lineEnd;
            if (at < end) {
                read();
                return true;
            }
        }
        return true;
    }

    /// 1-based line of the next byte.
    int line() {
        return line;
    }

    /// 1-based column of the next byte, in bytes.
    int column() {
        return column;
    }

    double share() {
        return size == 0 ? 1 : Math.min(1, (taken + at) / (double) size);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
