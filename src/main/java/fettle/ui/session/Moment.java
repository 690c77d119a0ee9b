package fettle.ui.session;

/// Runs something once, a while after the last time it was asked for, on the screen thread.
public interface Moment {

    /// Begins to wait anew; what was waited for before is dropped.
    void restart(Runnable then);

    void cancel();

    /// Makes moments of a length in milliseconds.
    @FunctionalInterface
    interface Maker {

        Moment of(long millis);
    }
}
