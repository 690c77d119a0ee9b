package fettle.evaluation;

import fettle.evaluation.Evaluation.Score;
import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.model.ModelRunner.Loaded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Asks each model each question, greedily, scores the answers and keeps them. A question that fails is an answer with
/// its reason and counts as wrong; a model that fails on every question fails the evaluation.
///
/// @param store where the evaluation goes
/// @param maxTokens most tokens of an answer
public record EvaluateModels(EvaluationStore store, List<Candidate> candidates, List<Question> questions, int maxTokens)
        implements
            Work<Evaluation> {

    @Override
    public Evaluation run(Progress progress) throws IOException, InterruptedException {
        var answers = new ArrayList<Answer>();
        int total = candidates.size() * questions.size();
        for (Candidate candidate : candidates) {
            progress.report(answers.size(), total, "Loading " + candidate.name());
            try (Loaded model = candidate.opening().open()) {
                ask(candidate.name(), model, answers, progress);
            }
        }
        List<String> models = candidates.stream().map(Candidate::name).toList();
        return store.save(models, scores(models, answers), worstFirst(answers));
    }

    private void ask(String name, Loaded model, List<Answer> answers, Progress progress)
            throws ExpectedException, InterruptedException {
        int before = answers.size();
        for (Question question : questions) {
            progress.stopIfCancelled();
            progress.report(answers.size(), (long) candidates.size() * questions.size(),
                    name + ": " + question.words());
            answers.add(answer(name, model, question));
        }
        List<Answer> own = answers.subList(before, answers.size());
        if (own.stream().noneMatch(answer -> answer.error().isEmpty())) {
            throw new ExpectedException("no-answer", name + " answered none of the questions: " + own.getLast().error(),
                    "Try it in the chat first.");
        }
    }

    private Answer answer(String name, Loaded model, Question question) throws InterruptedException {
        try {
            Reply reply = model.complete(new Request(question.turns(), 0, maxTokens), _ -> {});
            String text = reply.text().strip();
            SquadScore score = SquadScore.of(text, question.expected());
            return new Answer(name, question.exampleId(), question.words(), question.expected(), text, score.exact(),
                    score.f1(), "");
        } catch (IOException failed) {
            return new Answer(name, question.exampleId(), question.words(), question.expected(), "", 0, 0,
                    String.valueOf(failed.getMessage()));
        }
    }

    private static List<Score> scores(List<String> models, List<Answer> answers) {
        var scores = new ArrayList<Score>();
        for (String model : models) {
            scores.add(score(model, "exact", Answer::exact, answers));
            scores.add(score(model, "f1", Answer::f1, answers));
        }
        return scores;
    }

    private static Score score(String model, String metric, ToDoubleFunction<Answer> value, List<Answer> answers) {
        double[] values = answers.stream().filter(answer -> answer.model().equals(model)).mapToDouble(value).toArray();
        Bootstrap mean = Bootstrap.of(values);
        return new Score(model, metric, mean.mean(), mean.low(), mean.high(), values.length);
    }

    /// By the last model's score, the worst first: that is the one somebody wants to mend.
    private List<Answer> worstFirst(List<Answer> answers) {
        String last = candidates.getLast().name();
        var order = answers.stream().filter(answer -> answer.model().equals(last))
                .sorted(Comparator.comparingDouble(Answer::f1)).map(Answer::question).distinct().toList();
        return answers.stream()
                .sorted(Comparator.comparingInt((Answer answer) -> order.indexOf(answer.question()))).toList();
    }
}
