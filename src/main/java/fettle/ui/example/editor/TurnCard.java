package fettle.ui.example.editor;

import fettle.example.TokenCut;
import fettle.ui.control.Icons;
import fettle.ui.control.LazyColumn;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.control.Pill.Tone;
import fettle.ui.control.text.MarkdownStyles;
import fettle.ui.example.editor.MessageForm.Piece;
import fettle.ui.example.spelling.SpellingViewModel;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A turn that can be written: its texts and calls, what cannot be written, a switch for its weight, and a menu for the
/// turn as a whole.
final class TurnCard {

    private final EditorViewModel editor;
    private final EditedTurn turn;
    private final TurnFrame frame;
    private final List<TurnText> texts = new ArrayList<>();
    private final List<TurnText> calls = new ArrayList<>();
    private final List<SpellMarks> spelt = new ArrayList<>();
    private final TextTools tools;
    private final Label cut = Labels.wrapped("", "t-small", "t-warn");
    private final HBox cutLine = new HBox(6);

    TurnCard(EditorViewModel editor, EditedTurn turn, ObservableValue<Boolean> byHand, TextTools tools) {
        this.editor = editor;
        this.turn = turn;
        this.tools = tools;
        this.frame = new TurnFrame(turn.form().role());
        Label pill = Pill.of("edited by hand", Tone.ACCENT);
        pill.visibleProperty().bind(byHand);
        pill.managedProperty().bind(byHand);
        frame.mark(pill);
        if (isAssistant()) {
            addWeight(tools.readOnly());
        }
        var count = Labels.of(turn.tokensProperty().map(tokens -> tokens.intValue() < 0
                ? ""
                : Words.number(tokens.intValue())), "t-small", "t-soft");
        count.setMinWidth(Label.USE_PREF_SIZE);
        frame.end(count);
        if (!tools.readOnly()) {
            frame.end(TurnMenu.of(editor, turn.form(), this::caret));
        }
        cutLine.getStyleClass().add("cut-line-box");
        cutLine.getChildren().addAll(Icons.of(Feather.SCISSORS, "icon-small", "icon-warn"), cut);
        frame.add(cutLine);
        showCut(Optional.empty(), false);
        turn.form().pieces().forEach(piece -> add(piece, tools));
        texts().forEach(text -> text.text().addListener(_ -> root().setUserData(LazyColumn.Pinned.YES)));
    }

    Node root() {
        return frame.root();
    }

    /// What one takes the turn by to drag it.
    Node head() {
        return frame.head();
    }

    EditedTurn turn() {
        return turn;
    }

    boolean isAssistant() {
        return turn.form().role().equals("assistant");
    }

    /// The texts of the turn, then the arguments of its calls.
    List<TurnText> texts() {
        var all = new ArrayList<>(texts);
        all.addAll(calls);
        return all;
    }

    /// The text with this path; empty when it cannot be written.
    TurnText textAt(int index) {
        return texts.get(index);
    }

    int words() {
        return texts.size();
    }

    /// Says where the limit cuts the turn off, or that all of it is lost.
    void showCut(Optional<TokenCut> here, boolean lost) {
        cut.setText(here.map(at -> "Cut off where the dotted line begins: "
                + Words.count(at.beyond(), "token", "tokens") + " beyond " + Words.number(editor.tokenLimit()))
                .orElse(lost ? "All of this turn is cut off." : ""));
        boolean shown = here.isPresent() || lost;
        cutLine.setVisible(shown);
        cutLine.setManaged(shown);
    }

    /// Marks words that are not known in the texts of people; the arguments of calls are no prose.
    void check(SpellingViewModel spelling) {
        for (TurnText text : texts) {
            var marks = new SpellMarks(text, spelling, tools);
            spelt.add(marks);
            TextMenu.on(text.area(), marks, spelling);
        }
    }

    void checkAgain() {
        spelt.forEach(SpellMarks::soon);
    }

    /// Which text has the focus, and where in it; else the end of the last text.
    Caret caret() {
        for (int text = 0; text < texts.size(); text++) {
            if (texts.get(text).area().isFocused()) {
                return new Caret(turn.form().index(), text, texts.get(text).area().getCaretPosition());
            }
        }
        int last = Math.max(0, texts.size() - 1);
        int offset = texts.isEmpty() ? 0 : texts.get(last).area().getCaretPosition();
        return new Caret(turn.form().index(), last, offset);
    }

    private void addWeight(boolean readOnly) {
        boolean trained = turn.form().trained();
        if (readOnly) {
            if (!trained) {
                frame.mark(Pill.of("not trained", Tone.NEUTRAL));
            }
            return;
        }
        var weight = new WeightSwitch("weight-" + turn.form().index(), trained,
                now -> editor.edits().setTrained(turn.form().index(), now));
        frame.end(weight.root());
    }

    private void add(Piece piece, TextTools tools) {
        switch (piece) {
            case Piece.Words words -> {
                var text = new TurnText(turn.text(words), MarkdownStyles::of, tools);
                if (!words.note().isEmpty()) {
                    frame.add(Labels.wrapped(words.note(), "t-small", "t-soft"));
                }
                text.area().setId("turn-" + turn.form().index() + (texts.isEmpty() ? "" : "-" + texts.size()));
                texts.add(text);
                frame.add(text.root());
                if (text.styled().isUnwrapped()) {
                    frame.add(Labels.wrapped("A line here is too long to be wrapped; it scrolls sideways."
                            + (text.styled().isGigantic() ? " Spelling is not checked in it." : ""), "t-small",
                            "t-soft"));
                }
            }
            case Piece.Call call -> {
                var box = new CallBox(editor, turn, call, tools);
                calls.add(box.arguments());
                frame.add(box.root());
            }
            case Piece.Answers answers -> frame
                    .add(new AnswersBox(editor, turn.form().index(), answers, tools.readOnly()).root());
            case Piece.Fixed fixed -> frame.add(TurnFrame.fixed(fixed));
        }
    }
}
