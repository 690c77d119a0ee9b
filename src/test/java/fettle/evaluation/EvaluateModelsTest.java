package fettle.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.model.ModelRunner.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EvaluateModelsTest {

    private final List<String> closed = new ArrayList<>();
    private final InMemoryEvaluations store = new InMemoryEvaluations();
    private final List<Question> questions = List.of(question(1, "Who?", "Ada."), question(2, "Where?", "In London."));

    @Test
    void asksAllAndPutsTheWorstOfTheLastModelFirst() throws Exception {
        var base = candidate("base", Map.of("Who?", "Ada", "Where?", "London"));
        var tuned = candidate("tuned", Map.of("Who?", "the Ada!", "Where?", "Rome"));

        Evaluation evaluation = new EvaluateModels(store, List.of(base, tuned), questions, 64).run(Progress.UNWATCHED);

        assertEquals(List.of("base", "tuned"), evaluation.models());
        assertEquals(List.of("Where?", "Where?", "Who?", "Who?"),
                store.answers(evaluation.id()).stream().map(Answer::question).toList());
        assertEquals(0.5, value(evaluation, "base", "exact"));
        assertEquals((1 + 2.0 / 3) / 2, value(evaluation, "base", "f1"), 1e-12);
        assertEquals(0.5, value(evaluation, "tuned", "exact"));
        assertEquals(List.of("base", "tuned"), closed);
        Comparison exact = Comparison.withFirst(evaluation.models(), store.answers(evaluation.id())).getFirst();
        assertEquals("base tuned exact 0.0", exact.a() + " " + exact.b() + " " + exact.metric() + " " + exact.delta());
    }

    @Test
    void readsQuestionsFromLinesAndNamesTheBrokenOne() throws Exception {
        List<Question> read = Question.ofLines("""
                {"question":"Who?","answer":"Ada."}

                {"messages":[{"role":"user","content":"Where?"},{"role":"assistant","content":"In London."}]}
                """);
        assertEquals(List.of(question(0, "Who?", "Ada."), question(0, "Where?", "In London.")), read);
        var failure = assertThrows(ExpectedException.class, () -> Question.ofLines("{\"question\":\"Who?\"}"));
        assertEquals("Line 1 has no question with an answer.", failure.getMessage());
    }

    @Test
    void aFailedQuestionIsAnAnswerWithItsReason() throws Exception {
        var half = candidate("half", Map.of("Who?", "Ada"));

        Evaluation evaluation = new EvaluateModels(store, List.of(half), questions, 64).run(Progress.UNWATCHED);

        Answer failed = store.answers(evaluation.id()).getFirst();
        assertEquals(new Answer("half", 2, "Where?", "In London.", "", 0, 0, "does not know Where?"), failed);
    }

    @Test
    void aModelThatNeverAnswersFailsTheEvaluation() {
        var mute = candidate("mute", Map.of());
        var work = new EvaluateModels(store, List.of(mute), questions, 64);
        var failure = assertThrows(ExpectedException.class, () -> work.run(Progress.UNWATCHED));
        assertEquals("no-answer", failure.kind());
        assertEquals(List.of("mute"), closed);
    }

    private static double value(Evaluation evaluation, String model, String metric) {
        return evaluation.scores().stream()
                .filter(score -> score.model().equals(model) && score.metric().equals(metric))
                .findFirst().orElseThrow().value();
    }

    private static Question question(long id, String words, String expected) {
        return new Question(id, List.of(new Turn("user", words, false)), expected);
    }

    private Candidate candidate(String name, Map<String, String> knows) {
        return new Candidate(name, () -> new Loaded() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Reply complete(Request request, Consumer<String> onText) throws IOException {
                String question = request.turns().getLast().text();
                String answer = knows.get(question);
                if (answer == null) {
                    throw new IOException("does not know " + question);
                }
                onText.accept(answer);
                return new Reply(answer, 1, 1, "stop");
            }

            @Override
            public void close() {
                closed.add(name);
            }
        });
    }

    private static final class InMemoryEvaluations implements EvaluationStore {

        private final List<Evaluation> saved = new ArrayList<>();
        private List<Answer> answers = List.of();

        @Override
        public List<Evaluation> evaluations() {
            return saved;
        }

        @Override
        public List<Answer> answers(String id) {
            return answers;
        }

        @Override
        public Evaluation save(List<String> models, List<Evaluation.Score> scores, List<Answer> newAnswers) {
            answers = newAnswers;
            var evaluation = new Evaluation("e1", Path.of("e1"), 0, models, scores);
            saved.add(evaluation);
            return evaluation;
        }
    }
}
