package fettle.ui.session;

import fettle.job.Job;
import fettle.job.JobState;
import fettle.job.Jobs;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.project.Project;
import fettle.ui.control.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the window knows: the open project, its counts, running work, where the person is. Screen thread only; all that
/// reads or writes the disk goes through [#work] or [#read].
public final class Session {

    private final Jobs jobs;
    private final Jobs reads;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<Optional<Project>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ReadOnlyObjectWrapper<Destination> destination = new ReadOnlyObjectWrapper<>(
            new Destination(Place.START, ""));
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty offline = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ObservableList<JobState> jobStates = FXCollections.observableArrayList();
    private final List<Job> handles = new ArrayList<>();
    private final List<Supplier<Work<?>>> closers = new ArrayList<>();
    private final List<Supplier<Work<?>>> settlers = new ArrayList<>();
    private final AtomicBoolean changeAsked = new AtomicBoolean();
    private final Commands commands = new Commands();
    private final Appearance appearance = new Appearance();
    private final BooleanBinding hasProject = Bindings.createBooleanBinding(() -> project.get().isPresent(), project);
    private final BooleanBinding writable = Bindings.createBooleanBinding(
            () -> project.get().map(open -> open.holder().isEmpty()).orElse(false), project);
    private final Reading<Counts> counting = new Reading<>(this, counts::set);

    /// `jobs` runs what people watch; `reads` what only fills a screen; both report on `screen`.
    public Session(Jobs jobs, Jobs reads, Executor screen) {
        this.jobs = jobs;
        this.reads = reads;
        this.screen = screen;
        jobs.watch(this::jobReported);
    }

    // ---- commands ----

    /// Starts work that the person can watch and stop. What it changed is read again when it ends.
    public <T> Job work(String title, Work<T> work, Consumer<Outcome<T>> whenEnded) {
        Job job = jobs.start(title, work, outcome -> {
            whenEnded.accept(outcome);
            changed();
        });
        handles.add(job);
        return job;
    }

    /// Reads for a screen, unseen.
    public <T> Job read(Work<T> work, Consumer<Outcome<T>> whenEnded) {
        return reads.start("Read", work, whenEnded);
    }

    /// Whether nothing is being read or written for a screen. What was read last may still be on its way to it.
    public boolean isQuiet() {
        return reads.running().isEmpty();
    }

    /// Asks a running job to stop.
    public void stop(long jobId) {
        handles.stream().filter(job -> job.id() == jobId).toList().forEach(Job::cancel);
    }

    /// Hears before a project closes; the work it returns is done first, away from the screen. So nothing typed is lost.
    public void beforeClosing(Supplier<Work<?>> last) {
        closers.add(last);
    }

    /// Hears before the project goes to another step of its history; the work it returns is done first, away from the
    /// screen. So what was typed just before comes before it.
    public void beforeMoving(Supplier<Work<?>> first) {
        settlers.add(first);
    }

    /// Moves the project in its history, once all that was typed before is written.
    public <T> Job move(Work<T> work, Consumer<Outcome<T>> whenEnded) {
        List<Work<?>> first = settlers.stream().<Work<?>>map(Supplier::get).toList();
        return read(progress -> {
            for (Work<?> settle : first) {
                settle.run(progress);
            }
            return work.run(progress);
        }, whenEnded);
    }

    /// Shows a project that has been opened; the one before it is closed.
    public void open(Project opened) {
        project.get().ifPresent(this::close);
        opened.examples().onChange(this::changedElsewhere);
        project.set(Optional.of(opened));
        changed();
    }

    /// Closes the open project and goes back to the start.
    public void closeProject() {
        project.get().ifPresent(this::close);
        project.set(Optional.empty());
        counts.set(Counts.NONE);
        goTo(Place.START);
    }

    public void goTo(Place place) {
        show(place, "");
    }

    /// Goes to a screen and shows one thing there.
    public void show(Place place, String detail) {
        if (place.needsProject() && project.get().isEmpty()) {
            return;
        }
        destination.set(new Destination(place, detail));
    }

    /// Says that the project changed: every screen that shows it reads again.
    public void changed() {
        revision.set(revision.get() + 1);
        project.get().ifPresent(open -> counting.start(new Counts.Read(open)));
    }

    /// Shows a failure where the person is.
    public void tell(Throwable cause) {
        problem.set(Optional.of(Problem.of(cause)));
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<Optional<Project>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public BooleanBinding hasProject() {
        return hasProject;
    }

    /// Whether a project is open and this process may change it.
    public BooleanBinding writable() {
        return writable;
    }

    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// Grows with each change of the project.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Running and ended work, newest first.
    public ObservableList<JobState> jobs() {
        return FXCollections.unmodifiableObservableList(jobStates);
    }

    public ReadOnlyObjectProperty<Destination> destinationProperty() {
        return destination.getReadOnlyProperty();
    }

    /// The problem that the shell shows under the top bar; empty for none.
    public ObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }

    /// Whether nothing may leave this machine.
    public BooleanProperty offlineProperty() {
        return offline;
    }

    public Commands commands() {
        return commands;
    }

    public Appearance appearance() {
        return appearance;
    }

    // ---- what others report ----

    private void jobReported(JobState state) {
        if (!state.running()) {
            handles.removeIf(handle -> handle.id() == state.id());
        }
        for (int index = 0; index < jobStates.size(); index++) {
            if (jobStates.get(index).id() == state.id()) {
                jobStates.set(index, state);
                return;
            }
        }
        jobStates.addFirst(state);
    }

    private void changedElsewhere() {
        if (changeAsked.compareAndSet(false, true)) {
            screen.execute(() -> {
                changeAsked.set(false);
                changed();
            });
        }
    }

    private void close(Project open) {
        List<Work<?>> last = closers.stream().<Work<?>>map(Supplier::get).toList();
        read(progress -> {
            try {
                for (Work<?> work : last) {
                    work.run(progress);
                }
            } finally {
                open.close();
            }
            return open.name();
        }, outcome -> {
            if (outcome instanceof Outcome.Failed<String>(var cause)) {
                tell(cause);
            }
        });
    }
}
