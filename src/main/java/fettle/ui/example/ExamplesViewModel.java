package fettle.ui.example;

import fettle.ui.example.editor.Marks;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.Saving;
import fettle.ui.example.editor.EditorViewModel;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.Step;
import fettle.job.Outcome;
import fettle.ui.example.table.Targets;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/// The examples without their pixels: which rows are shown, which one is open, what is done with it.
final class ExamplesViewModel {

    /// What the screen shows.
    sealed interface State {

        /// The rows are being asked for the first time.
        record Loading() implements State {}

        /// The project has no examples.
        record Empty() implements State {}

        /// Rows; none when the filter leaves none.
        ///
        /// @param all rows of the project
        record Shown(LazyRows rows, int all) implements State {}
    }

    private final Session session;
    private final Saving saving;
    private final EditorViewModel editor;
    private final QueryModel query;
    private final Consumer<String> says;
    private final Reading<ReadRows.Found> reading;
    private final Reading<Facets> counting;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(Facets.NONE);
    private final ReadOnlyLongWrapper current = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper pagesArrived = new ReadOnlyLongWrapper();
    private final IntegerProperty firstLine = new SimpleIntegerProperty();
    private int currentLine;
    private long wanted = -1;

    /// `says` shows a sentence about what has just happened.
    ExamplesViewModel(Session session, Saving saving, EditorViewModel editor, QueryModel query,
            Consumer<String> says) {
        this.session = session;
        this.saving = saving;
        this.editor = editor;
        this.query = query;
        this.says = says;
        this.reading = new Reading<>(session, this::found);
        this.counting = new Reading<>(session, facets::set);
        session.projectProperty().addListener(_ -> begin());
        session.revisionProperty().addListener(_ -> refresh());
        query.queryProperty().addListener(_ -> refresh());
        query.pickedProperty().addListener(_ -> refresh());
        begin();
    }

    // ---- commands ----

    /// Opens an example in the editor. One that the filter hides is opened all the same.
    void select(long id) {
        if (id < 0 || id == current.get()) {
            return;
        }
        current.set(id);
        currentLine = lineOf(id).orElse(currentLine);
        editor.open(id);
    }

    /// Opens an example wherever the person came from, and scrolls to it.
    void jump(long id) {
        if (state.get() instanceof State.Shown) {
            select(id);
            lineOf(id).ifPresent(firstLine::set);
        } else {
            wanted = id;
        }
    }

    /// Shows only what another screen points out: picked rows, or a filter as people type it. The first of them is opened.
    void narrow(String detail) {
        firstLine.set(0);
        currentLine = 0;
        query.narrow(detail);
        query.pickedProperty().get().flatMap(picked -> picked.ids().stream().findFirst()).ifPresent(id -> {
            wanted = id;
            refresh();
        });
    }

    /// To the next row by 1, to the one before by -1.
    void move(int by) {
        if (state.get() instanceof State.Shown(var rows, _) && rows.size() > 0) {
            int line = lineOf(current.get()).map(at -> at + by).orElse(currentLine);
            select(rows.view().id(Math.clamp(line, 0, rows.size() - 1)));
        }
    }

    /// Sets the status of the open example.
    void decide(ExampleStatus status) {
        editor.decide(status);
    }

    /// Takes back the project's last step, whatever it was.
    void undo() {
        travel(true);
    }

    void redo() {
        travel(false);
    }

