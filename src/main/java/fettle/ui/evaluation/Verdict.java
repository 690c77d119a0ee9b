package fettle.ui.evaluation;

import fettle.evaluation.Evaluation;
import fettle.evaluation.Evaluation.Score;
import fettle.ui.control.IntervalChart;
import fettle.ui.control.IntervalChart.Dot;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an evaluation says, in a sentence and in intervals.
///
/// @param better whether it is good news; empty with one model alone
record Verdict(String title, String sentence, Optional<Boolean> better, List<IntervalChart.Row> rows) {

    private static final List<String> METRICS = List.of("f1", "exact");

    static Verdict of(Evaluation evaluation, List<Pair> pairs) {
        String first = evaluation.models().getFirst();
        String last = evaluation.models().getLast();
        var rows = new ArrayList<IntervalChart.Row>();
        int up = 0;
        int down = 0;
        boolean apart = true;
        for (String metric : METRICS) {
            List<Score> scores = evaluation.models().stream()
                    .flatMap(model -> score(evaluation, model, metric).stream())
                    .toList();
            if (scores.isEmpty()) {
                continue;
            }
            double change = scores.getLast().value() - scores.getFirst().value();
            up += change > 1e-9 ? 1 : 0;
            down += change < -1e-9 ? 1 : 0;
            apart &= scores.getFirst().high() < scores.getLast().low()
                    || scores.getLast().high() < scores.getFirst().low();
            rows.add(row(metric, scores, change));
        }
        if (first.equals(last)) {
            return new Verdict("How %s answers".formatted(last), "Over " + questions(pairs)
                    + ". Tune a model, and it is compared with its base here.", Optional.empty(), rows);
        }
        return new Verdict(title(first, last, up, down), sentence(pairs, apart && up + down > 0),
                up == down ? Optional.empty() : Optional.of(up > down), rows);
    }

    private static String title(String first, String last, int up, int down) {
        if (up == 0 && down == 0) {
            return "%s answers as well as %s".formatted(last, first);
        }
        if (down == 0) {
            return up == METRICS.size()
                    ? "Better than %s on every measure".formatted(first)
                    : "Better than %s on one measure".formatted(first);
        }
        return up == 0
                ? "Worse than %s".formatted(first)
                : "Better than %s on one measure, worse on one".formatted(first);
    }

    private static String sentence(List<Pair> pairs, boolean apart) {
        long better = pairs.stream().filter(pair -> pair.change() > 1e-9).count();
        long worse = pairs.stream().filter(pair -> pair.change() < -1e-9).count();
        return "Of %s %s got better, %s stayed, %s got worse. %s".formatted(questions(pairs), Words.number(better),
                Words.number(pairs.size() - better - worse), Words.number(worse), apart
                        ? "The intervals lie apart, so this is hardly chance."
                        : "The intervals overlap: more questions would make it sure.");
    }

    private static String questions(List<Pair> pairs) {
        return Words.count(pairs.size(), "question", "questions");
    }

    private static IntervalChart.Row row(String metric, List<Score> scores, double change) {
        List<Dot> dots = scores.stream().map(score -> new Dot(score.low(), score.value(), score.high(),
                String.format(Locale.ENGLISH, "%s: %.1f (%.1f to %.1f)", score.model(), score.value() * 100,
                        score.low() * 100, score.high() * 100)))
                .toList();
        String difference = scores.size() < 2
                ? String.format(Locale.ENGLISH, "%.1f", scores.getFirst().value() * 100)
                : signed(change * 100);
        String style = scores.size() < 2 || Math.abs(change) < 1e-9 ? "t-soft" : change > 0 ? "t-good" : "t-bad";
        return new IntervalChart.Row(metric.equals("f1") ? "Token F1" : "Exact match", dots, difference, style);
    }

    private static Optional<Score> score(Evaluation evaluation, String model, String metric) {
        return evaluation.scores().stream()
                .filter(score -> score.model().equals(model) && score.metric().equals(metric)).findFirst();
    }

    /// "+18.9", "−3.0", "0".
    static String signed(double points) {
        return Math.abs(points) < 0.05
                ? "0"
                : String.format(Locale.ENGLISH, "%+.1f", points).replace('-', '−');
    }
}
