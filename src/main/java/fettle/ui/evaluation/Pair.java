package fettle.ui.evaluation;

import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A question with what the first and the last model said to it; the same one twice when there is one model.
record Pair(Answer base, Answer tuned) {

    /// Worst first: by the tuned model's score, then by what was lost.
    static List<Pair> of(Evaluation evaluation, List<Answer> answers) {
        Map<String, List<Answer>> byQuestion = new LinkedHashMap<>();
        answers.forEach(answer -> byQuestion.computeIfAbsent(answer.exampleId() + "\n" + answer.question(),
                _ -> new ArrayList<>()).add(answer));
        String first = evaluation.models().getFirst();
        String last = evaluation.models().getLast();
        var pairs = new ArrayList<Pair>();
        for (List<Answer> same : byQuestion.values()) {
            var base = same.stream().filter(answer -> answer.model().equals(first)).findFirst();
            var tuned = same.stream().filter(answer -> answer.model().equals(last)).findFirst();
            if (base.isPresent() && tuned.isPresent()) {
                pairs.add(new Pair(base.get(), tuned.get()));
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> pair.tuned().f1()).thenComparingDouble(Pair::change));
        return List.copyOf(pairs);
    }

    /// By how much the tuned answer is better, -1..1.
    double change() {
        return tuned.f1() - base.f1();
    }
}
