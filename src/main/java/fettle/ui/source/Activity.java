package fettle.ui.source;

import fettle.job.JobState;
import fettle.ui.control.Problem;
import fettle.ui.session.Words;
import java.util.Optional;

/// What is going on with a source, or what came of it last.
sealed interface Activity {

    /// Nothing, and nothing is known of changes.
    record Idle() implements Activity {}

    /// Others of the same order come first.
    record Waiting() implements Activity {}

    /// A job is at it; what it says of itself stands in the row.
    record Busy(long job) implements Activity {}

    /// It was looked for changes at that time, in milliseconds since the epoch.
    record Looked(int changes, long atMillis) implements Activity {}

    /// What the last try met. What was there before stays.
    record Failed(Problem problem) implements Activity {}

    /// The person stopped it. What was there before stays.
    record Halted() implements Activity {}

    default boolean isWorking() {
        return this instanceof Waiting || this instanceof Busy;
    }

    /// How far a job is, as a row says it: its note, and the numbers when they are known.
    static String words(Optional<JobState> progress, long nowMillis) {
        if (progress.isEmpty() || (progress.get().note().isEmpty() && progress.get().done() == 0)) {
            return "Beginning…";
        }
        JobState state = progress.get();
        String left = state.secondsLeft(nowMillis).filter(seconds -> seconds > 2)
                .map(Words::left).map(words -> " · " + words).orElse("");
        return state.note() + left;
    }
}
