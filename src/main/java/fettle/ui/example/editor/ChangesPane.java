package fettle.ui.example.editor;

import fettle.ui.control.Labels;
import fettle.ui.control.LazyColumn;
import fettle.ui.control.Pill;
import fettle.ui.control.Pill.Tone;
import fettle.ui.control.text.StyledArea;
import fettle.ui.example.editor.TurnChange.Kind;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.Caret.CaretVisibility;

/// The generated row against the one as it stands, word by word. A click on a change puts the generated words back.
final class ChangesPane implements EditorPane {

    private static final double GAP = 10;

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final Reading<List<TurnChange>> reading;
    private final Set<TurnChange> unfolded = new HashSet<>();

    ChangesPane(EditorViewModel editor, Session session) {
        this.editor = editor;
        this.reading = new Reading<>(session, this::show);
        root.getStyleClass().add("turns");
    }

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String title() {
        return "Changes";
    }

    @Override
    public Node root() {
        return root;
    }

    /// Compares anew.
    @Override
    public void refresh() {
        if (editor.stateProperty().get() instanceof EditorState.Open(var example)) {
            var now = editor.body();
            var generated = example.generated().orElse(now);
            reading.start(new ReadChanges(generated, now));
        }
    }

    private void show(List<TurnChange> changes) {
        root.getChildren().setAll(Labels.wrapped(summary(changes), "t-small", "t-soft"),
                new LazyColumn(changes.size(), turn -> card(changes.get(turn)),
                        turn -> 60 + 20 * lines(changes.get(turn)), GAP, _ -> {}));
    }

    private String summary(List<TurnChange> changes) {
        int hunks = changes.stream().mapToInt(change -> change.hunks().size()).sum();
        if (changes.stream().allMatch(change -> change.kind() == Kind.SAME)) {
            return "Nothing has been changed here since the example came in.";
        }
        return Words.count(hunks, "change", "changes") + " since the example came in."
                + (editor.session().writable().get()
                        ? " A click on one, or Enter, puts the generated words back."
                        : "");
    }

    private static double lines(TurnChange change) {
        return Math.min(40, change.pieces().stream().mapToInt(piece -> piece.text().length()).sum() / 70.0);
    }

    private Node card(TurnChange change) {
        var frame = new TurnFrame(change.role());
        switch (change.kind()) {
            case SAME -> {}
            case CHANGED -> frame.mark(Pill.of(change.roleBefore().isEmpty()
                    ? "edited by hand"
                    : "was " + ExampleWords.role(change.roleBefore()), Tone.ACCENT));
            case ADDED -> frame.mark(Pill.of("new turn", Tone.ACCENT));
            case GONE -> frame.mark(Pill.of("removed turn", Tone.NEUTRAL));
        }
        if (change.kind() != Kind.SAME) {
            frame.accent();
        }
        var holder = new VBox();
        fill(holder, change);
        frame.add(holder);
        return frame.root();
    }

    private void fill(VBox holder, TurnChange change) {
        var merged = new ChangeText(change, !unfolded.contains(change));
        var area = new StyledArea(merged.text(), true);
        area.paint(merged.text(), merged.styling());
        area.area().focusedProperty().subscribe(
                focused -> area.area().setShowCaret(focused ? CaretVisibility.ON : CaretVisibility.OFF));
        area.area().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && area.area().getSelection().getLength() == 0) {
                act(holder, change, merged, area.area().hit(event.getX(), event.getY()).getInsertionIndex());
            }
        });
        area.area().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            int at = area.area().hit(event.getX(), event.getY()).getInsertionIndex();
            boolean acts = merged.isFold(at) || (canRestore(change) && merged.hunkAt(at).isPresent());
            area.area().setCursor(acts ? Cursor.HAND : Cursor.TEXT);
        });
        area.area().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                act(holder, change, merged, area.area().getCaretPosition());
                event.consume();
            }
        });
        holder.getChildren().setAll(area.root());
    }

    private void act(VBox holder, TurnChange change, ChangeText merged, int at) {
        if (merged.isFold(at)) {
            unfolded.add(change);
            fill(holder, change);
        } else if (canRestore(change)) {
            merged.hunkAt(at).ifPresent(hunk -> restore(change.turn(), hunk));
        }
    }

    /// A turn of one text alone: of several parts nobody knows which the words belong to.
    private boolean canRestore(TurnChange change) {
        if (change.turn() < 0 || change.turn() >= editor.turns().size() || !editor.session().writable().get()) {
            return false;
        }
        EditedTurn turn = editor.turns().get(change.turn());
        return turn.texts().size() == 1 && turn.words().size() == 1;
    }

    private void restore(int turn, TurnChange.Hunk hunk) {
        var text = editor.turns().get(turn).texts().getFirst();
        if (hunk.to() <= text.get().length()) {
            editor.rewrite(Map.of(text, text.get().substring(0, hunk.from()) + hunk.generated()
                    + text.get().substring(hunk.to())), "Put generated words back in");
            refresh();
        }
    }
}
