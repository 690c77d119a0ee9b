package fettle.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.evaluation.Evaluation.Score;
import fettle.ui.evaluation.EvaluationViewModel.Filter;
import fettle.ui.evaluation.WordDiff.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VerdictTest {

    @Test
    void saysHowManyGotBetterAndWhetherItIsChance() {
        List<Pair> pairs = List.of(pair(1, 0.1, 0.9), pair(2, 0.5, 0.5), pair(3, 0.6, 0.2));

        Verdict verdict = Verdict.of(evaluation(0.2, 0.1, 0.3, 0.6, 0.5, 0.7), pairs);

        assertEquals("Better than base on every measure", verdict.title());
        assertEquals("Of 3 questions 1 got better, 1 stayed, 1 got worse. The intervals lie apart, so this is hardly"
                + " chance.", verdict.sentence());
        assertEquals(Optional.of(true), verdict.better());
        assertEquals("+40.0", verdict.rows().getFirst().difference());
    }

    @Test
    void intervalsThatOverlapAreSaid() {
        Verdict verdict = Verdict.of(evaluation(0.5, 0.2, 0.8, 0.4, 0.1, 0.7), List.of(pair(1, 0.5, 0.4)));

        assertEquals("Worse than base", verdict.title());
        assertEquals("Of 1 question 0 got better, 0 stayed, 1 got worse. The intervals overlap: more questions would"
                + " make it sure.", verdict.sentence());
    }

    @Test
    void theWorstComeFirstAndFiltersNarrow() {
        var answers = List.of(answer("base", 1, 0.1), answer("base", 2, 0.9), answer("tuned", 1, 0.8),
                answer("tuned", 2, 0.0));

        List<Pair> pairs = Pair.of(evaluation(0, 0, 0, 0, 0, 0), answers);

        assertEquals(List.of(2L, 1L), pairs.stream().map(pair -> pair.tuned().exampleId()).toList());
        assertEquals(List.of(pairs.getFirst()), EvaluationViewModel.listed(pairs, Filter.WORSE));
        assertEquals(List.of(pairs.getFirst()), EvaluationViewModel.listed(pairs, Filter.FAILED));
    }

    @Test
    void wordsThatTheReferenceLacksAreMarked() {
        assertEquals(List.of(new Run("Yes,", false), new Run("the memo is", true), new Run("checked.", false)),
                WordDiff.of("Yes, the memo is checked.", "No. The memo is free text."));
        assertEquals(List.of(), WordDiff.of(" ", "No."));
        assertEquals(List.of(new Run("no", true)), WordDiff.of("no", "No."));
    }

    static Evaluation evaluation(double base, double baseLow, double baseHigh, double tuned, double low, double high) {
        return new Evaluation("e1", Path.of("evaluations/e1"), 0, List.of("base", "tuned"), List.of(
                new Score("base", "exact", base, baseLow, baseHigh, 3), new Score("base", "f1", base, baseLow,
                        baseHigh, 3),
                new Score("tuned", "exact", tuned, low, high, 3), new Score("tuned", "f1", tuned, low, high, 3)));
    }

    private static Pair pair(long id, double base, double tuned) {
        return new Pair(answer("base", id, base), answer("tuned", id, tuned));
    }

    private static Answer answer(String model, long id, double f1) {
        return new Answer(model, id, "Question " + id, "Expected", "Said", 0, f1, "");
    }
}
