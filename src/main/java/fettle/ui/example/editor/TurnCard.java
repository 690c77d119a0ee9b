package fettle.ui.example.editor;

import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.control.Pill.Tone;
import fettle.ui.example.editor.MessageForm.Piece;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// A turn that can be written: its texts, what cannot be written, and a menu for the turn as a whole.
final class TurnCard {

    static final List<String> ROLES = List.of("system", "developer", "user", "assistant", "tool");

    private final EditorViewModel editor;
    private final EditedTurn turn;
    private final TurnFrame frame;
    private final List<TurnText> texts = new ArrayList<>();

    TurnCard(EditorViewModel editor, EditedTurn turn, ObservableValue<Boolean> byHand, TextTools tools) {
        this.editor = editor;
        this.turn = turn;
        this.frame = new TurnFrame(turn.form().role());
        Label pill = Pill.of("edited by hand", Tone.ACCENT);
        pill.visibleProperty().bind(byHand);
        pill.managedProperty().bind(byHand);
        frame.mark(pill);
        if (turn.form().role().equals("assistant") && !turn.form().trained()) {
            frame.mark(Pill.of("not trained", Tone.NEUTRAL));
        }
        var count = Labels.of(turn.tokensProperty().map(tokens -> tokens.intValue() < 0
                ? ""
                : Words.number(tokens.intValue())), "t-small", "t-soft");
        count.setMinWidth(Label.USE_PREF_SIZE);
        frame.end(count);
        if (!tools.readOnly()) {
            frame.end(menu());
        }
        turn.form().pieces().forEach(piece -> add(piece, tools));
    }

    Node root() {
        return frame.root();
    }

    boolean isAssistant() {
        return turn.form().role().equals("assistant");
    }

    List<TurnText> texts() {
        return texts;
    }

    private void add(Piece piece, TextTools tools) {
        switch (piece) {
            case Piece.Words words -> {
                var text = new TurnText(turn.text(words), tools.readOnly(), tools.session(), tools.moments());
                text.onEscape(tools.leave()).onLeaving(editor::save);
                if (!words.note().isEmpty()) {
                    frame.add(Labels.wrapped(words.note(), "t-small", "t-soft"));
                }
                text.styled().area().setId("turn-" + turn.form().index() + (texts.isEmpty() ? "" : "-" + texts.size()));
                texts.add(text);
                frame.add(text.root());
            }
            case Piece.Fixed fixed -> frame.add(TurnFrame.fixed(fixed));
        }
    }

    private MenuButton menu() {
        int index = turn.form().index();
        var menu = new MenuButton("", fettle.ui.control.Icons.of(Feather.MORE_HORIZONTAL));
        menu.setId("turn-menu-" + index);
        menu.setAccessibleText("What can be done with this turn");
        menu.getStyleClass().addAll("quiet", "turn-menu");
        menu.getItems().add(roles("Change the role", role -> editor.setRole(index, role)));
        menu.getItems().add(roles("Add a turn above", role -> editor.addTurn(index, role)));
        menu.getItems().add(roles("Add a turn below", role -> editor.addTurn(index + 1, role)));
        menu.getItems().addAll(new SeparatorMenuItem(), item("Move up", () -> editor.moveTurn(index, -1)),
                item("Move down", () -> editor.moveTurn(index, 1)), new SeparatorMenuItem(),
                item("Remove the turn", () -> editor.removeTurn(index)));
        return menu;
    }

    private static Menu roles(String title, java.util.function.Consumer<String> chosen) {
        var menu = new Menu(title);
        ROLES.forEach(role -> menu.getItems().add(item(ExampleWords.role(role), () -> chosen.accept(role))));
        return menu;
    }

    private static MenuItem item(String title, Runnable action) {
        var item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
