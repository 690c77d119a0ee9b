package fettle.ui.example.editor;

import fettle.ui.control.TwoEnds;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.SearchText;
import fettle.ui.session.Moment;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.example.spelling.SpellingViewModel;
import fettle.ui.control.Buttons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Segmented;
import fettle.ui.example.editor.EditorState.Saved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the editor: head, turns or changes, what is saved, tokens and tags.
public final class EditorView {

    /// As wide, and the preview stands beside the turns.
    private static final double ROOM_FOR_BOTH = 820;

    private final BorderPane root = new BorderPane();
    private final HBox both = new HBox(14);
    private final EditorViewModel editor;
    private final IntConsumer move;
    private final TurnsPane turns;
    private final Map<String, EditorPane> panes = new LinkedHashMap<>();
    private final Segmented<String> modes;
    private final FlowPane actions = new FlowPane(8, 6);
    private final ScrollPane scroll = new ScrollPane();
    private final VBox page = new VBox();
    private final Node below;
    private final TurnMarks marks;
    private final FindBar find;
    private final EditorFoot foot;
    private long shownId = -1;

    /// `move` goes to the row after by 1, to the one before by -1.
    public EditorView(EditorViewModel editor, TurnsPane turns, IntConsumer move, Moment.Maker moments) {
        this.editor = editor;
        this.move = move;
        this.turns = turns;
        this.modes = new Segmented<>("mode", List.of(EditorViewModel.WRITE), this::title, editor.modeProperty());
        this.below = below();
        var finding = new FindModel(editor, moments);
        this.marks = new TurnMarks(editor, turns, finding);
        this.find = new FindBar(editor, finding, () -> finding.place().ifPresentOrElse(
                place -> turns.show(new Caret(place.turn(), place.text(), place.hit().from())), turns::focusText));
        root.getStyleClass().addAll("pane", "editor");
        root.setId("editor");
        page.getStyleClass().add("editor-page");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setTop(new VBox(head(), choices(), find.root()));
        root.setCenter(scroll);
        this.foot = new EditorFoot(editor, moments);
        root.setBottom(foot.root());
        editor.modeProperty().addListener(_ -> showPage());
        editor.stateProperty().subscribe(this::show);
        addMode(new PreviewPane(editor, moments));
        addMode(new ChangesPane(editor, editor.session()));
        root.widthProperty().addListener(_ -> {
            if (editor.modeProperty().get().equals(PreviewPane.ID)) {
                showPage();
            }
        });
    }

    public Node root() {
        return root;
    }

    /// Opens find, or find and replace; what is selected in a text is looked for.
    public void find(boolean replace) {
        editor.modeProperty().set(EditorViewModel.WRITE);
        find.open(replace, turns.selectedText(), turns.caret().orElse(new Caret(0, 0, 0)));
    }

    /// Shows the preview, or the turns again.
    public void togglePreview() {
        boolean shown = editor.modeProperty().get().equals(PreviewPane.ID);
        editor.modeProperty().set(shown ? EditorViewModel.WRITE : PreviewPane.ID);
    }

    /// Marks words that are not known from now on.
    public void check(SpellingViewModel spelling) {
        turns.onCard(card -> card.check(spelling));
        spelling.settingsProperty().addListener(_ -> turns.shown().forEach(TurnCard::checkAgain));
        editor.session().commands().add(Command.of("spelling", "Check spelling, or stop it", Feather.TYPE,
                spelling::toggle).in(Place.EXAMPLES).when(editor.session().hasProject()));
    }

    /// Puts the caret into the note.
    public void editNote() {
        foot.editNote();
    }

    /// The search of the list: what it found is marked in the texts.
    public ObjectProperty<SearchText> searchProperty() {
        return marks.searchProperty();
    }

    /// One more way to look at the example, behind those that are there.
    public void addMode(EditorPane pane) {
        panes.put(pane.id(), pane);
        modes.add(pane.id());
    }

    /// A small button under the turns, behind those that are there.
    public void addAction(Node action) {
        actions.getChildren().add(action);
    }

    /// Takes the turns back from where they were shown, and shows them here.
    public void showPage() {
        EditorPane pane = panes.get(editor.modeProperty().get());
        Node wanted = pane == null ? turns.root() : pane.id().equals(PreviewPane.ID) ? beside(pane) : pane.root();
        if (!page.getChildren().equals(List.of(wanted, below))) { // setting them anew would take the focus away
            page.getChildren().setAll(wanted, below);
        }
        if (pane != null) {
            pane.refresh();
        }
    }

    /// The preview, and the turns at its left where there is room for both.
    private Node beside(EditorPane preview) {
        if (root.getWidth() < ROOM_FOR_BOTH) {
            return preview.root();
        }
        List<Node> two = List.of(turns.root(), preview.root());
        if (!both.getChildren().equals(two)) {
            both.getChildren().setAll(two);
        }
        two.forEach(each -> {
            HBox.setHgrow(each, Priority.ALWAYS);
            ((Region) each).setMinWidth(0);
            ((Region) each).setPrefWidth(100);
        });
        return both;
    }

