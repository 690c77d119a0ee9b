package fettle.ui.example.facet;

import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.project.Project;
import java.io.IOException;
import java.util.List;

/// Gives each row the score that the newest evaluation gave its question: F1 of the last model, the one that was compared
/// with the others. Rows that were not asked have none. Returns how many have one.
public record ReadScores(Project project) implements Work<Integer> {

    @Override
    public Integer run(Progress progress) throws IOException, InterruptedException {
        List<Evaluation> evaluations = project.evaluations().evaluations();
        if (evaluations.isEmpty() || evaluations.getFirst().models().isEmpty()) {
            project.examples().deriveScores(new long[0], new double[0]);
            return 0;
        }
        Evaluation newest = evaluations.getFirst();
        String model = newest.models().getLast();
        List<Answer> answers = project.evaluations().answers(newest.id()).stream()
                .filter(answer -> answer.model().equals(model) && answer.exampleId() > 0 && answer.error().isEmpty())
                .toList();
        progress.stopIfCancelled();
        project.examples().deriveScores(answers.stream().mapToLong(Answer::exampleId).toArray(),
                answers.stream().mapToDouble(Answer::f1).toArray());
        return answers.size();
    }
}
