package fettle.ui.chunk;

import fettle.chunk.Chunk;
import fettle.chunk.CutSettings;
import fettle.document.Document;
import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleView;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
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

/// The chunks without their pixels: which documents are cut how, which chunk is chosen, what was made from it.
public final class ChunksViewModel {

    /// One state at a time.
    public sealed interface State {
        record Reading() implements State {}

        record NoDocuments() implements State {}

        record Uncut() implements State {}

        record Cut(CutSettings settings, int chunks, int documents) implements State {}
    }

    /// An example that was made from the chosen chunk.
    record Made(long id, String question, fettle.example.ExampleStatus status) {}

    private record Read(List<CutDocument> documents, Optional<CutSettings> settings) {}

    private static final int MOST_EXAMPLES = 300;

    private final Session session;
    private final Cutting cutting;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ObservableList<CutDocument> documents = FXCollections.observableArrayList();
    private final FilteredList<CutDocument> shown = new FilteredList<>(documents);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<CutDocument>> document = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Chunk>> chunk = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Made> made = FXCollections.observableArrayList();
    private final Reading<Read> listing;
    private final Reading<List<Made>> makings;

    public ChunksViewModel(Session session, Cutting cutting) {
        this.session = session;
        this.cutting = cutting;
        this.listing = new Reading<>(session, this::listed);
        this.makings = new Reading<>(session, made::setAll);
        search.subscribe(words -> shown.setPredicate(it -> it.path().toLowerCase(Locale.ROOT)
                .contains(words.strip().toLowerCase(Locale.ROOT))));
        document.subscribe(chosen -> chunk.set(chosen.flatMap(it -> it.chunks().stream().findFirst())));
        chunk.subscribe(this::readMade);
        session.revisionProperty().subscribe(this::list);
        session.commands().add(
                Command.of("next-chunk", "Next chunk", Feather.CHEVRON_DOWN, () -> step(1)).keys("J")
                        .in(Place.CHUNKS),
                Command.of("previous-chunk", "Previous chunk", Feather.CHEVRON_UP, () -> step(-1)).keys("K")
                        .in(Place.CHUNKS));
    }

    // ---- commands ----

    /// Cuts all documents with these settings.
    void cut(CutSettings settings) {
        Project project = session.projectProperty().get().orElseThrow();
        session.work("Cut documents", cutting.cut(project, settings), outcome -> {
            if (outcome instanceof Outcome.Failed<Integer>(var cause)) {
                session.tell(cause);
            }
        });
    }

    /// Chooses a document by its id.
    void choose(String documentId) {
        documents.stream().filter(it -> it.id().equals(documentId)).findFirst().map(Optional::of)
                .ifPresent(document::set);
    }

    /// Chooses the chunk at a place of the chosen document.
    void choosePlace(int index) {
        document.get().map(CutDocument::chunks).filter(chunks -> index >= 0 && index < chunks.size())
                .ifPresent(chunks -> chunk.set(Optional.of(chunks.get(index))));
    }

    void showExample(long id) {
        session.show(Place.EXAMPLES, Long.toString(id));
    }

    void goToSources() {
        session.goTo(Place.SOURCES);
    }

    private void step(int by) {
        chunk.get().ifPresent(now -> choosePlace(now.index() + by));
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<CutDocument> shown() {
        return shown;
    }

    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<Optional<CutDocument>> documentProperty() {
        return document;
    }

    ObjectProperty<Optional<Chunk>> chunkProperty() {
        return chunk;
    }

    ObservableList<Made> made() {
        return made;
    }

    Session session() {
        return session;
    }

    /// The settings that the next cut begins with.
    CutSettings settings() {
        return state.get() instanceof State.Cut(var settings, _, _) ? settings : CutSettings.DEFAULT;
    }

    ObservableValue<String> note() {
        return Bindings.createStringBinding(() -> state.get() instanceof State.Cut(var settings, int chunks, int of)
                ? "%s of %s · at most %s tokens, %s · %s".formatted(Words.number(chunks),
                        Words.count(of, "document", "documents"), Words.number(settings.tokens()),
                        settings.by() == CutSettings.By.STRUCTURE ? "cut at headings" : "cut at tokens",
                        settings.encoding())
                : "", state);
    }

    private void list() {
        session.projectProperty().get().ifPresent(project -> listing.start(_ -> read(project)));
    }

    private static Read read(Project project) throws IOException {
        Map<String, List<Chunk>> chunks = new HashMap<>();
        for (Chunk chunk : project.chunks().chunks()) {
            chunks.computeIfAbsent(chunk.documentId(), _ -> new ArrayList<>()).add(chunk);
        }
        var cut = new ArrayList<CutDocument>();
        for (Document document : project.documents().documents()) {
            cut.add(new CutDocument(document.id(), document.path(), document.kind(), document.language(),
                    List.copyOf(chunks.getOrDefault(document.id(), List.of()))));
        }
        return new Read(List.copyOf(cut), project.chunks().cutSettings());
    }

    private void listed(Read read) {
        boolean same = documents.equals(read.documents());
        if (!same) {
            documents.setAll(read.documents());
        }
        int count = read.documents().stream().mapToInt(it -> it.chunks().size()).sum();
        state.set(read.documents().isEmpty()
                ? new State.NoDocuments()
                : count == 0
                        ? new State.Uncut()
                        : new State.Cut(read.settings().orElse(CutSettings.DEFAULT), count, read.documents().size()));
        if (!same) {
            Optional<String> before = document.get().map(CutDocument::id);
            document.set(read.documents().stream().filter(it -> before.equals(Optional.of(it.id()))).findFirst()
                    .or(() -> read.documents().stream().filter(it -> !it.chunks().isEmpty()).findFirst()));
        } else {
            readMade(chunk.get());
        }
    }

    private void readMade(Optional<Chunk> from) {
        Optional<Project> project = session.projectProperty().get();
        if (from.isEmpty() || project.isEmpty() || document.get().isEmpty()) {
            made.clear();
            return;
        }
        String path = document.get().get().path();
        makings.start(_ -> made(project.get(), path, from.get().id()));
    }

    private static List<Made> made(Project project, String path, String chunkId) throws IOException {
        ExampleView fromDocument = project.examples().view(new ExampleQuery(
                List.of(new Condition("source", Condition.Op.EQ, path)), "", "", false));
        var found = new ArrayList<Made>();
        for (int index = 0; index < Math.min(MOST_EXAMPLES, fromDocument.size()); index++) {
            Optional<Example> example = project.examples().find(fromDocument.id(index));
            if (example.isPresent() && example.get().origin().chunkId().equals(chunkId)) {
                found.add(new Made(example.get().id(), fromDocument.row(index).question(), example.get().status()));
            }
        }
        return found;
    }
}
