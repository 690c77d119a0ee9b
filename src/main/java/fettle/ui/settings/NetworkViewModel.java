package fettle.ui.settings;

import fettle.ui.session.Session;
import fettle.ui.session.Words;
import fettle.web.NetworkLog;
import fettle.web.NetworkLog.Entry;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What went out, without its pixels: newest first, and how much it was.
public final class NetworkViewModel {

    private final Session session;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableValue<String> summary = Bindings.createStringBinding(this::summaryNow, entries);

    /// `screen` runs on the screen thread what other threads report.
    public NetworkViewModel(Session session, NetworkLog log, Executor screen) {
        this.session = session;
        entries.setAll(log.entries().reversed());
        log.onEntry(_ -> screen.execute(() -> entries.setAll(log.entries().reversed())));
    }

    ObservableList<Entry> entries() {
        return FXCollections.unmodifiableObservableList(entries);
    }

    /// "3 calls · 2 kB out · 48 kB in".
    ObservableValue<String> summary() {
        return summary;
    }

    Session session() {
        return session;
    }

    /// How a call ended: its status and time, or how it broke.
    static String outcome(Entry entry) {
        String how = entry.problem().isEmpty() ? Integer.toString(entry.status()) : brokenBy(entry.problem());
        return how + " · " + (entry.millis() < 1_000 ? entry.millis() + " ms" : Words.duration(entry.millis()));
    }

    /// "412 bytes out · 3 kB in".
    static String sizes(Entry entry) {
        return bytes(entry.bytesOut()) + " out · " + bytes(entry.bytesIn()) + " in";
    }

    private String summaryNow() {
        if (entries.isEmpty()) {
            return "";
        }
        long out = entries.stream().mapToLong(Entry::bytesOut).sum();
        long in = entries.stream().mapToLong(Entry::bytesIn).sum();
        return "%s · %s out · %s in".formatted(Words.count(entries.size(), "call", "calls"), bytes(out), bytes(in));
    }

    private static String brokenBy(String problem) {
        return problem.replace('_', ' ').replace('-', ' ');
    }

    private static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ENGLISH, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6);
    }
}
