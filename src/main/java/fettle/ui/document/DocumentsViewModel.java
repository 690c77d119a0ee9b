package fettle.ui.document;

import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.ui.session.Command;
import fettle.ui.session.Counts;
import fettle.ui.session.Opener;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.kordamp.ikonli.feather.Feather;

/// The documents without their pixels.
public final class DocumentsViewModel {

    /// One state at a time.
    public sealed interface State {
        record Reading() implements State {}

        record Empty() implements State {}

        record Listed() implements State {}
    }

    /// A document as the list shows it; its text is read when it is chosen.
    record Row(String id, String path, String title, Document.Kind kind, int characters) {

        static Row of(DocumentStore.Entry entry) {
            return new Row(entry.id(), entry.path(), entry.title(), entry.kind(), entry.characters());
        }

        boolean matches(String words) {
            String all = (path + " " + title).toLowerCase(Locale.ROOT);
            return all.contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }

    /// How the chosen document is shown.
    enum Showing {
        CLEANED, AS_READ, PAGE
    }

    private final Session session;
    private final PageWork pages;
    private final Opener opener;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(rows);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Showing> showing = new SimpleObjectProperty<>(Showing.CLEANED);
    private final Reading<List<Row>> listing;
    private final Reading<Optional<Opened>> opening;

    public DocumentsViewModel(Session session, PageWork pages, Opener opener) {
        this.session = session;
        this.pages = pages;
        this.opener = opener;
        this.listing = new Reading<>(session, this::listed);
        this.opening = new Reading<>(session, this::take);
        search.subscribe(words -> shown.setPredicate(row -> row.matches(words)));
        chosen.subscribe(this::open);
        session.revisionProperty().subscribe(this::list);
        addCommands();
    }

    private void addCommands() {
        session.commands().add(
                Command.of("open-document", "Open the document in the browser", Feather.EXTERNAL_LINK,
                        this::openAddress).keys("O").in(Place.DOCUMENTS).when(can(it -> it.address().isPresent())),
                Command.of("document-as-read", "Show the document as it was read, or cleaned", Feather.EYE,
                        () -> show(Showing.AS_READ)).keys("U").in(Place.DOCUMENTS)
                        .when(can(it -> it.asRead().isPresent())),
                Command.of("document-page", "Show what was taken of the page, and choose it", Feather.COLUMNS,
                        () -> show(Showing.PAGE)).keys("P").in(Place.DOCUMENTS).when(can(Opened::isPage)));
    }

    private BooleanBinding can(Predicate<Opened> what) {
        return Bindings.createBooleanBinding(() -> opened.get().filter(what).isPresent(), opened);
    }

    // ---- commands ----

    /// Chooses a document by its id.
    void choose(String id) {
        rows.stream().filter(row -> row.id().equals(id)).findFirst().map(Optional::of).ifPresent(chosen::set);
    }

    void goToSources() {
        session.goTo(Place.SOURCES);
    }

    /// Shows how the chosen document is cut.
    void showChunks() {
        chosen.get().ifPresent(row -> session.show(Place.CHUNKS, row.id()));
    }

    /// Opens where the chosen document comes from.
    void openAddress() {
        opened.get().flatMap(Opened::address).ifPresent(address -> session.read(_ -> {
            opener.open(address);
            return address;
        }, outcome -> {
            if (outcome instanceof Outcome.Failed<String>(var cause)) {
                session.tell(cause);
            }
        }));
    }

    /// Shows the chosen document so, or cleaned when it is shown so already.
    void show(Showing wanted) {
        showing.set(showing.get() == wanted ? Showing.CLEANED : wanted);
    }

    /// The page of the chosen document.
    PageViewModel page(Opened of) {
        return new PageViewModel(session, pages, of.document(), of.choice());
    }

    // ---- properties ----

    /// How the chosen document is shown.
    ObjectProperty<Showing> showingProperty() {
        return showing;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<Row> shown() {
        return shown;
    }

    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    ObservableValue<String> note() {
        return session.countsProperty().map(DocumentsViewModel::note);
    }

    private static String note(Counts counts) {
        return counts.documents() == 0
                ? ""
                : Words.count(counts.documents(), "document", "documents") + " from "
                        + Words.count(counts.sources(), "source", "sources");
    }

    private void list() {
        session.projectProperty().get().ifPresent(project -> listing.start(
                _ -> project.documents().entries().stream().map(Row::of).toList()));
    }

    private void listed(List<Row> fresh) {
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
        state.set(fresh.isEmpty() ? new State.Empty() : new State.Listed());
        Optional<String> before = chosen.get().map(Row::id);
        Optional<Row> now = fresh.stream().filter(row -> before.equals(Optional.of(row.id()))).findFirst()
                .or(() -> fresh.stream().findFirst());
        if (now.equals(chosen.get())) {
            open(now); // its text, or what is decided of its page, may be another
        }
        chosen.set(now);
    }

    private void open(Optional<Row> row) {
        if (row.isEmpty()) {
            opened.set(Optional.empty());
            return;
        }
        Project project = session.projectProperty().get().orElseThrow();
        opening.start(_ -> Opened.read(project, row.get().id()));
    }

    private void take(Optional<Opened> fresh) {
        boolean possible = switch (showing.get()) {
            case CLEANED -> true;
            case AS_READ -> fresh.filter(it -> it.asRead().isPresent()).isPresent();
            case PAGE -> fresh.filter(Opened::isPage).isPresent();
        };
        if (!possible) {
            showing.set(Showing.CLEANED);
        }
        opened.set(fresh);
    }
}
