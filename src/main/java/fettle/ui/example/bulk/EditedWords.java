package fettle.ui.example.bulk;

import fettle.example.Turn;
import fettle.ui.control.text.WordDiff;
import fettle.ui.control.text.WordDiff.Kind;
import fettle.ui.control.text.WordDiff.Piece;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Words that were changed by hand in a row, to be changed so in others too.
///
/// @param old what stood there; one line
/// @param fresh what stands there now; empty when it was taken out
record EditedWords(String old, String fresh) {

    private static final int LONGEST = 160;
    private static final int MOST = 20;

    /// What was changed between two bodies, in reading order. Compares word by word: to be called away from the screen.
    static List<EditedWords> of(ObjectNode before, ObjectNode now) {
        List<Turn> old = Turn.of(before);
        List<Turn> fresh = Turn.of(now);
        Set<EditedWords> found = new LinkedHashSet<>();
        for (int turn = 0; turn < Math.min(old.size(), fresh.size()); turn++) {
            List<Piece> pieces = WordDiff.of(old.get(turn).text(), fresh.get(turn).text());
            for (int at = 0; at < pieces.size(); at++) {
                if (pieces.get(at).kind() == Kind.GONE) {
                    boolean replaced = at + 1 < pieces.size() && pieces.get(at + 1).kind() == Kind.NEW;
                    add(found, pieces.get(at).text(), replaced ? pieces.get(at + 1).text() : "");
                }
            }
        }
        return found.stream().limit(MOST).toList();
    }

    private static void add(Set<EditedWords> found, String gone, String fresh) {
        String old = fresh.isEmpty() ? gone : gone.strip();
        boolean usable = old.strip().length() > 1 && old.length() <= LONGEST && old.indexOf('\n') < 0;
        if (usable && old.codePoints().anyMatch(Character::isLetterOrDigit)) {
            found.add(new EditedWords(old, fresh.isEmpty() ? "" : fresh.strip()));
        }
    }

    /// Whether it begins and ends with a letter or digit, so that it is meant as whole words.
    boolean isWhole() {
        return Character.isLetterOrDigit(old.charAt(0)) && Character.isLetterOrDigit(old.charAt(old.length() - 1));
    }

    /// "colour → color".
    String words() {
        return old + " → " + (fresh.isEmpty() ? "nothing" : fresh);
    }
}
