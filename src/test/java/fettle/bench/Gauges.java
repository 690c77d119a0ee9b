package fettle.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Clocks and meters of this process.
public final class Gauges {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final AtomicLong LONGEST_PAUSE = new AtomicLong();

    private Gauges() {}

    /// What is timed.
    @FunctionalInterface
    public interface Action {

        void run() throws Exception;
    }

    /// Seconds on the clock.
    public static double wall(Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /// Seconds of the processor, of this thread alone.
    public static double cpu(Action action) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        action.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }

    /// Seconds of the processor that threads of this name have used so far.
    public static double cpuOf(String threadName) {
        long sum = 0;
        for (ThreadInfo thread : THREADS.dumpAllThreads(false, false)) {
            if (thread.getThreadName().equals(threadName)) {
                sum += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum / 1e9;
    }

    public static double median(double... values) {
        return share(0.5, values);
    }

    /// The value below which that share of the values lies.
    public static double share(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))];
    }

    /// Megabytes of memory that the process has had at most; 0 where the system does not tell.
    public static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return 0;
    }

    /// From now on pauses of the collector are heeded.
    public static void watchPauses() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter && !collector.getName().contains("Concurrent")) {
                emitter.addNotificationListener((notification, _) -> {
                    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
                    LONGEST_PAUSE.accumulateAndGet(info.getGcInfo().getDuration(), Math::max);
                }, null, null);
            }
        }
    }

    /// Milliseconds of the longest pause since it was asked last.
    public static long longestPause() {
        return LONGEST_PAUSE.getAndSet(0);
    }
}
