package fettle.tuning.supervision;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.tuning.supervision.Supervision.Counts;
import fettle.tuning.supervision.Supervision.Verdict;
import java.io.IOException;
import java.util.List;

/// The same for hosted models whose tokens are those that the project counts anyway: from the columns, without reading a
/// row that is not cut.
public record SurveyColumns(ExampleStore examples, ExampleQuery query, Family.Hosted family)
        implements
            Work<SupervisionSurvey> {

    private static final int ASK_EACH = 1024;

    @Override
    public SupervisionSurvey run(Progress progress) throws IOException, InterruptedException {
        examples.awaitCounts();
        var tally = new SupervisionSurvey.Tally();
        int limit = family.limit();
        Condition learns = new Condition("trainedTokens", Op.GT, "0");
        Condition seen = new Condition("leadTokens", Op.LT, String.valueOf(limit));
        each(List.of(new Condition("trainedTokens", Op.EQ, "0")), progress, row -> tally.add(row.id(),
                Verdict.TEACHES_NOTHING, Math.min(limit, row.tokens()), 0));
        each(List.of(learns, new Condition("leadTokens", Op.GE, String.valueOf(limit))), progress,
                row -> tally.add(row.id(), Verdict.CUT_OFF, Math.min(limit, row.tokens()), 0));
        each(List.of(learns, seen, new Condition("tokens", Op.GT, String.valueOf(limit))), progress,
                row -> partly(row, tally));
        each(List.of(learns, seen, new Condition("tokens", Op.LE, String.valueOf(limit))), progress,
                row -> tally.add(row.id(), Verdict.WHOLE, row.tokens(), row.trainedTokens()));
        return tally.of(family);
    }

    /// How much of it is learned depends on where it is cut.
    private void partly(ExampleRow row, SupervisionSurvey.Tally tally) throws IOException {
        var example = examples.find(row.id());
        if (example.isPresent()) {
            Counts counts = family.of(example.get().body()).counts();
            tally.add(row.id(), counts.verdict(), (long) counts.total() - counts.cut(), counts.trained());
        }
    }

    @FunctionalInterface
    private interface Action {

        void on(ExampleRow row) throws IOException;
    }

    private void each(List<Condition> more, Progress progress, Action action)
            throws IOException, InterruptedException {
        ExampleView view = examples.view(query.and(more));
        for (int at = 0; at < view.size(); at++) {
            if (at % ASK_EACH == 0) {
                progress.stopIfCancelled();
                progress.report(at, view.size(), "");
            }
            action.on(view.row(at));
        }
    }
}
