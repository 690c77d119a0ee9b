package fettle.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How one model's answers differ from another's, question by question.
///
/// @param a the model that is compared with
/// @param b the other
/// @param metric "exact" or "f1"
/// @param delta mean of b minus a over the same questions, -1..1
/// @param low lower end of the 95 % interval (paired bootstrap, fixed seed)
/// @param p two-sided: how often chance alone gives such a difference
public record Comparison(String a, String b, String metric, double delta, double low, double high, double p) {

    /// Every model after the first, compared with the first.
    public static List<Comparison> withFirst(List<String> models, List<Answer> answers) {
        var comparisons = new ArrayList<Comparison>();
        for (String other : models.subList(1, models.size())) {
            comparisons.add(of(models.getFirst(), other, "exact", Answer::exact, answers));
            comparisons.add(of(models.getFirst(), other, "f1", Answer::f1, answers));
        }
        return List.copyOf(comparisons);
    }

    private static Comparison of(String a, String b, String metric, ToDoubleFunction<Answer> value,
            List<Answer> answers) {
        Map<String, Double> first = values(a, value, answers);
        Map<String, Double> second = values(b, value, answers);
        double[] differences = first.keySet().stream().filter(second::containsKey).sorted()
                .mapToDouble(question -> second.getOrDefault(question, 0.0) - first.getOrDefault(question, 0.0))
                .toArray();
        Bootstrap mean = Bootstrap.of(differences);
        return new Comparison(a, b, metric, mean.mean(), mean.low(), mean.high(), mean.p());
    }

    private static Map<String, Double> values(String model, ToDoubleFunction<Answer> value, List<Answer> answers) {
        var values = new HashMap<String, Double>();
        answers.stream().filter(answer -> answer.model().equals(model)).forEach(
                answer -> values.put(answer.exampleId() + " " + answer.question(), value.applyAsDouble(answer)));
        return values;
    }
}
