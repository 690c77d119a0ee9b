package fettle.job;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs one action per item, at most `limit` at a time, and waits for all of them.
public final class FanOut {

    private FanOut() {}

    /// What is done with one item.
    @FunctionalInterface
    public interface Action<I> {

        void on(I item) throws Exception;
    }

    /// Calls `action` for each item on platform threads: for native code, which keeps its state by thread. Ends as
    /// [#each] does.
    public static <I> void onPlatformThreads(List<I> items, int limit, Action<I> action) throws Exception {
        try (var executor = Executors.newFixedThreadPool(limit,
                Thread.ofPlatform().daemon().name("part-", 1).factory())) {
            each(executor, items, limit, action);
        }
    }

    /// Calls `action` for each item on virtual threads: for work that mostly waits. The first exception stops the rest and is thrown here; when this thread is
    /// interrupted, the running actions are interrupted too, and InterruptedException is thrown after they ended.
    public static <I> void each(List<I> items, int limit, Action<I> action) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            each(executor, items, limit, action);
        }
    }

    private static <I> void each(ExecutorService executor, List<I> items, int limit, Action<I> action)
            throws Exception {
        var done = new ExecutorCompletionService<Void>(executor);
        int started = 0;
        int finished = 0;
        try {
            while (finished < items.size()) {
                while (started < items.size() && started - finished < limit) {
                    I item = items.get(started++);
                    done.submit(() -> {
                        action.on(item);
                        return null;
                    });
                }
                done.take().get();
                finished++;
            }
        } catch (ExecutionException failed) {
            executor.shutdownNow();
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        } catch (InterruptedException stopped) {
            executor.shutdownNow();
            throw stopped;
        }
    }
}
