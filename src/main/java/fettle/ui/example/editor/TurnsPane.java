package fettle.ui.example.editor;

import fettle.ui.control.Icons;
import fettle.ui.control.LazyColumn;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The turns of the open example, one card each; of a long conversation only the cards near the visible part are made.
public final class TurnsPane {

    private static final double GAP = 10;

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final Session session;
    private final Moment.Maker moments;
    private final Runnable leave;
    private final TurnFocus focus;
    private final List<@Nullable TurnCard> cards = new ArrayList<>();
    private final ReadOnlyObjectWrapper<BitSet> byHand = new ReadOnlyObjectWrapper<>(new BitSet());
    private final List<Consumer<TurnCard>> whenMade = new ArrayList<>();
    private final Moment soon;
    private LazyColumn column = new LazyColumn(0, _ -> new VBox(), _ -> 0, GAP, _ -> {});
    private long shownId = -1;

    /// `leave` takes the focus when Esc is pressed in a text.
    public TurnsPane(EditorViewModel editor, Session session, Moment.Maker moments, Runnable leave) {
        this.editor = editor;
        this.session = session;
        this.moments = moments;
        this.leave = leave;
        this.focus = new TurnFocus(root);
        this.soon = moments.of(1);
        root.getStyleClass().add("turns");
        editor.turns().addListener((ListChangeListener<EditedTurn>) _ -> rebuild());
        editor.stateProperty().subscribe(state -> {
            if (state instanceof EditorState.Open(var example)) {
                byHand.set(example.generated()
                        .map(generated -> ReadChanges.differing(generated, example.turns())).orElseGet(BitSet::new));
            }
        });
    }

    public Node root() {
        return root;
    }

    /// Puts the caret into the answer: the last text of the last assistant, else the first text there is.
    public void focusText() {
        List<EditedTurn> turns = editor.turns();
        for (int turn = turns.size() - 1; turn >= 0; turn--) {
            if (turns.get(turn).form().role().equals("assistant") && !turns.get(turn).words().isEmpty()) {
                show(new Caret(turn, Integer.MAX_VALUE, 0));
                return;
            }
        }
        if (!turns.isEmpty()) {
            show(new Caret(0, 0, 0));
        }
    }

    /// Puts the caret somewhere, and brings it into sight.
    void show(Caret caret) {
        if (caret.turn() < 0 || caret.turn() >= editor.turns().size()) {
            return;
        }
        TurnCard card = card(caret.turn());
        List<TurnText> texts = card.texts();
        if (texts.isEmpty()) {
            card.root().requestFocus();
        } else {
            texts.get(Math.min(caret.text(), texts.size() - 1)).focus(caret.offset());
        }
        soon.restart(() -> column.reveal(caret.turn()));
    }

    /// The turn with the focus, or -1. It stays while a palette or a menu has the keys.
    ReadOnlyIntegerProperty currentTurn() {
        return focus.turnProperty();
    }

    /// Where the caret stands; empty while no turn has the focus.
    Optional<Caret> caret() {
        int turn = focus.turnProperty().get();
        TurnCard card = turn >= 0 && turn < cards.size() ? cards.get(turn) : null;
        return Optional.ofNullable(card).map(TurnCard::caret);
    }

    /// The words that are selected; empty for none.
    public Optional<Selected> selected() {
        return Selected.in(this, editor);
    }

    /// The texts of a turn; none when its card is not made.
    List<TurnText> textsIfMade(int turn) {
        TurnCard card = turn < cards.size() ? cards.get(turn) : null;
        return card == null ? List.of() : card.texts();
    }

    /// What is selected in the text with the focus; empty for nothing.
    String selectedText() {
        return shown().stream().flatMap(card -> card.texts().stream()).filter(text -> text.area().isFocused())
                .map(text -> text.area().getSelectedText()).findFirst().orElse("");
    }

    /// The card of a turn, made when it was not yet.
    TurnCard card(int turn) {
        column.block(turn);
        TurnCard card = cards.get(turn);
        if (card == null) {
            throw new IllegalStateException("The card was made and is not there.");
        }
        return card;
    }

