package fettle.ui.source.intake;

import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.job.ExpectedException;
import fettle.job.Job;
import fettle.job.JobState;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.session.Chooser;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import fettle.ui.source.intake.ImportWork.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The import dialog without its pixels: which files are read, what they hold, what is mended, and the way in.
public final class IntakeViewModel implements ImportDialogs {

    /// One state at a time.
    sealed interface State {

        /// No dialog.
        record Closed() implements State {}

        /// Files are read, or have been; nothing is in the project.
        record Looking(Page page) implements State {}

        /// Rows are coming in.
        record Importing() implements State {}

        /// It was stopped; the person says whether what came stays.
        record Stopped(int came) implements State {}

        /// The receipt of an earlier import.
        record Stored(Source source, Receipt receipt, Page page) implements State {}
    }

    /// What the dialog shows of a file.
    sealed interface Page {

        record Summary() implements Page {}

        /// Every place of one kind.
        record Places(KindLine line, List<Receipt.Problem> places, int further) implements Page {}

        record Mapping(MappingViewModel mapping) implements Page {}
    }

    private static final Page SUMMARY = new Page.Summary();

    private final Session session;
    private final ImportWork work;
    private final Chooser chooser;
    private final Function<FileItem, MappingViewModel> mappings;
    private final ImportRun run;
    private final FileReads reads;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private @Nullable Job importing;

    /// `told` hears of imports that are done.
    public IntakeViewModel(Session session, ImportWork work, Chooser chooser, ImportRun.Told told,
            Moment.Maker moments) {
        this.session = session;
        this.work = work;
        this.chooser = chooser;
        this.mappings = item -> new MappingViewModel(session, work, item, moments, this::reread);
        this.run = new ImportRun(session, work, told);
        this.reads = new FileReads(session, work);
        session.projectProperty().subscribe(this::close);
    }

    // ---- commands ----

    @Override
    public void open(List<Path> places) {
        close();
        state.set(new State.Looking(SUMMARY));
        reads.begin(places, found -> {
            if (found == 0) {
                close();
                session.tell(new ExpectedException("empty-folder", "No file of rows was found there.",
                        "JSONL, JSON, CSV, TSV and XLSX files are rows."));
            }
        }, this::wasRead, this::close);
    }

    @Override
    public void openPasted(String text) {
        session.read(work.paste(text), outcome -> {
            if (outcome instanceof Outcome.Done<Path>(var file)) {
                open(List.of(file));
            }
            tellFailure(outcome);
        });
    }

    @Override
    public void openReceipt(Source source) {
        session.read(work.receipt(project(), source), outcome -> {
            if (outcome instanceof Outcome.Done<Optional<Receipt>>(var receipt)) {
                receipt.ifPresentOrElse(found -> show(source, found),
                        () -> session.tell(new ExpectedException("no-receipt", "No receipt of " + source.name()
                                + " is kept.", "Import it again to see one.")));
            }
            tellFailure(outcome);
        });
    }

    /// Shows a receipt, to be read only.
    void show(Source source, Receipt receipt) {
        close();
        state.set(new State.Stored(source, receipt, SUMMARY));
    }

    /// Closes the dialog. What is being read is left off; an import goes on behind it.
    void close() {
        if (importing != null) {
            importing = null;
            reads.rest();
        }
        reads.clear();
        state.set(new State.Closed());
    }

    /// Turns the repair of a kind on or off, in the selected file.
    void toggle(String kind) {
        reads.toggle(kind, this::close);
    }

    /// Reads the selected file in another way.
    void reread(ImportSettings settings) {
        state.set(new State.Looking(SUMMARY));
        reads.again(settings, this::wasRead, this::close);
    }

    /// Shows every place of a kind.
    void show(KindLine line) {
        switch (state.get()) {
            case State.Looking _ -> current().flatMap(FileItem::look).ifPresent(look -> state.set(new State.Looking(
                    places(line, look.stands().receipt(), look.mended().receipt()))));
            case State.Stored(var source, var receipt, _) -> state.set(new State.Stored(source, receipt,
                    places(line, receipt, receipt)));
            case State.Closed(),State.Importing(),State.Stopped _ -> {}
        }
    }