    private void show(EditorState state) {
        boolean open = state instanceof EditorState.Open;
        root.getBottom().setVisible(open);
        switch (state) {
            case EditorState.Open(var example) -> {
                showPage();
                if (example.id() != shownId) {
                    scroll.setVvalue(0);
                    shownId = example.id();
                }
            }
            case EditorState.Opening _ -> {}
            case EditorState.Nothing() -> page.getChildren().setAll(
                    Labels.wrapped("Choose an example to read and edit it here.", "t-soft"));
            case EditorState.Gone _ -> page.getChildren().setAll(Labels.wrapped(
                    "This example is not in the project any more. Undo brings a deleted one back.", "t-soft"));
        }
    }

    private Node head() {
        Label title = Labels.of(editor.stateProperty().map(_ -> editor.currentId() < 0
                ? "No example"
                : "Example " + ExampleWords.number(editor.currentId())), "t-strong");
        title.setId("editor-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label source = Labels.of(open().map(example -> example.map(EditorView::source).orElse("")), "t-soft");
        source.setMinWidth(0);
        HBox.setHgrow(source, Priority.ALWAYS);
        source.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(title, source,
                Buttons.icon("editor-previous", Feather.CHEVRON_UP, "Previous example (K)", () -> move.accept(-1)),
                Buttons.icon("editor-next", Feather.CHEVRON_DOWN, "Next example (J)", () -> move.accept(1)));
        head.getStyleClass().add("editor-head");
        return head;
    }

    private static String source(Example example) {
        String line = example.origin().line() > 0 ? " › line " + example.origin().line() : "";
        return example.origin().source() + line;
    }

    private Node choices() {
        ObjectProperty<ExampleStatus> chosen = new SimpleObjectProperty<>(ExampleStatus.DRAFT);
        open().subscribe(example -> example.ifPresent(now -> chosen.set(now.status())));
        chosen.addListener((_, _, status) -> editor.decide(status));
        Region statuses = (Region) new Segmented<>("status", List.of(ExampleStatus.values()), EditorView::verb, chosen)
                .root();
        statuses.getStyleClass().add("status-choice");
        statuses.disableProperty().bind(editor.session().writable().not());
        cap(statuses, "#status-approved", "A");
        cap(statuses, "#status-rejected", "X");
        FlowPane row = TwoEnds.of(statuses, (Region) modes.root());
        row.getStyleClass().add("editor-choices");
        row.disableProperty().bind(open().map(Optional::isEmpty));
        return row;
    }

    private String title(String mode) {
        EditorPane pane = panes.get(mode);
        return pane == null ? "Write" : pane.title();
    }

    private static String verb(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case APPROVED -> "Approve";
            case REJECTED -> "Reject";
        };
    }

    private static void cap(Region segmented, String button, String key) {
        if (segmented.lookup(button) instanceof ToggleButton toggle) {
            toggle.setGraphic(KeyCap.caps(key));
            toggle.setContentDisplay(ContentDisplay.RIGHT);
        }
    }

    /// What was generated, and whether all is saved.
    private Node below() {
        var generated = Buttons.small(Buttons.secondary("generated-answer", "Generated answer", Feather.ROTATE_CCW,
                editor::restoreGenerated));
        generated.disableProperty().bind(editor.session().writable().not());
        generated.visibleProperty().bind(editor.edited());
        generated.managedProperty().bind(editor.edited());
        actions.getChildren().add(generated);
        actions.setPrefWrapLength(200); // as many lines as a narrow editor needs
        actions.setMinWidth(0);
        HBox.setHgrow(actions, Priority.ALWAYS);
        var words = Labels.wrapped(editor.savedProperty().map(this::words), "t-small", "t-soft");
        words.setId("saved");
        var again = Buttons.small(Buttons.secondary("save-again", "Try again", Feather.ROTATE_CW, editor::retry));
        again.visibleProperty().bind(editor.savedProperty().map(Saved.Failed.class::isInstance));
        again.managedProperty().bind(again.visibleProperty());
        editor.savedProperty().subscribe(saved -> {
            words.getStyleClass().removeAll("t-bad");
            if (saved instanceof Saved.Failed) {
                words.getStyleClass().add("t-bad");
            }
        });
        var row = new HBox(8, actions, words, again);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String words(Saved saved) {
        return switch (saved) {
            case Saved.Untouched() -> "";
            case Saved.Underway() -> "Saving…";
            case Saved.Done() -> editor.tools().problemProperty().get().isEmpty()
                    ? "Saved just now"
                    : "Saved, all but the tools";
            case Saved.Failed(String sentence) -> sentence;
        };
    }

    private ObservableValue<Optional<Example>> open() {
        return editor.stateProperty().map(
                state -> state instanceof EditorState.Open(var example) ? Optional.of(example) : Optional.empty());
    }
}
