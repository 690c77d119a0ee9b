package fettle.collect.github;

import fettle.job.ExpectedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Unpacked bytes on their way into the reader of the archive, counted: an archive that swells without end is stopped.
final class Gauge extends FilterInputStream {

    /// What an archive may be.
    ///
    /// @param bytes unpacked, in all
    /// @param ratio of unpacked to packed bytes, once 100 MB came
    /// @param entries in all
    /// @param headerBytes of one entry: names and attributes
    record Bounds(long bytes, int ratio, int entries, int headerBytes) {

        static final Bounds USUAL = new Bounds(8_000_000_000L, 300, 1_000_000, 1 << 20);
    }

    private static final long RATIO_FROM = 100_000_000;

    private final Counted packed;
    private final Bounds bounds;
    private long count;
    private long mark = Long.MAX_VALUE;

    Gauge(InputStream unpacked, Counted packed, Bounds bounds) {
        super(unpacked);
        this.packed = packed;
        this.bounds = bounds;
    }

    /// From here on a header is read, which is short.
    void headerBegins() {
        mark = count;
    }

    /// From here on content is read.
    void headerEnds() {
        mark = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(0, read);
        if (count > bounds.bytes) {
            throw bomb("holds more than " + bounds.bytes / 1_000_000 + " MB");
        }
        if (count > RATIO_FROM && count / Math.max(1, packed.count) > bounds.ratio) {
            throw bomb("swells to more than " + bounds.ratio + " times its size");
        }
        if (count - mark > bounds.headerBytes) {
            throw bomb("has a name of more than " + bounds.headerBytes / 1000 + " kB");
        }
        return read;
    }

    /// Content that nobody wants is unpacked and counted all the same.
    @Override
    public long skip(long wanted) throws IOException {
        byte[] bytes = new byte[8192];
        long left = wanted;
        while (left > 0) {
            int read = read(bytes, 0, (int) Math.min(bytes.length, left));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return wanted - left;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static ExpectedException bomb(String what) {
        return new ExpectedException("archive", "The archive " + what + ", so it was not read further.",
                "Choose fewer paths of this repository, or clone it and add the folder.");
    }

    /// Packed bytes, counted as they come.
    static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        /// So far.
        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
