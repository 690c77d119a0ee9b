package fettle.collect.rows;

import fettle.example.RowReader.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;

/// The text of a table, decoded. A table does not say its encoding: one that is not UTF-8 is read as windows-1252, and
/// that is told.
final class TableText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final TextBytes bytes;
    private final long size;
    private final Charset charset;
    private final List<Fault> faults;
    private long taken;

    TableText(TextBytes bytes, long size) throws IOException {
        this.bytes = bytes;
        this.size = size;
        this.faults = bytes.isUtf8() ? firstNotUtf8() : List.of();
        this.charset = faults.isEmpty() ? bytes.charset() : WESTERN;
    }

    private List<Fault> firstNotUtf8() throws IOException {
        try (var in = new CountedBytes(bytes.raw(), size)) {
            while (in.peek() >= 0) {
                int line = in.line();
                var one = new Grown(1 << 26);
                int each = in.read();
                while (each >= 0) {
                    one.add((byte) each);
                    if (each == '\n') {
                        break;
                    }
                    each = in.read();
                }
                int bad = JsonRow.notUtf8(one.bytes());
                if (bad >= 0) {
                    return List.of(fault(line, bad, one.bytes()[bad]));
                }
            }
        }
        return List.of();
    }

    private static Fault fault(int line, int index, byte found) {
        return Fault.of(line, index + 1, "encoding", String.format(
                "Line %d holds the byte 0x%02X, which is not UTF-8; the file was read as windows-1252.", line, found));
    }

    /// The text from its beginning.
    Reader open() throws IOException {
        InputStream in = bytes.raw();
        taken = 0;
        return new BufferedReader(new InputStreamReader(new InputStream() {
            @Override
            public int read() throws IOException {
                taken++;
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = in.read(target, offset, length);
                taken += Math.max(0, count);
                return count;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        }, charset));
    }

    String encoding() {
        return faults.isEmpty() ? bytes.encoding() : charset.name();
    }

    List<Fault> faults() {
        return faults;
    }

    double share() {
        return size == 0 ? 1 : Math.min(1, taken / (double) size);
    }
}
