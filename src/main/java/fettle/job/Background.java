package fettle.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Upkeep behind the work: one daemon thread that does a chore step by step, a moment after it was told that there may be
/// something to do, and sleeps in between. The thread is made by the first poke.
public final class Background implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    private final String name;
    private final long restMillis;
    private final Chore chore;
    private @Nullable Thread thread;
    private @Nullable Exception failure;
    private boolean asked;
    private volatile boolean closed;

    /// `restMillis` is the moment in milliseconds: a program that ends within it never begins the chore.
    public Background(String name, long restMillis, Chore chore) {
        this.name = name;
        this.restMillis = restMillis;
        this.chore = chore;
    }

    /// What is to be done.
    @FunctionalInterface
    public interface Chore {

        /// Does a small step; returns whether there may be more to do.
        boolean step() throws Exception;
    }

    /// Says that there may be something to do. Returns at once.
    public synchronized void poke() {
        if (closed) {
            return;
        }
        asked = true;
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name(name).start(this::work);
        }
        notifyAll();
    }

    /// Why the chore stopped the last time; empty when it did not, or since it was poked again.
    public synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    private void work() {
        while (waitForPoke()) {
            try {
                boolean more = true;
                while (more && !closed) {
                    more = chore.step();
                }
            } catch (InterruptedException _) {
                return;
            } catch (Exception failed) {
                LOG.log(System.Logger.Level.WARNING, name + " stopped until it is asked again", failed);
                synchronized (this) {
                    failure = failed;
                }
            }
        }
    }

    private synchronized boolean waitForPoke() {
        try {
            while (!asked && !closed) {
                wait();
            }
            rest();
        } catch (InterruptedException _) {
            return false;
        }
        asked = false;
        failure = null;
        return !closed;
    }

    private synchronized void rest() throws InterruptedException {
        long until = System.nanoTime() + restMillis * 1_000_000;
        long left = restMillis;
        while (left > 0 && !closed) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }

    /// Ends after the step at hand, and waits for that end.
    @Override
    public void close() {
        Thread worker;
        synchronized (this) {
            closed = true;
            worker = thread;
            notifyAll();
        }
        boolean interrupted = false;
        while (worker != null && worker.isAlive() && !worker.equals(Thread.currentThread())) {
            try {
                worker.join();
            } catch (InterruptedException _) {
                interrupted = true; // the step at hand is short, and must not outlive what it works on
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
