package fettle.ui.source;

import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.example.Step;
import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.session.Chooser;
import fettle.ui.session.Command;
import fettle.ui.session.Counts;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/// The sources without their pixels: what is there, what is chosen, what was just imported.
public final class SourcesViewModel {

    /// One state at a time.
    public sealed interface State {
        record Reading() implements State {}

        record Empty() implements State {}

        record Listed(List<Source> sources) implements State {}
    }

    /// An import that has just ended.
    ///
    /// @param step number of its step in the history; 0 when it made none
    record Imported(List<Path> files, Receipt receipt, long step) {}

    private static final Set<String> ROWS = Set.of("jsonl", "ndjson", "json", "csv", "tsv");

    private final Session session;
    private final Intake intake;
    private final Chooser chooser;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ObjectProperty<Optional<Source>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SourceDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Imported>> imported = new SimpleObjectProperty<>(Optional.empty());
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Reading<List<Source>> listing;
    private final Reading<SourceDetail> opening;

    public SourcesViewModel(Session session, Intake intake, Chooser chooser) {
        this.session = session;
        this.intake = intake;
        this.chooser = chooser;
        this.listing = new Reading<>(session, this::listed);
        this.opening = new Reading<>(session, read -> detail.set(Optional.of(read)));
        session.revisionProperty().subscribe(this::list);
        session.projectProperty().subscribe(receipts::clear);
        chosen.subscribe(this::opened);
        session.commands().add(
                Command.of("add-folder", "Add a folder of documents…", Feather.FOLDER_PLUS, this::addFolder)
                        .keys("Shift+Shortcut+O").when(session.writable()),
                Command.of("import-examples", "Import examples from files…", Feather.DOWNLOAD, this::addFiles)
                        .keys("Shortcut+I").when(session.writable()));
    }

    // ---- commands ----

    void addFolder() {
        chooser.folder("Add a folder of documents").ifPresent(folder -> collect(folder.toString()));
    }

    public void addFiles() {
        List<Path> files = chooser.files("Import examples");
        if (!files.isEmpty()) {
            importFiles(files, ImportSettings.RECOGNISE);
        }
    }

    /// Takes what was dropped: files of rows are imported together, everything else is read as documents.
    public void bringIn(List<Path> paths) {
        if (!session.writable().get()) {
            session.tell(new ExpectedException("read-only", "This project can only be read.",
                    "Close it in the other window first."));
            return;
        }
        List<Path> rows = paths.stream().filter(SourcesViewModel::holdsRows).toList();
        if (!rows.isEmpty()) {
            importFiles(rows, ImportSettings.RECOGNISE);
        }
        paths.stream().filter(path -> !rows.contains(path)).forEach(path -> collect(path.toString()));
    }

    /// Reads a source again.
    void refresh(Source source) {
        switch (source.kind()) {
            case FOLDER, GITHUB, GIT, ARTICLES -> collect(source.location());
            case EXAMPLES -> importFiles(List.of(Path.of(source.location())), ImportSettings.RECOGNISE);
        }
    }

    /// Takes an import back, as a whole, if nothing came after it.
    void undo(Imported what) {
        session.work("Undo the import", _ -> takeBack(project(), what), this::tellFailure);
    }

    /// Takes an import back and does it again, mending what can be mended.
    void repair(Imported what) {
        Project project = project();
        var settings = ImportSettings.RECOGNISE.mending(RepairKinds.ALL);
        session.work("Import again with repairs", progress -> {
            takeBack(project, what);
            return done(project, what.files(), intake.examples(project, what.files(), settings).run(progress));
        }, this::importEnded);
    }

    void showDocuments() {
        session.goTo(Place.DOCUMENTS);
    }

    void showExamples() {
        session.goTo(Place.EXAMPLES);
    }

    private void collect(String location) {
        Project project = project();
        session.work("Read " + name(location), intake.documents(project, location), outcome -> {
            if (outcome instanceof Outcome.Done<Source>(var source)) {
                chosen.set(Optional.of(source));
            }
            tellFailure(outcome);
        });
    }

    private void importFiles(List<Path> files, ImportSettings settings) {
        Project project = project();
        String title = files.size() == 1
                ? "Import " + name(files.getFirst().toString())
                : "Import " + files.size() + " files";
        session.work(title, progress -> done(project, files, intake.examples(project, files, settings).run(progress)),
                this::importEnded);
    }

    private static Imported done(Project project, List<Path> files, Receipt receipt) throws IOException {
        List<Step> history = project.examples().history();
        long step = receipt.kept() == 0 || history.isEmpty() ? 0 : history.getLast().number();
        return new Imported(files, receipt, step);
    }

    private static Imported takeBack(Project project, Imported what) throws IOException {
        Optional<Step> last = project.examples().history().reversed().stream().filter(Step::done).findFirst();
        if (what.step() == 0) {
            return what;
        }
        if (last.isEmpty() || last.get().number() != what.step()) {
            throw new ExpectedException("later-steps", "Other changes came after this import.",
                    "Go back to before it in the history.");
        }
        project.examples().undo();
        return what;
    }

    private void importEnded(Outcome<Imported> outcome) {
        if (outcome instanceof Outcome.Done<Imported>(var what)) {
            what.files().forEach(file -> receipts.put(file.toString(), what.receipt()));
            imported.set(Optional.of(what));
        }
        tellFailure(outcome);
    }

    private void tellFailure(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var cause)) {
            session.tell(cause);
        }
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Source>> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<Optional<SourceDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// The import whose receipt the person should read now; the view empties it.
    ObjectProperty<Optional<Imported>> importedProperty() {
        return imported;
    }

    ObservableValue<String> note() {
        return session.countsProperty().map(SourcesViewModel::note);
    }

    private static String note(Counts counts) {
        return counts.sources() == 0
                ? ""
                : String.join(", ", Words.count(counts.sources(), "source", "sources"),
                        Words.count(counts.documents(), "document", "documents"),
                        Words.count(counts.examples(), "example", "examples"));
    }

    Session session() {
        return session;
    }

    private void list() {
        session.projectProperty().get().ifPresent(project -> listing.start(_ -> project.sources().sources()));
    }

    private void listed(List<Source> sources) {
        state.set(sources.isEmpty() ? new State.Empty() : new State.Listed(sources));
        Optional<Source> before = chosen.get();
        Optional<Source> same = sources.stream().filter(source -> before.isPresent()
                && source.id().equals(before.get().id())).findFirst();
        chosen.set(same.or(() -> sources.stream().findFirst()));
    }

    private void opened(Optional<Source> source) {
        if (source.isEmpty()) {
            detail.set(Optional.empty());
            return;
        }
        Project project = project();
        Source open = source.get();
        Optional<Receipt> receipt = Optional.ofNullable(receipts.get(open.location()));
        opening.start(_ -> SourceDetail.of(open, project.sources().skipped(open.id()), receipt));
    }

    private Project project() {
        return session.projectProperty().get().orElseThrow();
    }

    private static boolean holdsRows(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return !Files.isDirectory(path) && ROWS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String name(String location) {
        Path name = Path.of(location).getFileName();
        return name == null ? location : name.toString();
    }
}
