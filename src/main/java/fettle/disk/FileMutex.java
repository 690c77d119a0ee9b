package fettle.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time, among all threads and processes of this machine: for a file that is read, changed and written back. The
/// system gives the lock back when a process dies.
public final class FileMutex {

    /// A file lock belongs to the whole process, so its threads need a lock of their own.
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private FileMutex() {}

    /// What is done meanwhile.
    @FunctionalInterface
    public interface Action<T> {

        T run() throws IOException;
    }

    /// Waits its turn, and runs the action. `file` is an empty file of its own, made when it is absent. An interruption
    /// that comes meanwhile is kept for later.
    public static <T> T holding(Path file, Action<T> action) throws IOException {
        Path place = file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ReentrantLock threads = THREADS.computeIfAbsent(place, _ -> new ReentrantLock());
        boolean interrupted = Thread.interrupted(); // a channel would close itself
        threads.lock();
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException(place + " cannot be locked.");
            }
            return action.run();
        } finally {
            threads.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
