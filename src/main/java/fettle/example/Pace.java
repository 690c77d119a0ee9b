package fettle.example;

import fettle.example.RowReader.RowFile;
import fettle.job.Progress;
import java.util.Locale;

/// How fast files are read: tells it, with the time that is left, and asks whether to stop.
final class Pace {

    private static final long EVERY_NANOS = 100_000_000;
    private static final double SETTLED_SECONDS = 1;
    private static final long PARTS = 1000;

    private final Progress progress;
    private final long bytes;
    private final long startNanos = System.nanoTime();
    private long toldNanos = startNanos;
    private String file = "";
    private long fileBytes;
    private long bytesBefore;
    private long rows;

    /// `bytes` of all files together.
    Pace(Progress progress, long bytes) {
        this.progress = progress;
        this.bytes = bytes;
    }

    /// The next file is being read.
    void begin(String name, long size) throws InterruptedException {
        progress.stopIfCancelled();
        bytesBefore += fileBytes;
        file = name;
        fileBytes = size;
        progress.report(part(bytesBefore), PARTS, name);
    }

    /// A row was read.
    void row(RowFile from) throws InterruptedException {
        rows++;
        progress.stopIfCancelled();
        long now = System.nanoTime();
        if (now - toldNanos >= EVERY_NANOS) {
            toldNanos = now;
            long read = bytesBefore + Math.round(from.share() * fileBytes);
            progress.report(part(read), PARTS, note(read, (now - startNanos) / 1e9));
        }
    }

    private long part(long read) {
        return bytes == 0 ? 0 : Math.min(PARTS, read * PARTS / bytes);
    }

    private String note(long read, double seconds) {
        if (seconds < SETTLED_SECONDS || read == 0) {
            return file;
        }
        double left = seconds * Math.max(0, bytes - read) / read;
        return String.format(Locale.ROOT, "%s left, %,.0f rows/s, %.1f MB/s, %s", time(left), rows / seconds,
                read / seconds / 1e6, file);
    }

    private static String time(double seconds) {
        return seconds < 90
                ? Math.max(1, Math.round(seconds)) + " s"
                : Math.round(seconds / 60) + " min";
    }
}