    /// The cards that are there; a turn far from sight has none.
    List<TurnCard> shown() {
        return cards.stream().<TurnCard>mapMulti((card, out) -> {
            if (card != null) {
                out.accept(card);
            }
        }).toList();
    }

    /// Hears of each card that is made.
    void onCard(Consumer<TurnCard> made) {
        whenMade.add(made);
    }

    /// Brings a place of a text into sight; the focus stays where it is.
    void reveal(int turn, int text, int offset) {
        if (turn < editor.turns().size()) {
            List<TurnText> texts = card(turn).texts();
            if (text < texts.size()) {
                texts.get(text).area().moveTo(Math.min(offset, texts.get(text).area().getLength()));
                texts.get(text).area().requestFollowCaret();
            }
            soon.restart(() -> {
                column.reveal(turn);
                if (text < texts.size()) {
                    texts.get(text).styled().showCaret();
                }
            });
        }
    }

    ReadOnlyObjectProperty<BitSet> byHandProperty() {
        return byHand.getReadOnlyProperty();
    }

    private void rebuild() {
        Optional<Caret> wanted = editor.takeWantedCaret()
                .or(() -> editor.currentId() == shownId && root.isFocusWithin() ? caret() : Optional.empty());
        shownId = editor.currentId();
        List<EditedTurn> turns = List.copyOf(editor.turns());
        cards.clear();
        turns.forEach(_ -> cards.add(null));
        boolean readOnly = !session.writable().get();
        var tools = new TextTools(session, moments, readOnly, leave, editor::save);
        column = new LazyColumn(turns.size(), turn -> make(turns.get(turn), tools), turn -> estimate(turns.get(turn)),
                GAP, turn -> cards.set(turn, null));
        root.getChildren().setAll(column);
        if (!editor.rejected().turns().isEmpty()) {
            root.getChildren().add(new RejectedBox(editor.rejected(), tools).root());
        }
        if (editor.tools().isPresent()) {
            root.getChildren().add(new ToolsBox(editor.tools(), tools).root());
        }
        editor.rest().forEach(rest -> root.getChildren().add(rest(rest)));
        if (!readOnly && !turns.isEmpty()) {
            root.getChildren().add(add());
        }
        wanted.ifPresent(this::show);
    }

    private Node make(EditedTurn turn, TextTools tools) {
        int index = turn.form().index();
        var card = new TurnCard(editor, turn, byHand.map(turns -> turns.get(index)), tools);
        card.root().getProperties().put(TurnFrame.INDEX, index);
        cards.set(index, card);
        focus.follow(card.root(), index);
        if (!tools.readOnly()) {
            TurnDrag.on(card.head(), root, index, editor.edits());
        }
        whenMade.forEach(each -> each.accept(card));
        return card.root();
    }

    /// Twenty pixels for every line of about seventy letters.
    private static double estimate(EditedTurn turn) {
        double lines = 0;
        for (MessageForm.Piece.Words words : turn.words()) {
            String text = words.text();
            lines += Math.min(300, text.length() / 70.0 + text.lines().limit(300).count());
        }
        return 54 + Math.max(1, lines) * 20;
    }

    private static Node rest(MessageForm.Piece.Fixed rest) {
        var box = new VBox(TurnFrame.fixed(rest));
        box.getStyleClass().add("turn-rest");
        return box;
    }

    private Node add() {
        var menu = new MenuButton("Add a turn", Icons.of(Feather.PLUS, "icon-small"));
        menu.setId("add-turn");
        menu.getStyleClass().addAll("small");
        for (String role : TurnEdits.ROLES) {
            menu.getItems().add(TurnMenu.item(ExampleWords.role(role),
                    () -> editor.edits().add(editor.turns().size(), role)));
        }
        if (!editor.tools().isPresent()) {
            MenuItem tools = TurnMenu.item("Tools that can be called", editor.edits()::addTools);
            menu.getItems().addAll(new javafx.scene.control.SeparatorMenuItem(), tools);
        }
        return menu;
    }
}
