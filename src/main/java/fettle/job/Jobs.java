package fettle.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Runs work away from the screen, one daemon platform thread per job. Everything it reports arrives on the `screen`
/// executor, in order; fast progress is merged into the latest.
public final class Jobs {

    private final ThreadFactory threads = Thread.ofPlatform().daemon().name("job-", 1).factory();
    private final AtomicLong lastId = new AtomicLong();
    private final Executor screen;
    private final LongSupplier clock;
    private final List<Consumer<JobState>> watchers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Running<?>> running = new ConcurrentLinkedQueue<>();

    /// `screen` runs what is reported; `clock` is milliseconds since the epoch.
    public Jobs(Executor screen, LongSupplier clock) {
        this.screen = screen;
        this.clock = clock;
    }

    public Jobs(Executor screen) {
        this(screen, System::currentTimeMillis);
    }

    /// Tells `watcher` each new state of every job, on the screen executor. Call before jobs are started.
    public void watch(Consumer<JobState> watcher) {
        watchers.add(watcher);
    }

    /// Starts work. `whenEnded` is called exactly once, on the screen executor, also when it is cancelled at once.
    public <T> Job start(String title, Work<T> work, Consumer<Outcome<T>> whenEnded) {
        var job = new Running<T>(lastId.incrementAndGet(), title, whenEnded);
        running.add(job);
        job.start(work);
        return job;
    }

    /// Jobs that have not ended.
    public List<Job> running() {
        return List.copyOf(running);
    }

    /// Cancels all and waits for their ends, at most `millis` milliseconds in all.
    public void stopAll(long millis) throws InterruptedException {
        running.forEach(Running::cancel);
        long until = System.nanoTime() + millis * 1_000_000;
        for (Running<?> job : running) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left > 0) {
                job.join(left);
            }
        }
    }

    private final class Running<T> implements Job, Progress {

        private final long id;
        private final String title;
        private final Consumer<Outcome<T>> whenEnded;
        private final long startedMillis = clock.getAsLong();
        private final AtomicBoolean drawingAsked = new AtomicBoolean();
        private volatile Reported latest = new Reported(0, 0, "");
        private volatile boolean cancelled;
        private volatile boolean ended;
        private Thread worker = Thread.currentThread(); // replaced by start()

        Running(long id, String title, Consumer<Outcome<T>> whenEnded) {
            this.id = id;
            this.title = title;
            this.whenEnded = whenEnded;
        }

        synchronized void start(Work<T> work) {
            worker = threads.newThread(() -> {
                Outcome<T> outcome = run(work);
                ended = true;
                running.remove(this);
                screen.execute(() -> {
                    tell(state(Optional.of(outcome)));
                    whenEnded.accept(outcome);
                });
            });
            screen.execute(() -> tell(state(Optional.empty())));
            worker.start();
        }

        private Outcome<T> run(Work<T> work) {
            try {
                return new Outcome.Done<>(work.run(this));
            } catch (InterruptedException _) {
                return new Outcome.Stopped<>();
            } catch (Throwable cause) { // an Error too: a missing native library must reach the screen
                return cancelled ? new Outcome.Stopped<>() : new Outcome.Failed<>(cause);
            }
        }

        @Override
        public void report(long done, long total, String note) {
            latest = new Reported(done, total, note);
            if (drawingAsked.compareAndSet(false, true)) {
                screen.execute(() -> {
                    drawingAsked.set(false);
                    if (!ended) {
                        tell(state(Optional.empty()));
                    }
                });
            }
        }

        @Override
        public void stopIfCancelled() throws InterruptedException {
            if (cancelled || Thread.interrupted()) {
                throw new InterruptedException("stopped");
            }
        }

        private JobState state(Optional<Outcome<?>> ending) {
            Reported now = latest;
            Optional<Long> endedMillis = ending.isPresent() ? Optional.of(clock.getAsLong()) : Optional.empty();
            return new JobState(id, title, startedMillis, endedMillis, now.done, now.total, now.note, ending);
        }

        private void tell(JobState state) {
            watchers.forEach(watcher -> watcher.accept(state));
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            worker.interrupt();
        }

        private void join(long millis) throws InterruptedException {
            Thread thread;
            synchronized (this) {
                thread = worker;
            }
            thread.join(millis);
        }
    }

    private record Reported(long done, long total, String note) {}
}
