package fettle.ui.example;

import fettle.example.ExampleStatus;
import fettle.example.Step;
import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.ui.example.table.Targets;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.Marks;
import fettle.ui.example.editor.Saving;
import fettle.ui.example.filter.FilterPart;
import fettle.ui.example.filter.QueryModel;
import fettle.ui.example.table.ReadRows;
import fettle.ui.example.table.RowPages;
import fettle.ui.example.table.TableViewModel;
import fettle.ui.session.Picked;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The examples without their pixels: which rows are shown, which one is open, what is done with it.
final class ExamplesViewModel {

    /// Failures that are about what was typed; they are told beside it.
    private static final Set<String> TYPED = Set.of("filter", "search", "pattern");

    /// What the screen shows.
    sealed interface State {

        /// The rows are being asked for the first time.
        record Loading() implements State {}

        /// The project has no examples.
        record Empty() implements State {}

        /// Rows; none when the filter leaves none.
        ///
        /// @param all rows of the project
        /// @param millis that the question took
        record Shown(RowPages rows, int all, double millis) implements State {}
    }

    /// What came back: rows, or why what was typed cannot be asked.
    private sealed interface Answer {

        record Rows(ReadRows.Found found) implements Answer {}

        record Wrong(ExpectedException why) implements Answer {}
    }

    private final Session session;
    private final Saving saving;
    private final EditorViewModel editor;
    private final QueryModel query;
    private final Consumer<String> says;
    private final TableViewModel table;
    private final Reading<Answer> reading;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private List<String> texts = List.of();
    private Optional<Runnable> waiting = Optional.empty();
    private boolean ready;
    private long wanted = -1;

    /// `says` shows a sentence about what has just happened.
    ExamplesViewModel(Session session, Saving saving, EditorViewModel editor, QueryModel query,
            Consumer<String> says) {
        this.session = session;
        this.saving = saving;
        this.editor = editor;
        this.query = query;
        this.says = says;
        this.table = new TableViewModel(session, query, editor::open);
        this.reading = new Reading<>(session, this::answered);
        session.projectProperty().addListener(_ -> forget());
        session.revisionProperty().addListener(_ -> refresh());
        query.queryProperty().addListener(_ -> refresh());
        table.columns().shownProperty().addListener(_ -> columnsChanged());
        forget();
    }

    // ---- commands ----

    /// Shows the rows of the project that was opened; `open` is the row that was open when the person was here last, or -1.
    void begin(long open) {
        ready = true;
        wanted = wanted < 0 ? open : wanted;
        waiting.ifPresent(Runnable::run);
        waiting = Optional.empty();
        refresh();
    }

    /// Opens an example in the editor. One that the filter hides is opened all the same.
    void select(long id) {
        table.open(id);
    }

    /// Opens an example wherever the person came from, and scrolls to it.
    void jump(long id) {
        if (state.get() instanceof State.Shown) {
            table.jump(id);
        } else {
            wanted = id;
        }
    }

    /// Shows only what another screen points out: picked rows, or a filter as people type it. The first of them is opened.
    void narrow(String detail) {
        if (!ready) {
            waiting = Optional.of(() -> narrow(detail));
            return;
        }
        table.toTop();
        table.close();
        wanted = Picked.of(detail).flatMap(picked -> picked.ids().stream().findFirst()).orElse(-1L);
        query.narrow(detail);
        refresh();
    }

    /// To the next row by 1, to the one before by -1.
    void move(int by) {
        table.move(by);
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

    /// Asks for the rows anew.
    void refresh() {
        texts = table.columns().texts();
        if (!ready) {
            return;
        }
        session.projectProperty().get().ifPresent(project -> {
            var rows = new ReadRows(project.examples(), query.queryProperty().get(),
                    new ReadRows.Seen(table.openProperty().get(), table.firstLineProperty().get()), texts);
            reading.start(progress -> {
                try {
                    return new Answer.Rows(rows.run(progress));
                } catch (ExpectedException wrong) {
                    if (TYPED.contains(wrong.kind())) {
                        return new Answer.Wrong(wrong);
                    }
                    throw wrong;
                }
            });
        });
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    TableViewModel table() {
        return table;
    }

    /// "37 of 1,204"; of a search also how long it took.
    ObservableValue<String> note() {
        return state.map(now -> now instanceof State.Shown(var rows, int all, double millis)
                ? ExampleWords.shown(rows.size(), all) + (query.queryProperty().get().search().isEmpty()
                        ? ""
                        : ", found in " + (millis < 1 ? "under 1" : Words.number(Math.round(millis))) + " ms")
                : "");
    }

    /// "Review 37".
    ObservableValue<String> reviewWords() {
        return state.map(now -> now instanceof State.Shown(var rows, _, _) && rows.size() > 0
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
        return table.targets();
    }

    /// Whether the rows in the bin are shown.
    boolean isBin() {
        return query.queryProperty().get().where().stream().anyMatch(condition -> condition.field().equals("bin"));
    }

    /// What leaves the rows that are shown, as people type it; empty for all.
    String filterLine() {
        String words = query.queryProperty().get().search();
        String line = query.partsProperty().get().stream().filter(FilterPart::on).map(FilterPart::words)
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? line : (line.isEmpty() ? "" : line + " and ") + "“" + words + "”";
    }

    /// The ids of the rows shown, in their order.
    long[] shownIds() {
        return state.get() instanceof State.Shown(var rows, _, _)
                ? java.util.stream.IntStream.range(0, rows.size()).mapToLong(rows.view()::id).toArray()
                : new long[0];
    }

    // ---- what happens ----

    private void forget() {
        ready = false;
        waiting = Optional.empty();
        wanted = -1;
        state.set(new State.Loading());
        table.reset();
        query.reset();
    }

    /// Only columns with texts of turns are read anew.
    private void columnsChanged() {
        if (!texts.equals(table.columns().texts())) {
            refresh();
        }
    }

    private void answered(Answer answer) {
        switch (answer) {
            case Answer.Rows(var found) -> found(found);
            case Answer.Wrong(var why) -> query.tell(why);
        }
    }

    private void found(ReadRows.Found found) {
        if (found.all() == 0 && !query.isFiltered()) {
            table.close();
            editor.close();
            state.set(new State.Empty());
            return;
        }
        table.show(found);
        table.pagesProperty().get()
                .ifPresent(rows -> state.set(new State.Shown(rows, found.all(), found.millis())));
        settle();
    }

    /// Keeps the open example; when it left the list, the one that took its place is opened, unless someone writes in it.
    private void settle() {
        if (wanted >= 0) {
            long id = wanted;
            wanted = -1;
            table.open(id);
            if (table.lineOf(id).isPresent()) {
                return;
            }
        }
        boolean hidden = table.lineOf(table.openProperty().get()).isEmpty();
        if (hidden && !editor.isWriting()) {
            table.openNearest();
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
