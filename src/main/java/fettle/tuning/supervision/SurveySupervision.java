package fettle.tuning.supervision;

import fettle.dataset.KeptRow;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.tuning.supervision.Supervision.Counts;
import fettle.tuning.supervision.Supervision.Verdict;
import java.io.IOException;

/// Looks at what will be trained of every row that a query gives, by writing each down as the family does.
public record SurveySupervision(ExampleStore examples, ExampleQuery query, Family family)
        implements
            Work<SupervisionSurvey> {

    @Override
    public SupervisionSurvey run(Progress progress) throws IOException, InterruptedException {
        var tally = new SupervisionSurvey.Tally();
        KeptRow.each(examples, query, progress, row -> look(row, tally));
        return tally.of(family);
    }

    private void look(KeptRow row, SupervisionSurvey.Tally tally) {
        try {
            Counts counts = family.of(row.example().body()).counts();
            tally.add(row.example().id(), counts.verdict(), (long) counts.total() - counts.cut(), counts.trained());
        } catch (ExpectedException _) {
            tally.add(row.example().id(), Verdict.REFUSED, 0, 0);
        }
    }
}
