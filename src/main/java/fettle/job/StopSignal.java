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

    private StopSignal(Thread worker, Duration patience) {
        hook = new Thread(() -> {
            received = true;
            worker.interrupt();
            awaitClose(patience);
        }, "stop-signal");
    }

    /// Until it is closed, a signal interrupts the calling thread; the process then ends when this is closed, or after
    /// `patience`.
    public static StopSignal forThisThread(Duration patience) {
        var signal = new StopSignal(Thread.currentThread(), patience);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /// Whether the process was asked to end.
    public boolean received() {
        return received;
    }

    private void awaitClose(Duration patience) {
        try {
            boolean inTime = closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            assert inTime || patience.isPositive();
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
