package fettle.cli;

import fettle.job.Progress;
import java.io.PrintStream;

/// Progress on standard error: a bar on a terminal, a line every ten seconds elsewhere.
final class Meter implements Progress, AutoCloseable {

    private static final int WIDTH = 24;
    private static final long BAR_EVERY_NANOS = 100_000_000;
    private static final long LINE_EVERY_NANOS = 10_000_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private long lastNanos = System.nanoTime();
    private boolean drawn;

    Meter(Console console) {
        this.err = console.err();
        this.terminal = console.terminal();
    }

    @Override
    public synchronized void report(long done, long total, String note) {
        long now = System.nanoTime();
        if (now - lastNanos < (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS)) {
            return;
        }
        lastNanos = now;
        String count = total > 0 ? done + " of " + total : String.valueOf(done);
        if (terminal) {
            String line = bar(done, total) + count + "  " + note;
            err.print("\r\033[K" + line.substring(0, Math.min(line.length(), 78)));
            err.flush();
            drawn = true;
        } else {
            err.println(count + "  " + note);
        }
    }

    private static String bar(long done, long total) {
        if (total <= 0) {
            return "";
        }
        int full = (int) Math.min(WIDTH, WIDTH * done / total);
        return "█".repeat(full) + "░".repeat(WIDTH - full) + "  ";
    }

    /// Takes the bar away.
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print("\r\033[K");
            err.flush();
            drawn = false;
        }
    }
}
