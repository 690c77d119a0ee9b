package fettle.ui.source;

import fettle.document.DocumentStore.Entry;
import fettle.job.ExpectedException;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.ui.session.Chooser;
import fettle.ui.session.Counts;
import fettle.ui.session.Opener;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import fettle.ui.source.intake.ImportDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/// The sources without their pixels: what is there, what is going on with each, and what the chosen one gave.
public final class SourcesViewModel {

    /// A source that would be taken out, with what goes along.
    record Removal(Source source, int documents, int chunks) {}

    private final Session session;
    private final Intake intake;
    private final Chooser chooser;
    private final Opener opener;
    private final ImportDialogs imports;
    private final Visits visits;
    private final SourceList list;
    private final ReadOnlyObjectWrapper<Optional<SourceDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Reading<SourceDetail> opening;

    public SourcesViewModel(Session session, Intake intake, Chooser chooser, Opener opener,
            ImportDialogs imports) {
        this.session = session;
        this.intake = intake;
        this.chooser = chooser;
        this.opener = opener;
        this.imports = imports;
        this.visits = new Visits(session, intake);
        this.list = new SourceList(session, visits);
        this.opening = new Reading<>(session, read -> detail.set(Optional.of(read)));
        list.chosenProperty().subscribe(this::opened);
        list.onListed(() -> opened(list.chosenProperty().get()));
    }

    // ---- commands ----

    void addFolder() {
        chooser.folder("Add a folder of documents").ifPresent(folder -> bringIn(List.of(folder)));
    }

    /// Lets the person choose files: those of rows are imported, the others become documents.
    public void addFiles() {
        List<Path> files = chooser.files("Add files");
        if (!files.isEmpty()) {
            bringIn(files);
        }
    }

    /// Reads these, a job for each, one after the other. The first is chosen at once; where the person goes meanwhile,
    /// they stay.
    void read(List<Visit> inOrder) {
        inOrder.stream().findFirst().map(Visit::key).ifPresent(list::chooseNext);
        visits.start(inOrder);
    }

    /// Takes what was dropped or chosen: files of rows are looked at together, everything else is read as documents.
    public void bringIn(List<Path> paths) {
        if (!session.writable().get()) {
            session.tell(new ExpectedException("read-only", "This project can only be read.",
                    "Close it in the other window first."));
            return;
        }
        List<Path> files = paths.stream().filter(RowFile::holdsRows).toList();
        if (!files.isEmpty()) {
            imports.open(files);
        }
        read(paths.stream().filter(path -> !files.contains(path)).map(path -> path.toAbsolutePath().normalize()
                .toString()).map(path -> new Visit(Source.Kind.FOLDER, path, List.of(path), Optional.empty()))
                .toList());
    }

    /// Reads a source again; a file of rows is looked at first.
    void refresh(SourceRow row) {
        if (row.kind() == Source.Kind.EXAMPLES) {
            imports.open(List.of(Path.of(row.location())));
        } else {
            visits.start(List.of(again(row)));
        }
    }

    /// Reads all sources of documents again, in their order.
    void refreshAll() {
        visits.start(list.rows().stream().filter(row -> row.kind() != Source.Kind.EXAMPLES).map(SourcesViewModel::again)
                .toList());
    }

    private static Visit again(SourceRow row) {
        return row.source().map(Visit::again).orElseGet(() -> new Visit(row.kind(), row.location(), List.of(),
                Optional.empty()));
    }

    /// Reads a source under other settings.
    void decide(Source source, SourceSettings settings) {
        visits.start(List.of(Visit.again(source).under(settings)));
    }

    void stop(SourceRow row) {
        visits.stop(row.key());
    }

    /// Looks for changes in all sources.
    void lookForChanges() {
        visits.look(known(row -> true));
    }

    /// Folders are looked at unseen, whenever the screen opens.
    void entered() {
        if (session.projectProperty().get().isPresent()) {
            visits.lookQuietly(known(row -> row.kind() == Source.Kind.FOLDER));
        }
    }

    private List<Source> known(java.util.function.Predicate<SourceRow> which) {
        return list.rows().stream().filter(row -> !row.isWorking()).filter(which).flatMap(row -> row.source().stream())
                .toList();
    }

    /// Switches one cleaning rule, and cleans the texts again.
    void switchRule(SourceDetail of, String rule, boolean on) {
        SourceSettings now = visits.cleaningUnder(of.source()).orElse(of.settings());
        visits.clean(of.source(), SourceDetail.switched(now, rule, on));
    }

    /// Takes away what is said of a try that failed; a place that gave nothing yet goes with it.
    void forget(SourceRow row) {
        visits.forget(row.key());
    }

    /// Opens the place in the browser, or the folder.
    void open(SourceRow row) {
        row.source().flatMap(source -> SourceWords.opens(source, row.knownProperty().get().entries()))
                .ifPresent(this::open);
    }

    void open(String place) {
        session.read(_ -> {
            opener.open(place);
            return place;
        }, this::tellFailure);
    }

    void showReceipt(Source source) {
        imports.openReceipt(source);
    }

    /// Counts what would go with a source, and hands it on.
    void weigh(Source source, Consumer<Removal> then) {
        Project project = project();
        session.read(_ -> {
            var documents = project.documents().entries().stream()
                    .filter(entry -> entry.sourceId().equals(source.id())).map(Entry::id).collect(Collectors.toSet());
            int chunks = (int) project.chunks().chunks().stream()
                    .filter(chunk -> documents.contains(chunk.documentId())).count();
            return new Removal(source, documents.size(), chunks);
        }, outcome -> {
            if (outcome instanceof Outcome.Done<Removal>(var removal)) {
                then.accept(removal);
            }
            tellFailure(outcome);
        });
    }

    void remove(Source source) {
        Project project = project();
        visits.forget(Visit.key(source));
        Job removing = session.work("Remove " + SourceWords.title(source), _ -> {
            project.sources().remove(source.id());
            return source;
        }, this::tellFailure);
        assert removing.id() > 0;
    }

    /// Shows its documents, or its examples.
    void show(Source source) {
        session.goTo(source.kind() == Source.Kind.EXAMPLES ? Place.EXAMPLES : Place.DOCUMENTS);
    }

    void showDocument(String id) {
        session.show(Place.DOCUMENTS, id);
    }

    private void tellFailure(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var cause)) {
            session.tell(cause);
        }
    }

    private void opened(Optional<SourceRow> row) {
        Optional<Source> source = row.flatMap(SourceRow::source);
        if (source.isEmpty()) {
            detail.set(Optional.empty());
            return;
        }
        Project project = project();
        List<Entry> entries = row.get().knownProperty().get().entries();
        opening.start(_ -> SourceDetail.read(project, source.get(), entries));
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<SourceList.State> stateProperty() {
        return list.stateProperty();
    }

    ObservableList<SourceRow> rows() {
        return list.rows();
    }

    ObjectProperty<Optional<SourceRow>> chosenProperty() {
        return list.chosenProperty();
    }

    /// The chosen source, opened up; empty while it was never read.
    ReadOnlyObjectProperty<Optional<SourceDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
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

    ImportDialogs imports() {
        return imports;
    }

    Session session() {
        return session;
    }

    Intake intake() {
        return intake;
    }

    private Project project() {
        return session.projectProperty().get().orElseThrow();
    }
}
