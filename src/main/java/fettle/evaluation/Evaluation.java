package fettle.evaluation;

import java.nio.file.Path;
import java.util.List;

/// One evaluation: `evaluations/<id>/` with answers.jsonl and scorecard.json.
///
/// @param createdMillis milliseconds since the epoch
/// @param models in the order they were given; the first is what the others are compared with
public record Evaluation(String id, Path folder, long createdMillis, List<String> models, List<Score> scores) {

    /// @param metric "exact" or "f1"
    /// @param value mean, 0..1
    /// @param low lower end of the 95 % interval (bootstrap over the questions, fixed seed)
    /// @param n questions
    public record Score(String model, String metric, double value, double low, double high, int n) {}
}