    private static Page places(KindLine line, Receipt stands, Receipt mended) {
        List<Receipt.Problem> places = line.places(stands, mended);
        return new Page.Places(line, places, Math.max(0, line.count() - places.size()));
    }

    /// Opens the mapping of the selected file.
    void map() {
        current().filter(item -> item.preview().isPresent())
                .ifPresent(item -> state.set(new State.Looking(new Page.Mapping(mappings.apply(item)))));
    }

    /// Goes back to the numbers.
    void back() {
        switch (state.get()) {
            case State.Looking _ -> state.set(new State.Looking(SUMMARY));
            case State.Stored(var source, var receipt, _) -> state.set(new State.Stored(source, receipt, SUMMARY));
            case State.Closed(),State.Importing(),State.Stopped _ -> {}
        }
    }

    /// Writes the refused rows of the selected file into a file of the person's choice.
    void export() {
        FileItem item = current().orElseThrow();
        String name = item.name();
        int dot = name.lastIndexOf('.');
        String proposed = dot < 0 ? name + "-refused" : name.substring(0, dot) + "-refused" + name.substring(dot);
        chooser.target("Write the refused rows", proposed).ifPresent(target -> session.work("Write refused rows",
                work.exportRefused(chosen(item, true), target), outcome -> {
                    if (outcome instanceof Outcome.Done<Integer>(var rows)) {
                        run.told().exported(rows, target);
                    }
                    tellFailure(outcome);
                }));
    }

    /// Brings everything in that can be, with the chosen repairs or with none.
    void bringIn(boolean mending) {
        if (!hindrance().isEmpty()) {
            return;
        }
        List<Choice> choices = files().stream().filter(item -> item.look().isPresent() && !item.needsMapping())
                .map(item -> chosen(item, mending)).toList();
        state.set(new State.Importing());
        var mine = new Ending();
        importing = run.start(project(), choices, mine);
        mine.job = importing;
        reads.follow(importing);
    }

    /// The end of an import, for as long as its dialog is there.
    private final class Ending implements ImportRun.Ended {

        private @Nullable Job job;

        @Override
        public void over() {
            if (isHere()) {
                importing = null;
                close();
            }
        }

        @Override
        public boolean asks(int came) {
            if (!isHere()) {
                return false;
            }
            importing = null;
            reads.rest();
            state.set(new State.Stopped(came));
            return true;
        }

        private boolean isHere() {
            return job != null && job.equals(importing);
        }
    }

    private static Choice chosen(FileItem item, boolean mending) {
        return mending
                ? new Choice(item.file(), item.choice().settings().mending(item.look().orElseThrow().repairKinds()))
                : item.choice();
    }

    /// Stops what is running: reading closes the dialog, an import asks what becomes of the rows that came.
    void stop() {
        if (importing != null) {
            importing.cancel();
        } else {
            close();
        }
    }

    /// After a stop: what came stays, or goes.
    void settle(boolean keep) {
        run.settle(keep);
        close();
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<FileItem> files() {
        return reads.files();
    }

    IntegerProperty selectedProperty() {
        return reads.selectedProperty();
    }

    /// The file that is looked at; empty while none is known.
    Optional<FileItem> current() {
        return reads.current();
    }

    /// What runs for the dialog; empty for nothing.
    ReadOnlyObjectProperty<Optional<JobState>> progressProperty() {
        return reads.progressProperty();
    }

    /// Of all files that are read.
    ImportCounts counts() {
        return ImportCounts.of(files().stream().flatMap(item -> item.look().stream()).toList());
    }

    /// Why nothing can be imported now; empty when something can.
    String hindrance() {
        if (!session.writable().get()) {
            return "This project can only be read.";
        }
        if (files().isEmpty() || reads.isBusy()) {
            return "Reading…";
        }
        return counts().imports() > 0
                ? ""
                : files().stream().anyMatch(FileItem::needsMapping)
                        ? "Say first which column is which."
                        : "No row can be imported.";
    }

    Session session() {
        return session;
    }

    // ---- what happens ----

    private void wasRead(FileItem item) {
        if (item.needsMapping() && current().filter(item::equals).isPresent()) {
            map();
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
