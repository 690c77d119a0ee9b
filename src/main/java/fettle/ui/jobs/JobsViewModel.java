package fettle.ui.jobs;

import fettle.job.JobState;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The jobs screen without its pixels: running work first, then what ended, newest first.
public final class JobsViewModel {

    private final Session session;
    private final LongSupplier clock;
    private final ObservableList<JobLine> lines = FXCollections.observableArrayList();

    /// `clock` is milliseconds since the epoch.
    public JobsViewModel(Session session, LongSupplier clock) {
        this.session = session;
        this.clock = clock;
        session.jobs().addListener((ListChangeListener<JobState>) _ -> read());
        read();
    }

    void stop(long id) {
        session.stop(id);
    }

    void goToStart() {
        session.goTo(session.hasProject().get() ? Place.SOURCES : Place.START);
    }

    private void read() {
        long now = clock.getAsLong();
        List<JobLine> all = session.jobs().stream().map(state -> JobLine.of(state, now)).toList();
        List<JobLine> running = all.stream().filter(line -> line.kind() == JobLine.Kind.RUNNING).toList();
        List<JobLine> ended = all.stream().filter(line -> line.kind() != JobLine.Kind.RUNNING).toList();
        if (lines.size() != all.size()) {
            lines.setAll(running);
            lines.addAll(ended);
            return;
        }
        for (int index = 0; index < lines.size(); index++) {
            JobLine line = index < running.size() ? running.get(index) : ended.get(index - running.size());
            if (!line.equals(lines.get(index))) {
                lines.set(index, line);
            }
        }
    }

    ObservableList<JobLine> lines() {
        return lines;
    }

    /// "1 running, 4 ended".
    static String note(List<JobLine> lines) {
        long running = lines.stream().filter(line -> line.kind() == JobLine.Kind.RUNNING).count();
        return lines.isEmpty() ? "" : running + " running, " + (lines.size() - running) + " ended";
    }
}
