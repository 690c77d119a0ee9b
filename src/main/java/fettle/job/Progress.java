package fettle.job;

/// What running work says about itself, and where it asks whether to go on.
public interface Progress {

    /// Progress that nobody watches; still stops when the thread is interrupted.
    Progress UNWATCHED = (_, _, _) -> {};

    /// Tells how far the work is. `total` is 0 while it is not known; `note` names the thing at hand, for people.
    void report(long done, long total, String note);

    /// Throws InterruptedException when the person has asked to stop. Call it between steps.
    default void stopIfCancelled() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
    }
}
