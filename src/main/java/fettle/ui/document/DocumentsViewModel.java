package fettle.ui.document;

import fettle.document.Document;
import fettle.project.Project;
import fettle.ui.control.Block;
import fettle.ui.control.Markdown;
import fettle.ui.control.Reader;
import fettle.ui.session.Counts;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

        static Row of(Document document) {
            return new Row(document.id(), document.path(), document.title(), document.kind(),
                    document.text().length());
        }

        boolean matches(String words) {
            String all = (path + " " + title).toLowerCase(Locale.ROOT);
            return all.contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }

    /// The chosen document, ready to read.
    record Opened(Row row, List<Reader.Line> lines) {}

    private final Session session;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(rows);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Reading<List<Row>> listing;
    private final Reading<Optional<Opened>> opening;

    public DocumentsViewModel(Session session) {
        this.session = session;
        this.listing = new Reading<>(session, this::listed);
        this.opening = new Reading<>(session, opened::set);
        search.subscribe(words -> shown.setPredicate(row -> row.matches(words)));
        chosen.subscribe(this::open);
        session.revisionProperty().subscribe(this::list);
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

    // ---- properties ----

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
                _ -> project.documents().documents().stream().map(Row::of).toList()));
    }

    private void listed(List<Row> fresh) {
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
        state.set(fresh.isEmpty() ? new State.Empty() : new State.Listed());
        Optional<String> before = chosen.get().map(Row::id);
        chosen.set(fresh.stream().filter(row -> before.equals(Optional.of(row.id()))).findFirst()
                .or(() -> fresh.stream().findFirst()));
    }

    private void open(Optional<Row> row) {
        if (row.isEmpty()) {
            opened.set(Optional.empty());
            return;
        }
        Project project = session.projectProperty().get().orElseThrow();
        opening.start(_ -> project.documents().document(row.get().id())
                .map(document -> new Opened(row.get(), lines(document))));
    }

    private static List<Reader.Line> lines(Document document) {
        List<Block> blocks = switch (document.kind()) {
            case MARKDOWN, HTML -> Markdown.blocks(document.text());
            case TEXT -> Markdown.plain(document.text());
            case CODE -> Markdown.code(document.text(), document.language());
        };
        return blocks.stream().map(block -> new Reader.Line(0, block)).toList();
    }
}
