package fettle.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C, or a kind kill, into a stop of the work on one thread: the thread is interrupted, and the process waits
/// until the work has put away what is finished.
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean received;

    private StopSignal(Runnable whenReceived, Duration patience) {
        hook = new Thread(() -> {
            received = true;
            whenReceived.run();
            awaitClose(patience);
        }, "stop-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Until it is closed, a signal interrupts the calling thread; the process then ends when this is closed, or after
    /// `patience`.
    public static StopSignal forThisThread(Duration patience) {
        return new StopSignal(Thread.currentThread()::interrupt, patience);
    }

    /// For a process that its starter stops: Ctrl-C on a terminal reaches both, and this one waits up to `patience` for
    /// its starter's word instead of falling over at once.
    public static StopSignal leftToStarter(Duration patience) {
        return new StopSignal(() -> {}, patience);
    }

    /// Whether the process was asked to end.
    public boolean received() {
        return received;
    }

    private void awaitClose(Duration patience) {
        try {
            boolean inTime = closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            assert inTime || !patience.isNegative();
        } catch (InterruptedException _) {
            // the process ends in any case
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending, and was waiting for this
        }
    }
}
