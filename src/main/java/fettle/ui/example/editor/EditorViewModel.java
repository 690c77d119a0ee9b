package fettle.ui.example.editor;

import fettle.token.TokenCounter;
import fettle.ui.session.Moment;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.job.Outcome;
import fettle.job.ExpectedException;
import fettle.ui.example.editor.EditorState.Saved;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tools.jackson.databind.node.ObjectNode;

/// One example being edited. What is typed is written a moment after the last key, and whenever another example is
/// opened; a text that could not be written stays, and says so.
public final class EditorViewModel {

    /// The mode in which texts are written.
    public static final String WRITE = "write";
    private static final long AUTOSAVE_MILLIS = 500;

    /// Who types on without a rest has it written all the same: at most a second of typing is ever lost.
    private static final long LONGEST_MILLIS = 700;
    private static final long COUNT_MILLIS = 150;

    private final Session session;
    private final Saving saving;
    private final Marks marks;
    private final TurnEdits edits = new TurnEdits(this);
    private final Counting counter;
    private final Moment autosave;
    private final Moment longest;
    private final Moment recount;
    private final Reading<Read> reading;
    private final Reading<TurnTokens.Counted> counting;

    private final ReadOnlyObjectWrapper<EditorState> state = new ReadOnlyObjectWrapper<>(new EditorState.Nothing());
    private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>(new Saved.Untouched());
    private final ReadOnlyObjectWrapper<TurnTokens.Counted> tokens = new ReadOnlyObjectWrapper<>(
            TurnTokens.Counted.NONE);
    private final StringProperty mode = new SimpleStringProperty(WRITE);
    private final ObservableList<EditedTurn> turns = FXCollections.observableArrayList();
    private final BooleanBinding edited;
    private ObjectNode base = fettle.example.BodyJson.mapper().createObjectNode();
    private EditedTools tools = new EditedTools(base, () -> {});
    private Optional<Caret> wantedCaret = Optional.empty();
    private boolean dirty;

    private record Read(long id, ExampleStore store, Optional<Example> example) {}

    /// Without a limit of tokens.
    public EditorViewModel(Session session, Saving saving, TokenCounter counter, Moment.Maker moments) {
        this(session, saving, new Counting(counter, Integer.MAX_VALUE), moments);
    }

    public EditorViewModel(Session session, Saving saving, Counting counter, Moment.Maker moments) {
        this.session = session;
        this.saving = saving;
        this.marks = new Marks(session, saving);
        this.counter = counter;
        this.autosave = moments.of(AUTOSAVE_MILLIS);
        this.longest = moments.of(LONGEST_MILLIS);
        this.recount = moments.of(COUNT_MILLIS);
        this.reading = new Reading<>(session, this::arrived);
        this.counting = new Reading<>(session, this::counted);
        this.edited = Bindings.createBooleanBinding(
                () -> state.get() instanceof EditorState.Open(var example) && example.edited(), state);
        session.revisionProperty().addListener(_ -> refresh());
        session.projectProperty().addListener(_ -> forget());
    }

    // ---- commands ----

    /// Opens an example; what was typed in the one before is written first.
    public void open(long id) {
        if (currentId() == id) {
            return;
        }
        save();
        state.set(new EditorState.Opening(id));
        read(id);
    }

    /// Shows nothing.
    public void close() {
        save();
        forget();
    }

    /// Writes what was typed, now.
    public void save() {
        autosave.cancel();
        longest.cancel();
        if (dirty && state.get() instanceof EditorState.Open(var example)) {
            ObjectNode body = body();
            write(body, EditWords.edited(base, body, example.id()));
        }
    }

    /// Sets the status of the open example.
    public void decide(ExampleStatus status) {
        if (state.get() instanceof EditorState.Open(var example) && example.status() != status) {
            save();
            marks.setStatus(example.id(), status);
        }
    }

    /// Goes back to what was generated or imported; a step that can be undone.
    public void restoreGenerated() {
        if (state.get() instanceof EditorState.Open(var example)) {
            example.generated().ifPresent(generated -> change(_ -> generated.deepCopy(),
                    "Went back to the generated answer of example ", new Caret(0, 0, 0)));
        }
    }

    /// Writes a whole new text in the place of one, as a step of its own, if that example is still open. `sentence` ends
    /// with "example ".
    public void rewrite(long id, int turn, String path, String text, String sentence) {
        if (id == currentId() && turn < turns.size()) {
            turns.get(turn).words().stream().filter(words -> words.path().equals(path)).findFirst()
                    .ifPresent(words -> change(body -> {
                        BodyEdits.setText(body, turn, path, LineEnds.restored(words.text(), text));
                        return body;
                    }, sentence, new Caret(turn, 0, 0)));
        }
    }

    /// Sets these texts, which are of its turns, as one step; `sentence` ends with "in". The areas stay.
    void rewrite(Map<StringProperty, String> texts, String sentence) {
        if (state.get() instanceof EditorState.Open(var example) && session.writable().get()) {
            save();
            texts.forEach(StringProperty::set);
            autosave.cancel();
            write(body(), sentence + " example " + ExampleWords.number(example.id()));
        }
    }

