package fettle.ui.example.editor;

import fettle.example.Turn;
import fettle.ui.control.text.WordDiff;
import java.util.ArrayList;
import java.util.List;

/// A turn with what is gone and what came, word by word.
///
/// @param turn its place in the row as it stands; -1 when it is gone
/// @param role as it stands, or as it was
/// @param roleBefore empty when the role is the same, or the turn is new
/// @param pieces in reading order
record TurnChange(int turn, String role, String roleBefore, Kind kind, List<WordDiff.Piece> pieces) {

    enum Kind {
        SAME, CHANGED, ADDED, GONE
    }

    /// Stretches that differ.
    ///
    /// @param piece the first of its pieces
    /// @param from offset in the text as it stands
    /// @param to exclusive end there
    /// @param generated what stood there
    record Hunk(int piece, int from, int to, String generated) {}

    static TurnChange of(int turn, Turn before, Turn after) {
        String old = LineEnds.shown(before.text());
        String fresh = LineEnds.shown(after.text());
        boolean sameRole = before.role().equals(after.role());
        return new TurnChange(turn, after.role(), sameRole ? "" : before.role(),
                old.equals(fresh) && sameRole ? Kind.SAME : Kind.CHANGED, WordDiff.of(old, fresh));
    }

    static TurnChange gone(Turn before) {
        return new TurnChange(-1, before.role(), "", Kind.GONE, WordDiff.of(LineEnds.shown(before.text()), ""));
    }

    static TurnChange added(int turn, Turn after) {
        return new TurnChange(turn, after.role(), "", Kind.ADDED, WordDiff.of("", LineEnds.shown(after.text())));
    }

    /// All of them, from top to bottom. What is gone and what came at one place is one.
    List<Hunk> hunks() {
        var hunks = new ArrayList<Hunk>();
        int at = 0;
        int piece = 0;
        while (piece < pieces.size()) {
            if (isSame(piece)) {
                at += pieces.get(piece++).text().length();
                continue;
            }
            int first = piece;
            int from = at;
            var generated = new StringBuilder();
            while (piece < pieces.size() && !isSame(piece)) {
                WordDiff.Piece each = pieces.get(piece++);
                boolean gone = each.kind() == WordDiff.Kind.GONE;
                generated.append(gone ? each.text() : "");
                at += gone ? 0 : each.text().length();
            }
            hunks.add(new Hunk(first, from, at, generated.toString()));
        }
        return List.copyOf(hunks);
    }

    private boolean isSame(int piece) {
        return pieces.get(piece).kind() == WordDiff.Kind.SAME;
    }
}
