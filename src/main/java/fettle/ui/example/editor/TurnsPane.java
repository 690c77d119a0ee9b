package fettle.ui.example.editor;

import fettle.ui.session.Moment;
import fettle.example.Example;
import fettle.example.Turn;
import fettle.ui.control.Buttons;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The turns of the open example, one card each. A very long conversation is shown by parts.
public final class TurnsPane {

    private static final int PART = 40;

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final Session session;
    private final Moment.Maker moments;
    private final Runnable leave;
    private final List<TurnCard> cards = new ArrayList<>();
    private int shown;

    /// `leave` takes the focus when Esc is pressed in a text.
    public TurnsPane(EditorViewModel editor, Session session, Moment.Maker moments, Runnable leave) {
        this.editor = editor;
        this.session = session;
        this.moments = moments;
        this.leave = leave;
        root.getStyleClass().add("turns");
        editor.turns().addListener((javafx.collections.ListChangeListener<EditedTurn>) _ -> rebuild());
    }

    public Node root() {
        return root;
    }

    /// Puts the caret into the answer: the last text of the last assistant, else the first text there is.
    public void focusText() {
        for (TurnCard card : cards.reversed()) {
            if (card.isAssistant() && !card.texts().isEmpty()) {
                card.texts().getLast().styled().area().requestFocus();
                return;
            }
        }
        cards.stream().flatMap(card -> card.texts().stream()).findFirst()
                .ifPresent(text -> text.styled().area().requestFocus());
    }

    private void rebuild() {
        root.getChildren().clear();
        cards.clear();
        shown = 0;
        more();
    }

    private void more() {
        root.getChildren().removeIf(node -> !node.getStyleClass().contains("turn-card"));
        List<EditedTurn> turns = editor.turns();
        int until = Math.min(turns.size(), shown + PART);
        boolean readOnly = !session.writable().get();
        var tools = new TextTools(session, moments, readOnly, leave);
        for (int turn = shown; turn < until; turn++) {
            var card = new TurnCard(editor, turns.get(turn), byHand(turns.get(turn).form().index()), tools);
            cards.add(card);
            root.getChildren().add(card.root());
        }
        shown = until;
        if (shown < turns.size()) {
            root.getChildren().add(Buttons.small(Buttons.secondary("more-turns",
                    "Show " + Math.min(PART, turns.size() - shown) + " of " + (turns.size() - shown) + " further turns",
                    Feather.CHEVRON_DOWN, this::more)));
            return;
        }
        editor.rest().forEach(rest -> root.getChildren().add(rest(rest)));
        if (!readOnly && !editor.turns().isEmpty()) {
            root.getChildren().add(add());
        }
    }

    private ObservableValue<Boolean> byHand(int turn) {
        return editor.stateProperty()
                .map(state -> state instanceof EditorState.Open(var example) && differs(example, turn));
    }

    private static boolean differs(Example example, int turn) {
        if (example.generated().isEmpty()) {
            return false;
        }
        List<Turn> generated = Turn.of(example.generated().get());
        List<Turn> now = example.turns();
        return turn >= generated.size() || turn >= now.size()
                || !generated.get(turn).text().equals(now.get(turn).text());
    }

    private static Node rest(MessageForm.Piece.Fixed rest) {
        var box = new VBox(TurnFrame.fixed(rest));
        box.getStyleClass().add("turn-rest");
        return box;
    }

    private Node add() {
        var menu = new MenuButton("Add a turn", fettle.ui.control.Icons.of(Feather.PLUS, "icon-small"));
        menu.setId("add-turn");
        menu.getStyleClass().addAll("small");
        for (String role : TurnCard.ROLES) {
            var item = new MenuItem(ExampleWords.role(role));
            item.setOnAction(_ -> editor.addTurn(editor.turns().size(), role));
            menu.getItems().add(item);
        }
        return menu;
    }
}