    /// Remembers where the table was scrolled to.
    IntegerProperty firstLineProperty() {
        return firstLine;
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Facets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    /// The id of the open example, or -1.
    ReadOnlyLongProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Grows when rows that were shown without texts have them now.
    ReadOnlyLongProperty pagesArrivedProperty() {
        return pagesArrived.getReadOnlyProperty();
    }

    /// "37 of 1,204".
    ObservableValue<String> note() {
        return state.map(now -> now instanceof State.Shown(var rows, int all)
                ? ExampleWords.shown(rows.size(), all)
                : "");
    }

    /// "Review 37".
    ObservableValue<String> reviewWords() {
        return state.map(now -> now instanceof State.Shown(var rows, _) && rows.size() > 0
                ? "Review " + Words.number(rows.size())
                : "Review");
    }

    QueryModel query() {
        return query;
    }

    EditorViewModel editor() {
        return editor;
    }

    Marks marks() {
        return editor.marks();
    }

    Session session() {
        return session;
    }

    /// What an act on many rows acts on.
    ObservableValue<Targets> targets() {
        return state.map(now -> now instanceof State.Shown(var rows, _) && rows.size() > 0
                ? new Targets(query.isFiltered() ? Targets.Kind.SHOWN : Targets.Kind.ALL, rows.size(),
                        () -> java.util.stream.IntStream.range(0, rows.size()).mapToLong(rows.view()::id).toArray())
                : Targets.NONE);
    }

    /// Whether the rows in the bin are shown.
    boolean isBin() {
        return query.queryProperty().get().where().stream().anyMatch(condition -> condition.field().equals("bin"));
    }

    /// What leaves the rows that are shown, as people type it; empty for all.
    String filterLine() {
        String words = query.queryProperty().get().search();
        String line = FilterText.line(query.queryProperty().get().where());
        return words.isEmpty() ? line : (line.isEmpty() ? "" : line + " and ") + "“" + words + "”";
    }

    /// The ids of the rows shown, in their order.
    long[] shownIds() {
        return state.get() instanceof State.Shown(var rows, _)
                ? java.util.stream.IntStream.range(0, rows.size()).mapToLong(rows.view()::id).toArray()
                : new long[0];
    }

    /// The line of an example in the table; empty when the filter hides it.
    Optional<Integer> lineOf(long id) {
        return state.get() instanceof State.Shown(var rows, _)
                ? Optional.of(rows.view().indexOf(id)).filter(line -> line >= 0)
                : Optional.empty();
    }

    // ---- what happens ----

    private void begin() {
        state.set(new State.Loading());
        facets.set(Facets.NONE);
        current.set(-1);
        currentLine = 0;
        firstLine.set(0);
        query.reset();
        refresh();
    }

    private void refresh() {
        session.projectProperty().get().ifPresent(project -> {
            ExampleStore store = project.examples();
            reading.start(new ReadRows(store, query.queryProperty().get(), current.get(), firstLine.get(),
                    query.pickedProperty().get()));
        });
    }

    private void found(ReadRows.Found found) {
        session.projectProperty().get().ifPresent(
                project -> counting
                        .start(new CountFacets(project.examples(), found.query(), query.pickedProperty().get())));
        if (found.all() == 0) {
            current.set(-1);
            editor.close();
            state.set(new State.Empty());
            return;
        }
        var rows = new LazyRows(session, found.view(), found.pages(),
                () -> pagesArrived.set(pagesArrived.get() + 1));
        state.set(new State.Shown(rows, found.all()));
        settle(rows);
    }

    /// Keeps the open example; when it left the list, the one that took its place is opened, unless someone writes in it.
    private void settle(LazyRows rows) {
        if (wanted >= 0) {
            long id = wanted;
            wanted = -1;
            jump(id);
            return;
        }
        Optional<Integer> line = lineOf(current.get());
        if (line.isPresent()) {
            currentLine = line.get();
        } else if (rows.size() > 0 && !editor.isWriting()) {
            select(rows.view().id(Math.min(currentLine, rows.size() - 1)));
        }
    }

    private void travel(boolean back) {
        if (!session.writable().get()) {
            return;
        }
        editor.save();
        session.projectProperty().get()
                .ifPresent(project -> saving.travel(project.examples(), back, outcome -> travelled(back, outcome)));
    }

    private void travelled(boolean back, Outcome<Optional<Step>> outcome) {
        switch (outcome) {
            case Outcome.Done(var step) -> says.accept(step.map(done -> (back ? "Undone: " : "Done again: ")
                    + done.sentence()).orElse(back ? "There is nothing to undo" : "There is nothing to redo"));
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
    }
}
