package fettle.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where waiting for the network is done, so that the waiting caller can be interrupted at once.
public final class LightThreads {

    private LightThreads() {}

    /// One virtual thread per task. They are daemons: none keeps the process alive.
    public static ExecutorService executor(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 1).factory());
    }
}
