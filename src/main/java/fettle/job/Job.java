package fettle.job;

/// A handle on running work.
public interface Job {

    long id();

    String title();

    /// Asks the work to stop at its next step. Its ending arrives as [Outcome.Stopped].
    void cancel();
}
