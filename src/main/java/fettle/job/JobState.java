package fettle.job;

import java.util.Optional;

/// A job as lists show it: an immutable snapshot.
///
/// @param startedMillis milliseconds since the epoch
/// @param endedMillis milliseconds since the epoch; empty while it runs
/// @param done units of work finished
/// @param total units in all; 0 while not known
/// @param ending empty while it runs
public record JobState(long id, String title, long startedMillis, Optional<Long> endedMillis, long done, long total,
        String note, Optional<Outcome<?>> ending) {

    public boolean running() {
        return ending.isEmpty();
    }

    /// Seconds left by the pace so far; empty while nothing is known.
    public Optional<Long> secondsLeft(long nowMillis) {
        if (done <= 0 || total <= 0 || !running()) {
            return Optional.empty();
        }
        long spent = nowMillis - startedMillis;
        return Optional.of(Math.round(spent / 1000.0 * (total - done) / done));
    }
}
