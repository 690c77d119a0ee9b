package fettle.collect.paper;

import java.time.Duration;

/// When the reading of one file is given up.
///
/// @param atNanos on the clock of [System#nanoTime()]
/// @param seconds how long that is, for people
record Deadline(long atNanos, long seconds) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), time.toSeconds());
    }

    /// Called between steps.
    void check() throws UnreadableException {
        if (System.nanoTime() - atNanos > 0) {
            throw new UnreadableException("reading it took longer than " + seconds + " s");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableException("stopped");
        }
    }
}
