package fettle.tuning.supervision;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.tuning.supervision.Supervision.Counts;
import fettle.tuning.supervision.Supervision.Verdict;
import java.io.IOException;
import java.util.List;

/// What [SurveySupervision] finds, for hosted models whose tokens are those that the project counts anyway: from the
/// columns, reading only rows that are partly cut.
public record SurveyColumns(ExampleStore examples, ExampleQuery query, Family.Hosted family)
        implements
            Work<SupervisionSurvey> {

    private static final int ASK_EACH = 256;

    @Override
    public SupervisionSurvey run(Progress progress) throws IOException, InterruptedException {
        examples.awaitCounts();
        var tally = new SupervisionSurvey.Tally();
        Condition learns = number("trainedTokens", Op.GT, 0);
        Condition seen = number("leadTokens", Op.LT, family.limit());
        Condition fits = number("tokens", Op.LE, family.limit());
        all(Verdict.TEACHES_NOTHING, List.of(number("trainedTokens", Op.EQ, 0)), tally);
        all(Verdict.CUT_OFF, List.of(learns, number("leadTokens", Op.GE, family.limit())), tally);
        all(Verdict.WHOLE, List.of(learns, seen, fits), tally);
        ExampleView cut = examples.view(query.and(List.of(learns, seen, number("tokens", Op.GT, family.limit()))));
        for (int at = 0; at < cut.size(); at++) {
            if (at % ASK_EACH == 0) {
                progress.stopIfCancelled();
                progress.report(at, cut.size(), "");
            }
            partly(cut.id(at), tally);
        }
        return tally.of(family);
    }

    private static Condition number(String field, Op op, int number) {
        return new Condition(field, op, String.valueOf(number));
    }

    /// Rows that are alike: those over the limit have as many tokens as it allows.
    private void all(Verdict verdict, List<Condition> conditions, SupervisionSurvey.Tally tally) throws IOException {
        ExampleQuery alike = query.and(conditions);
        ExampleView view = examples.view(alike);
        for (int at = 0; at < view.size(); at++) {
            tally.add(view.id(at), verdict);
        }
        ExampleQuery fitting = alike.and(List.of(number("tokens", Op.LE, family.limit())));
        long over = (long) view.size() - examples.view(fitting).size();
        tally.count(examples.sum(fitting, "tokens") + over * family.limit(),
                verdict == Verdict.WHOLE ? examples.sum(alike, "trainedTokens") : 0);
    }

    /// How much of it is learned depends on where it is cut.
    private void partly(long id, SupervisionSurvey.Tally tally) throws IOException {
        var example = examples.find(id);
        if (example.isPresent()) {
            Counts counts = family.of(example.get().body()).counts();
            tally.add(id, counts.verdict(), (long) counts.total() - counts.cut(), counts.trained());
        }
    }
}
