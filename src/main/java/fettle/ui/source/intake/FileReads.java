package fettle.ui.source.intake;

import fettle.example.ImportSettings;
import fettle.example.Preview;
import fettle.job.Job;
import fettle.job.JobState;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.project.Project;
import fettle.ui.control.Problem;
import fettle.ui.session.Session;
import fettle.ui.source.intake.FileItem.Status;
import fettle.ui.source.intake.ImportWork.Choice;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of one dialog, read one after the other, and again when they are to be read in another way. What an earlier
/// dialog still reads is stopped, and its answer dropped.
final class FileReads {

    private final Session session;
    private final ImportWork work;
    private final ObservableList<FileItem> files = FXCollections.observableArrayList();
    private final ObservableList<FileItem> shown = FXCollections.unmodifiableObservableList(files);
    private final ObservableList<JobState> jobs; // kept: a view of a list that nobody holds no longer tells changes
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Optional<JobState>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Job job;
    private long begun;

    FileReads(Session session, ImportWork work) {
        this.session = session;
        this.work = work;
        this.jobs = session.jobs();
        jobs.addListener((ListChangeListener<JobState>) _ -> watch());
    }

    // ---- commands ----

    /// Finds the files at places and reads each. `found` hears how many there are, `read` when one was read to its end,
    /// `over` when it failed or was stopped before any was found.
    void begin(List<Path> places, Consumer<Integer> found, Consumer<FileItem> read, Runnable over) {
        String name = places.size() == 1 ? String.valueOf(places.getFirst().getFileName()) : places.size() + " files";
        start("Look at " + name, work.files(project(), places), outcome -> {
            if (outcome instanceof Outcome.Done<List<Choice>>(var choices)) {
                files.setAll(choices.stream().map(FileItem::new).toList());
                selected.set(0);
                found.accept(choices.size());
                next(read, over);
            } else {
                over.run();
                tellFailure(outcome);
            }
        });
    }

    /// Reads the selected file in another way.
    void again(ImportSettings settings, Consumer<FileItem> read, Runnable over) {
        if (job != null) {
            return;
        }
        int index = selected.get();
        files.set(index, new FileItem(new Choice(files.get(index).file(), settings)));
        next(read, over);
    }

    /// Turns the repair of a kind on or off in the selected file, and reads it so.
    void toggle(String kind, Runnable over) {
        int index = selected.get();
        FileItem item = files.get(index);
        item.look().filter(look -> look.repairable().contains(kind) && job == null).ifPresent(look -> {
            Set<String> kinds = new HashSet<>(look.repairs());
            if (!kinds.remove(kind)) {
                kinds.add(kind);
            }
            start("Read " + item.name(), look.choosing(item.choice(), Set.copyOf(kinds), this::reading), outcome -> {
                if (outcome instanceof Outcome.Done<Look>(var fresh)) {
                    files.set(index, item.with(new Status.Read(fresh)));
                } else {
                    over.run();
                    tellFailure(outcome);
                }
            });
        });
    }

    /// Forgets all files; what is read is stopped.
    void clear() {
        begun++;
        if (job != null) {
            job.cancel();
        }
        rest();
        files.clear();
    }

    /// Shows the progress of a job that somebody else started, instead.
    void follow(Job other) {
        job = other;
    }

    /// Nothing runs for the dialog any more.
    void rest() {
        job = null;
        progress.set(Optional.empty());
    }

    // ---- properties ----

    ObservableList<FileItem> files() {
        return shown;
    }

    IntegerProperty selectedProperty() {
        return selected;
    }

    /// The selected file; empty while none is known.
    Optional<FileItem> current() {
        return selected.get() >= 0 && selected.get() < files.size()
                ? Optional.of(files.get(selected.get()))
                : Optional.empty();
    }

    boolean isBusy() {
        return job != null;
    }

    /// What runs for the dialog; empty for nothing.
    ReadOnlyObjectProperty<Optional<JobState>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // ---- reading ----

    private void next(Consumer<FileItem> read, Runnable over) {
        IntStream.range(0, files.size()).filter(index -> files.get(index).status() instanceof Status.Waiting)
                .findFirst().ifPresent(index -> read(index, read, over));
    }

    private void read(int index, Consumer<FileItem> read, Runnable over) {
        FileItem item = files.get(index);
        files.set(index, item.with(new Status.Reading()));
        start("Read " + item.name(), Look.at(item.choice(), this::reading), outcome -> {
            switch (outcome) {
                case Outcome.Done<Look>(var look) -> files.set(index, item.with(status(look)));
                case Outcome.Failed<Look>(var cause) -> files.set(index, item.with(failed(cause)));
                case Outcome.Stopped<Look>() -> {
                    over.run();
                    return;
                }
            }
            next(read, over);
            read.accept(files.get(index));
        });
    }

    private Work<Preview> reading(Choice choice) {
        return work.read(project(), choice);
    }

    /// A file that could not be opened has no preview, and its receipt says why.
    private static Status status(Look look) {
        if (!look.chosen().files().isEmpty()) {
            return new Status.Read(look);
        }
        return look.receipt().problems().stream().findFirst()
                .map(problem -> new Status.Failed(problem.message(), problem.repair()))
                .orElseGet(() -> new Status.Failed("Nothing of it could be read.", ""));
    }

    private static Status failed(Throwable cause) {
        var problem = Problem.of(cause);
        return new Status.Failed(problem.sentence(), problem.next());
    }

    private <T> void start(String title, Work<T> what, Consumer<Outcome<T>> then) {
        long mine = begun;
        job = session.work(title, what, outcome -> {
            if (mine == begun) {
                rest();
                then.accept(outcome);
            }
        });
    }

    private void watch() {
        Job mine = job;
        if (mine != null) {
            progress.set(jobs.stream().filter(each -> each.id() == mine.id() && each.running()).findFirst());
        }
    }

    private void tellFailure(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var cause)) {
            session.tell(cause);
        }
    }

    private Project project() {
        return session.projectProperty().get().orElseThrow();
    }
}
