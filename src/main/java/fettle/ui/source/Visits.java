package fettle.ui.source;

import fettle.job.ExpectedException;
import fettle.job.Job;
import fettle.job.JobState;
import fettle.job.Outcome;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.ui.control.Problem;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// The reading of sources: a job for each, those of one order one after the other, and what is known of how they ended.
/// Screen thread only.
final class Visits {

    private final Session session;
    private final Intake intake;
    private final ObservableMap<String, Activity> activities = FXCollections
            .observableMap(new LinkedHashMap<>()); // those begun first stand first
    private final ObservableMap<Long, JobState> progress = FXCollections.observableHashMap();
    private final Map<String, SourceSettings> cleaning = new HashMap<>();
    private final Map<String, Job> running = new HashMap<>();
    private final ObservableList<JobState> jobs; // held, since it listens weakly

    Visits(Session session, Intake intake) {
        this.session = session;
        this.intake = intake;
        this.jobs = session.jobs();
        jobs.addListener(this::jobsReported);
    }

    /// What is going on, or came of it last, by the key of a visit.
    ObservableMap<String, Activity> activities() {
        return activities;
    }

    /// What the running jobs say of themselves, by their numbers.
    ObservableMap<Long, JobState> progress() {
        return progress;
    }

    Activity of(String key) {
        return activities.getOrDefault(key, new Activity.Idle());
    }

    /// Reads sources one after the other. One that is being read already is left to that.
    void start(List<Visit> inOrder) {
        var waiting = new ArrayDeque<Visit>();
        for (Visit visit : inOrder) {
            if (of(visit.key()).isWorking()) {
                continue;
            }
            if (session.offlineProperty().get() && leaves(visit)) {
                activities.put(visit.key(), new Activity.Failed(offline()));
            } else {
                activities.put(visit.key(), new Activity.Waiting());
                waiting.add(visit);
            }
        }
        next(project(), waiting);
    }

    private void next(Project project, Deque<Visit> waiting) {
        Visit visit = waiting.poll();
        if (visit == null || !session.projectProperty().get().equals(Optional.of(project))) {
            return;
        }
        if (!(of(visit.key()) instanceof Activity.Waiting)) { // taken away by the person
            next(project, waiting);
            return;
        }
        begin(visit.key(), "Read " + SourceWords.title(visit.kind(), visit.location()),
                intake.documents(project, visit.locations(), visit.settings()), () -> next(project, waiting));
    }

    /// Cleans the texts of a source again. Asked while it is being cleaned, it is done once more afterwards.
    void clean(Source source, SourceSettings settings) {
        String key = Visit.key(source);
        cleaning.put(key, settings);
        if (!of(key).isWorking()) {
            clean(project(), source);
        }
    }

    private void clean(Project project, Source source) {
        String key = Visit.key(source);
        SourceSettings settings = cleaning.get(key);
        if (settings == null || !session.projectProperty().get().equals(Optional.of(project))) {
            return;
        }
        begin(key, "Clean " + SourceWords.title(source), intake.clean(project, source, settings), () -> {
            if (cleaning.remove(key, settings)) {
                return;
            }
            clean(project, source);
        });
    }

    /// The settings that a source is being cleaned under; empty while it is not.
    Optional<SourceSettings> cleaningUnder(Source source) {
        return Optional.ofNullable(cleaning.get(Visit.key(source)));
    }

    private void begin(String key, String title, Work<Source> work, Runnable then) {
        Job job = session.work(title, work, outcome -> {
            running.remove(key);
            ended(key, outcome);
            then.run();
        });
        running.put(key, job);
        activities.put(key, new Activity.Busy(job.id()));
    }

    private void ended(String key, Outcome<Source> outcome) {
        switch (outcome) {
            case Outcome.Done<Source> _ -> activities.remove(key);
            case Outcome.Failed(var cause) -> activities.put(key, new Activity.Failed(Problem.of(cause)));
            case Outcome.Stopped() -> activities.put(key, new Activity.Halted());
        }
    }

    /// Stops what is going on with a source, or takes it out of the order.
    void stop(String key) {
        Job job = running.get(key);
        if (job != null) {
            job.cancel();
        } else if (of(key) instanceof Activity.Waiting) {
            activities.put(key, new Activity.Halted());
        }
    }

    /// Forgets what came of it last.
    void forget(String key) {
        if (!of(key).isWorking()) {
            activities.remove(key);
        }
    }

    /// Looks for changes, one source after the other, in one job that can be watched.
    void look(List<Source> sources) {
        List<Source> online = sources.stream().filter(source -> !session.offlineProperty().get()
                || !SourceWords.leaves(source.kind(), source.location())).toList();
        sources.stream().filter(source -> !online.contains(source))
                .forEach(source -> activities.put(Visit.key(source), new Activity.Failed(offline())));
        if (!online.isEmpty()) {
            session.work("Look for changes", looking(online), this::looked);
        }
    }

    /// The same, unseen.
    void lookQuietly(List<Source> sources) {
        if (!sources.isEmpty()) {
            session.read(looking(sources), this::looked);
        }
    }

    private Work<Map<String, Activity>> looking(List<Source> sources) {
        Project project = project();
        return progress -> {
            var found = new LinkedHashMap<String, Activity>();
            for (Source source : sources) {
                progress.report(found.size(), sources.size(), SourceWords.title(source));
                progress.stopIfCancelled();
                found.put(Visit.key(source), lookOne(project, source, progress));
            }
            return found;
        };
    }

    private Activity lookOne(Project project, Source source, Progress progress)
            throws IOException, InterruptedException {
        try {
            int changes = intake.changes(project, source).run(progress);
            return new Activity.Looked(changes, System.currentTimeMillis());
        } catch (ExpectedException expected) {
            return new Activity.Failed(Problem.of(expected));
        } catch (IOException | InterruptedException failed) {
            throw failed;
        } catch (Exception bug) {
            throw new IllegalStateException(bug);
        }
    }

    private void looked(Outcome<Map<String, Activity>> outcome) {
        switch (outcome) {
            case Outcome.Done(var found) -> found.forEach((key, activity) -> {
                if (!of(key).isWorking()) {
                    activities.put(key, activity);
                }
            });
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
    }

    /// Another project is open now.
    void clear() {
        activities.clear();
        running.clear();
        cleaning.clear();
    }

    private void jobsReported(ListChangeListener.Change<? extends JobState> change) {
        while (change.next()) {
            for (JobState state : change.getAddedSubList()) {
                if (state.running()) {
                    progress.put(state.id(), state);
                } else {
                    progress.remove(state.id());
                }
            }
        }
    }

    private static boolean leaves(Visit visit) {
        return visit.locations().stream().anyMatch(location -> SourceWords.leaves(visit.kind(), location));
    }

    private static Problem offline() {
        return new Problem("Fettle is offline, so nothing was asked of the network.",
                "Switch “Offline” off at the top, then refresh.", "");
    }

    private Project project() {
        return session.projectProperty().get().orElseThrow();
    }
}
