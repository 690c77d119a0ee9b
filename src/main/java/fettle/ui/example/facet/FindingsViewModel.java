package fettle.ui.example.facet;

import fettle.dataset.CheckDataset;
import fettle.dataset.CheckReport;
import fettle.dataset.Finding;
import fettle.example.ExampleFilter;
import fettle.example.ExampleStore;
import fettle.example.Step;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.token.TokenCounter;
import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the checks found, row by row, so that rows can be filtered by it. Few rows are checked by themselves, many when
/// the person asks; what was changed since is told.
public final class FindingsViewModel {

    /// Up to so many rows are checked without being asked.
    static final int FEW = 500;

    private static final long PAUSE_MILLIS = 1500;

    /// Where the checks stand.
    public sealed interface State {

        /// Nobody has checked yet.
        record Unchecked() implements State {}

        /// The checks run.
        ///
        /// @param job its id among the session's jobs
        record Checking(long job) implements State {}

        /// They are done.
        ///
        /// @param atMillis when, since the epoch
        /// @param changed rows that were changed since
        record Checked(long atMillis, int changed) implements State {}
    }

    private final Session session;
    private final TokenCounter counter;
    private final int limit;
    private final LongSupplier clock;
    private final Runnable derived;
    private final Moment pause;
    private final Reading<CheckReport> quiet;
    private final Reading<Integer> staleness;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Unchecked());
    private Map<String, long[]> rows = Map.of();
    private Optional<Job> job = Optional.empty();
    private long steps;
    private long checkedRevision = -1;
    private long startedRevision;

    /// What the checks need.
    ///
    /// @param counter counts tokens
    /// @param limit tokens that a row may have
    /// @param clock milliseconds since the epoch
    public record Means(TokenCounter counter, int limit, LongSupplier clock) {}

    /// `derived` runs when rows can be asked for their findings anew.
    public FindingsViewModel(Session session, Means means, Moment.Maker moments, Runnable derived) {
        this.session = session;
        this.counter = means.counter();
        this.limit = means.limit();
        this.clock = means.clock();
        this.derived = derived;
        this.pause = moments.of(PAUSE_MILLIS);
        this.quiet = new Reading<>(session, this::found);
        this.staleness = new Reading<>(session, this::changed);
        session.projectProperty().subscribe(_ -> begin());
        session.revisionProperty().addListener(_ -> revised());
    }

    // ---- commands ----

    /// Checks all kept rows, as a job that is seen and can be stopped.
    public void check() {
        session.projectProperty().get().ifPresent(project -> {
            State before = state.get();
            startedRevision = session.revisionProperty().get();
            Job started = session.work("Check the examples", checks(project.examples()), outcome -> {
                job = Optional.empty();
                switch (outcome) {
                    case Outcome.Done(var report) -> found(report);
                    case Outcome.Failed(var cause) -> {
                        state.set(before);
                        session.tell(cause);
                    }
                    case Outcome.Stopped() -> state.set(before);
                }
            });
            job = Optional.of(started);
            state.set(new State.Checking(started.id()));
        });
    }

    public void stop() {
        job.ifPresent(Job::cancel);
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What was found at a row: words of the checks.
    public List<String> of(long id) {
        return rows.entrySet().stream().filter(entry -> Arrays.binarySearch(entry.getValue(), id) >= 0)
                .map(Map.Entry::getKey).toList();
    }

    Session session() {
        return session;
    }

    // ---- what happens ----

    private CheckDataset checks(ExampleStore store) {
        return new CheckDataset(store, counter, limit);
    }

    private void begin() {
        job.ifPresent(Job::cancel);
        rows = Map.of();
        checkedRevision = -1;
        state.set(new State.Unchecked());
        session.projectProperty().get().ifPresent(_ -> pause.restart(this::checkFew));
    }

    private void revised() {
        if (job.isEmpty() && session.revisionProperty().get() != checkedRevision) {
            pause.restart(this::checkFew);
        }
    }

    /// Checks by itself where that is quick, else only says how old the findings are.
    private void checkFew() {
        session.projectProperty().get().filter(_ -> job.isEmpty()).ifPresent(project -> {
            ExampleStore store = project.examples();
            if (store.size() <= FEW) {
                startedRevision = session.revisionProperty().get();
                quiet.start(checks(store));
            } else if (state.get() instanceof State.Checked) {
                long since = steps;
                staleness.start(_ -> store.history().stream().filter(step -> step.number() > since)
                        .mapToInt(Step::rows).sum());
            }
        });
    }

    private void changed(int count) {
        if (state.get() instanceof State.Checked(long at, _)) {
            state.set(new State.Checked(at, count));
        }
    }

    private void found(CheckReport report) {
        session.projectProperty().get().ifPresent(project -> {
            ExampleStore store = project.examples();
            var byKind = new HashMap<String, long[]>();
            for (Finding finding : report.findings()) {
                if (!finding.examples().isEmpty()) {
                    byKind.put(finding.id(), finding.examples().stream().mapToLong(Long::longValue).sorted().toArray());
                }
            }
            Map<String, long[]> fresh = Map.copyOf(byKind);
            checkedRevision = startedRevision;
            session.<Long>read(_ -> {
                store.derive(ExampleFilter.FINDING_FIELD, fresh);
                return store.history().stream().mapToLong(Step::number).max().orElse(0);
            }, outcome -> {
                if (outcome instanceof Outcome.Done<Long>(var newest)) {
                    rows = fresh;
                    steps = newest;
                    state.set(new State.Checked(clock.getAsLong(), 0));
                    derived.run();
                }
            });
        });
    }
}
