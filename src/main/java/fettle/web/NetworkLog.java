package fettle.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What went out and came in: each call, never its content and never a key. Keeps the last 1,000.
public final class NetworkLog {

    private static final int KEPT = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final CopyOnWriteArrayList<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();

    /// One call that has ended.
    ///
    /// @param time when it began
    /// @param host with its port when that is not the usual one
    /// @param bytesOut of the body sent
    /// @param bytesIn of the body received
    /// @param status 0 when no answer came
    /// @param problem empty, or how it broke: a [WebException.Kind] in lower case
    public record Entry(Instant time, String host, String purpose, String method, long bytesOut, long bytesIn,
            int status, long millis, String problem) {}

    /// Oldest first.
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /// Calls `listener` with each new entry, on the thread that made the call.
    public void onEntry(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    void add(Entry entry) {
        synchronized (entries) {
            if (entries.size() == KEPT) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
        listeners.forEach(listener -> listener.accept(entry));
    }
}
