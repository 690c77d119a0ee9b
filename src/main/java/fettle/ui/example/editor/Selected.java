package fettle.ui.example.editor;

import fettle.ui.example.editor.MessageForm.Piece;
import java.util.Optional;
import javafx.scene.control.IndexRange;

/// Words of a turn that are selected.
///
/// @param turn from 0
/// @param text which of the turn's texts
/// @param from where the selection begins in it, in UTF-16 units
/// @param to exclusive
public record Selected(int turn, Piece.Words text, int from, int to) {

    /// What is selected in the turns that are in sight; that of the turn with the focus, if several have something.
    static Optional<Selected> in(TurnsPane pane, EditorViewModel editor) {
        Optional<Selected> found = Optional.empty();
        for (int turn = 0; turn < editor.turns().size(); turn++) {
            Optional<Selected> here = in(pane, editor.turns().get(turn), turn);
            if (here.isPresent() && (found.isEmpty() || pane.currentTurn().get() == turn)) {
                found = here;
            }
        }
        return found;
    }

    private static Optional<Selected> in(TurnsPane pane, EditedTurn edited, int turn) {
        for (TurnText area : pane.textsIfMade(turn)) {
            IndexRange range = area.area().getSelection();
            if (range.getLength() > 0) {
                Optional<Selected> found = edited.words().stream().filter(words -> area.isOf(edited.text(words)))
                        .findFirst().map(words -> new Selected(turn, words, range.getStart(), range.getEnd()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
