package fettle.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.Step;
import fettle.example.Step.State;
import fettle.ui.history.HistoryLine.Beginning;
import fettle.ui.history.HistoryLine.Day;
import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HistoryTreeTest {

    private static final long DAY = 86_400_000;

    /// 1 and 2 are done; 3, 4 and 5 were left for 6, which is done; 7 is undone; from 4 went 5 and, later, 8.
    private static final HistoryTree TREE = new HistoryTree(List.of(step(1, 0, State.DONE), step(2, 1, State.DONE),
            step(3, 2, State.BRANCH), step(4, 3, State.BRANCH), step(5, 4, State.BRANCH), step(6, 2, State.DONE),
            step(7, 6, State.UNDONE), step(8, 4, State.BRANCH)));

    private static Step step(long number, long parent, State state) {
        return new Step(number, "Step number " + number, (number < 4 ? 1 : 2) * DAY, 1, parent, state);
    }

    @Test
    void listsTheWayNewestFirstAndFoldsBranchesWhereTheyLeaveIt() {
        assertEquals(List.of("day", "7", "6 here", "day", "+4 from 3", "2", "1", "beginning"),
                words(TREE.lines(Set.of(), ZoneOffset.UTC)));
    }

    @Test
    void opensBranchesAndTheBranchesOfBranches() {
        assertEquals(List.of("day", "7", "6 here", "day", "-4 from 3", " 8", " +1 from 5", " 4", " 3 joins", "2", "1",
                "beginning"), words(TREE.lines(Set.of(3L), ZoneOffset.UTC)));
        assertEquals(List.of("day", "7", "6 here", "day", "-4 from 3", " 8", " -1 from 5", "  5 joins", " 4",
                " 3 joins", "2", "1", "beginning"), words(TREE.lines(Set.of(3L, 5L), ZoneOffset.UTC)));
        assertEquals(Set.of(3L, 5L), TREE.foldsAround(5));
    }

    @Test
    void saysWhereItStandsAndTheWayToAnyStep() {
        assertEquals("3 of 4 at 6", TREE.done() + " of " + TREE.onTheWay() + " at " + TREE.head());
        assertEquals("[6] [3, 4, 5]", TREE.routeTo(5).back() + " " + TREE.routeTo(5).forth());
        assertEquals("[6, 2, 1] []", TREE.routeTo(0).back() + " " + TREE.routeTo(0).forth());
        assertEquals("[] [7]", TREE.routeTo(7).back() + " " + TREE.routeTo(7).forth());
    }

    @Test
    void findsStepsByTheirWordsOnBranchesToo() {
        assertEquals(List.of("day", "5"), words(TREE.matching("NUMBER 5", ZoneOffset.UTC)));
        assertEquals(List.of(), words(TREE.matching("nothing", ZoneOffset.UTC)));
    }

    private static List<String> words(List<HistoryLine> lines) {
        return lines.stream().map(line -> switch (line) {
            case Day _ -> "day";
            case Mark(Step step, int depth, _, _, boolean last, boolean here) -> " ".repeat(depth) + step.number()
                    + (here ? " here" : "") + (last ? " joins" : "");
            case Fold(long root, int steps, int depth, _, boolean open) -> " ".repeat(depth - 1) + (open ? "-" : "+")
                    + steps + " from " + root;
            case Beginning(boolean here) -> here ? "beginning here" : "beginning";
        }).toList();
    }
}