    /// Tries again to write what could not be written.
    public void retry() {
        if (state.get() instanceof EditorState.Open(var example)) {
            ObjectNode body = body();
            write(body, EditWords.edited(base, body, example.id()));
        }
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<EditorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Saved> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Tokens that an example may have.
    int tokenLimit() {
        return counter.limit();
    }

    public ReadOnlyObjectProperty<TurnTokens.Counted> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /// The id of the pane that is shown, [#WRITE] or one of [EditorPane#id].
    public StringProperty modeProperty() {
        return mode;
    }

    /// The turns of the open example. A new list of turns means that their areas have to be made anew.
    public ObservableList<EditedTurn> turns() {
        return turns;
    }

    /// Status and tags of examples.
    public Marks marks() {
        return marks;
    }

    public Session session() {
        return session;
    }

    /// Whether it differs from what was generated or imported.
    public BooleanBinding edited() {
        return edited;
    }

    /// What can be done with the turns as blocks.
    public TurnEdits edits() {
        return edits;
    }

    /// The row's tools; made anew with the turns.
    EditedTools tools() {
        return tools;
    }

    /// Where the caret shall stand after a change of the turns; asked for once.
    Optional<Caret> takeWantedCaret() {
        Optional<Caret> wanted = wantedCaret;
        wantedCaret = Optional.empty();
        return wanted;
    }

    /// What the row holds beside its turns.
    public List<MessageForm.Piece.Fixed> rest() {
        return MessageForm.rest(base);
    }

    /// Whether something was typed that is not written yet.
    public boolean isWriting() {
        return dirty || saved.get() instanceof Saved.Underway;
    }

    /// The id of what is shown, or -1.
    public long currentId() {
        return switch (state.get()) {
            case EditorState.Open(var example) -> example.id();
            case EditorState.Opening(long id) -> id;
            case EditorState.Gone(long id) -> id;
            case EditorState.Nothing() -> -1;
        };
    }

    /// The row as it stands on the screen.
    public ObjectNode body() {
        ObjectNode body = base.deepCopy();
        turns.forEach(turn -> turn.writeInto(body));
        tools.writeInto(body);
        return body;
    }

    // ---- what happens ----

    private void read(long id) {
        session.projectProperty().get().ifPresent(project -> {
            ExampleStore store = project.examples();
            reading.start(_ -> new Read(id, store, store.find(id)));
        });
    }

    private void refresh() {
        if (currentId() >= 0) {
            read(currentId());
        }
    }

    private void forget() {
        autosave.cancel();
        longest.cancel();
        recount.cancel();
        dirty = false;
        turns.clear();
        saved.set(new Saved.Untouched());
        state.set(new EditorState.Nothing());
    }

    private void arrived(Read read) {
        if (read.id() != currentId()) {
            return;
        }
        if (read.example().isEmpty()) {
            forget();
            state.set(new EditorState.Gone(read.id()));
            return;
        }
        Example example = read.example().get();
        boolean first = !(state.get() instanceof EditorState.Open);
        Optional<Saving.Unsaved> unsaved = saving.unsaved(example.id());
        ObjectNode body = unsaved.map(Saving.Unsaved::body).orElse(example.body());
        if (first) {
            saved.set(unsaved.flatMap(Saving.Unsaved::problem).map(EditorViewModel::failed)
                    .orElse(new Saved.Untouched()));
        }
        boolean keepsTexts = !first && (dirty || body.equals(body()));
        if (!keepsTexts) {
            base = body;
        }
        state.set(new EditorState.Open(example));
        if (!keepsTexts) {
            showTurns();
        }
    }

    private void showTurns() {
        dirty = false;
        tools = new EditedTools(base, this::typed);
        turns.setAll(MessageForm.all(base).stream().map(form -> new EditedTurn(form, this::typed)).toList());
        count();
    }

    private void typed() {
        if (!dirty) {
            longest.restart(this::save);
        }
        dirty = true;
        saved.set(new Saved.Underway());
        autosave.restart(this::save);
        recount.restart(this::count);
    }

    private void count() {
        counting.start(new TurnTokens(body(), counter.counter(), counter.limit()));
    }

    private void counted(TurnTokens.Counted counted) {
        tokens.set(counted);
        for (int turn = 0; turn < Math.min(turns.size(), counted.turns().size()); turn++) {
            turns.get(turn).tokensProperty().set(counted.turns().get(turn));
        }
    }

    /// Changes the row at once, as one step; `sentence` ends with "example ".
    void change(UnaryOperator<ObjectNode> edit, String sentence, Caret caret) {
        if (state.get() instanceof EditorState.Open(var example) && session.writable().get()) {
            save();
            base = edit.apply(body());
            wantedCaret = Optional.of(caret);
            showTurns();
            saving.endStep();
            write(base, sentence + ExampleWords.number(example.id()));
            saving.endStep();
        }
    }

    /// From here on the text counts as handed over: the areas keep their places, what is typed next is a new change.
    private void write(ObjectNode body, String sentence) {
        long id = currentId();
        dirty = false;
        saved.set(new Saved.Underway());
        session.projectProperty().get().ifPresent(
                project -> saving.body(project.examples(), id, body, sentence, outcome -> written(id, outcome)));
    }

    private void written(long id, Outcome<Long> outcome) {
        switch (outcome) {
            case Outcome.Done<Long> _ -> {
                if (id == currentId() && !dirty) {
                    saved.set(new Saved.Done());
                }
            }
            case Outcome.Failed<Long>(var cause) -> {
                session.tell(cause);
                if (id == currentId()) {
                    saved.set(failed(cause));
                }
            }
            case Outcome.Stopped<Long>() -> {}
        }
    }

    private static Saved failed(Throwable cause) {
        String why = cause instanceof ExpectedException expected ? expected.getMessage() : "It could not be written.";
        return new Saved.Failed("Not saved, the text is kept here. " + why);
    }
}
