package fettle.ui.example.editor;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import fettle.example.Turn;
import fettle.job.Progress;
import fettle.job.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What was changed between the generated row and the one as it stands, turn by turn. Turns are matched by what they say,
/// so that one that was put between others is new, and the others are as they were.
record ReadChanges(ObjectNode generated, ObjectNode now) implements Work<List<TurnChange>> {

    /// The turns of `now` that differ from what was generated, matched as the changes show them.
    static BitSet differing(ObjectNode generated, List<Turn> now) {
        var turns = new BitSet();
        for (AbstractDelta<Turn> delta : DiffUtils.diff(words(Turn.of(generated)), words(now)).getDeltas()) {
            int from = delta.getTarget().getPosition();
            turns.set(from, from + delta.getTarget().size());
        }
        return turns;
    }

    private static List<Turn> words(List<Turn> turns) {
        return turns.stream().map(turn -> new Turn(turn.role(), LineEnds.shown(turn.text()), false)).toList();
    }

    @Override
    public List<TurnChange> run(Progress progress) throws InterruptedException {
        List<Turn> before = Turn.of(generated);
        List<Turn> after = Turn.of(now);
        var changes = new ArrayList<TurnChange>();
        int old = 0;
        int fresh = 0;
        for (AbstractDelta<Turn> delta : DiffUtils.diff(before, after).getDeltas()) {
            for (; old < delta.getSource().getPosition(); old++, fresh++) {
                changes.add(TurnChange.of(fresh, before.get(old), after.get(fresh)));
            }
            int gone = delta.getSource().size();
            int came = delta.getTarget().size();
            for (int turn = 0; turn < Math.max(gone, came); turn++) {
                progress.stopIfCancelled();
                if (turn >= came) {
                    changes.add(TurnChange.gone(before.get(old + turn)));
                } else if (turn >= gone) {
                    changes.add(TurnChange.added(fresh + turn, after.get(fresh + turn)));
                } else {
                    changes.add(TurnChange.of(fresh + turn, before.get(old + turn), after.get(fresh + turn)));
                }
            }
            old += gone;
            fresh += came;
        }
        for (; old < before.size(); old++, fresh++) {
            changes.add(TurnChange.of(fresh, before.get(old), after.get(fresh)));
        }
        return List.copyOf(changes);
    }
}
