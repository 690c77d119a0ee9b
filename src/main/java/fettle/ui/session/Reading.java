package fettle.ui.session;

import fettle.job.Job;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.ui.control.Problem;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads something off the screen thread, again and again, and shows only the newest answer: an older one that comes
/// late is dropped, and its work is stopped.
///
/// @param <T> what is read
public final class Reading<T> {

    private final Session session;
    private final Consumer<T> shows;
    private @Nullable Job latest;
    private long asked;

    public Reading(Session session, Consumer<T> shows) {
        this.session = session;
        this.shows = shows;
    }

    /// Reads anew. A failure becomes a problem of the session.
    public void start(Work<T> work) {
        if (latest != null) {
            latest.cancel();
        }
        long mine = ++asked;
        latest = session.read(work, outcome -> {
            if (mine == asked) {
                latest = null;
                take(outcome);
            }
        });
    }

    private void take(Outcome<T> outcome) {
        switch (outcome) {
            case Outcome.Done(var value) -> shows.accept(value);
            case Outcome.Failed(var cause) -> session.problemProperty().set(Optional.of(Problem.of(cause)));
            case Outcome.Stopped() -> {}
        }
    }
}
