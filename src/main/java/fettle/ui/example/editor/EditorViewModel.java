package fettle.ui.example.editor;

import fettle.token.TokenCounter;
import fettle.ui.session.Moment;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
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

    private final Session session;
    private final Saving saving;
    private final Marks marks;
    private final TurnEdits edits = new TurnEdits(this);
    private final Drafts drafts = new Drafts();
    private final RowTokens tokens;
    private final Autosave autosave;
    private final Reading<Read> reading;

    private final ReadOnlyObjectWrapper<EditorState> state = new ReadOnlyObjectWrapper<>(new EditorState.Nothing());
    private final StringProperty mode = new SimpleStringProperty(WRITE);
    private final ObservableList<EditedTurn> turns = FXCollections.observableArrayList();
    private final BooleanBinding edited;
    private ObjectNode base = fettle.example.BodyJson.mapper().createObjectNode();
    private EditedTools tools = new EditedTools(base, drafts, -1, () -> {});
    private EditedRejected rejected = new EditedRejected(base, () -> {});
    private Optional<Caret> wantedCaret = Optional.empty();

    private record Read(long id, ExampleStore store, Optional<Example> example) {}

    /// Without a limit of tokens.
    public EditorViewModel(Session session, Saving saving, TokenCounter counter, Moment.Maker moments) {
        this(session, saving, new Counting(counter, Integer.MAX_VALUE), moments);
    }

    public EditorViewModel(Session session, Saving saving, Counting counter, Moment.Maker moments) {
        this.session = session;
        this.saving = saving;
        this.marks = new Marks(session, saving);
        this.tokens = new RowTokens(session, counter, turns, this::body, moments);
        this.autosave = new Autosave(session, saving, this::currentId, moments);
        this.reading = new Reading<>(session, this::arrived);
        this.edited = Bindings.createBooleanBinding(
                () -> state.get() instanceof EditorState.Open(var example) && example.edited(), state);
        session.revisionProperty().addListener(_ -> refresh());
        session.projectProperty().addListener(_ -> {
            close(new EditorState.Nothing());
            drafts.clear();
        });
    }

    // ---- commands ----

    /// Opens an example; what was typed in the one before is written first.
    public void open(long id) {
        if (currentId() == id) {
            return;
        }
        leave();
        state.set(new EditorState.Opening(id));
        read(id);
    }

    /// Shows nothing.
    public void close() {
        leave();
        close(new EditorState.Nothing());
    }

    /// Writes what was typed, now.
    public void save() {
        autosave.cancel();
        if (autosave.isDirty() && state.get() instanceof EditorState.Open(var example)) {
            ObjectNode body = body();
            autosave.write(body, EditWords.edited(base, body, example.id()));
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

    /// Sets these texts, which are of its turns, as one step; `sentence` ends with "in". The areas stay.
    void rewrite(Map<StringProperty, String> texts, String sentence) {
        if (state.get() instanceof EditorState.Open(var example) && session.writable().get()) {
            save();
            texts.forEach(StringProperty::set);
            autosave.cancel();
            autosave.write(body(), sentence + " example " + ExampleWords.number(example.id()));
        }
    }

    /// Tries again to write what could not be written.
    public void retry() {
        if (state.get() instanceof EditorState.Open(var example)) {
            ObjectNode body = body();
            autosave.write(body, EditWords.edited(base, body, example.id()));
        }
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<EditorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Saved> savedProperty() {
        return autosave.savedProperty();
    }

    /// Tokens that an example may have.
    int tokenLimit() {
        return tokens.limit();
    }

    public ReadOnlyObjectProperty<TurnTokens.Counted> tokensProperty() {
        return tokens.countedProperty();
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

    /// The worse answer of a pair; made anew with the turns.
    EditedRejected rejected() {
        return rejected;
    }

    /// Its messages; none when the row is no pair.
    public List<EditedTurn> rejectedTurns() {
        return rejected.turns();
    }

    /// Where the caret shall stand after a change of the turns; asked for once.
    Optional<Caret> takeWantedCaret() {
        Optional<Caret> wanted = wantedCaret;
        wantedCaret = Optional.empty();
        return wanted;
    }

    /// What was typed as tools of rows and cannot be saved yet.
    public Drafts drafts() {
        return drafts;
    }

    /// What the row holds beside its turns.
    public List<MessageForm.Piece.Fixed> rest() {
        return MessageForm.rest(base);
    }

    /// Whether something was typed that is not written yet.
    public boolean isWriting() {
        return autosave.isDirty() || savedProperty().get() instanceof Saved.Underway;
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
        rejected.writeInto(body);
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

    private void leave() {
        save();
        drafts.left(currentId());
    }

    private void close(EditorState next) {
        autosave.forget();
        tokens.cancel();
        turns.clear();
        state.set(next);
    }

    private void arrived(Read read) {
        if (read.id() != currentId()) {
            return;
        }
        if (read.example().isEmpty()) {
            close(new EditorState.Gone(read.id()));
            return;
        }
        Example example = read.example().get();
        boolean first = !(state.get() instanceof EditorState.Open);
        Optional<Saving.Unsaved> unsaved = saving.unsaved(example.id());
        ObjectNode body = unsaved.map(Saving.Unsaved::body).orElse(example.body());
        if (first) {
            autosave.shown(unsaved);
        }
        boolean keepsTexts = !first && (autosave.isDirty() || body.equals(body()));
        if (!keepsTexts) {
            base = body;
        }
        state.set(new EditorState.Open(example));
        if (!keepsTexts) {
            showTurns();
        }
    }

    private void showTurns() {
        autosave.clean();
        tools = new EditedTools(base, drafts, currentId(), this::typed);
        rejected = new EditedRejected(base, this::typed);
        turns.setAll(MessageForm.all(base).stream().map(form -> new EditedTurn(form, this::typed)).toList());
        tokens.count();
    }

    private void typed() {
        autosave.typed(this::save);
        tokens.soon();
    }

    /// Changes the row at once, as one step; `sentence` ends with "example ".
    void change(UnaryOperator<ObjectNode> edit, String sentence, Caret caret) {
        if (state.get() instanceof EditorState.Open(var example) && session.writable().get()) {
            save();
            base = edit.apply(body());
            wantedCaret = Optional.of(caret);
            showTurns();
            saving.endStep();
            autosave.write(base, sentence + ExampleWords.number(example.id()));
            saving.endStep();
        }
    }
}
