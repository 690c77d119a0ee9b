package fettle.evaluation;

import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A held-back question with the answer that is expected.
///
/// @param exampleId the example it came from; 0 when it came from a file
/// @param turns what the model is asked: all turns before the last answer
/// @param expected the last answer
public record Question(long exampleId, List<Turn> turns, String expected) {

    private static final ExampleQuery HELD_BACK = ExampleQuery.KEPT.and(
            List.of(new Condition("split", Condition.Op.EQ, "validation")));

    private static final String HOW = "Write {\"question\":\"…\",\"answer\":\"…\"} or a chat row on each line.";

    /// The questions of the validation side, rejected rows left out. Throws an [ExpectedException] of kind "no-questions"
    /// when nothing is held back.
    public static List<Question> heldBack(ExampleStore examples) throws IOException {
        ExampleView view = examples.view(HELD_BACK);
        var questions = new ArrayList<Question>();
        for (int i = 0; i < view.size(); i++) {
            examples.find(view.id(i)).flatMap(Question::of).ifPresent(questions::add);
        }
        if (questions.isEmpty()) {
            throw new ExpectedException("no-questions", "No question is held back for validation.",
                    "Split the dataset first, or name a file of questions.");
        }
        return List.copyOf(questions);
    }

    /// Questions of a file: on each line `{"question":…,"answer":…}` or a chat row. Throws an [ExpectedException] of kind
    /// "bad-questions" that names the first line which is neither.
    public static List<Question> ofLines(String text) throws ExpectedException {
        var questions = new ArrayList<Question>();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                questions.add(ofLine(lines.get(line), line + 1));
            }
        }
        if (questions.isEmpty()) {
            throw new ExpectedException("bad-questions", "The file has no questions.", "Write one on each line.");
        }
        return List.copyOf(questions);
    }

    private static Question ofLine(String line, int number) throws ExpectedException {
        try {
            JsonNode row = JsonMapper.shared().readTree(line);
            List<Turn> turns = row.has("messages")
                    ? Turn.of(row)
                    : List.of(new Turn("user", row.path("question").asString(""), false),
                            new Turn("assistant", row.path("answer").asString(""), true));
            Optional<Question> question = of(0, turns);
            if (question.isPresent() && !question.get().words().isBlank() && !question.get().expected().isBlank()) {
                return question.get();
            }
            throw new ExpectedException("bad-questions", "Line " + number + " has no question with an answer.", HOW);
        } catch (JacksonException broken) {
            throw new ExpectedException("bad-questions", "Line " + number + " is not JSON: "
                    + broken.getOriginalMessage(), HOW, broken);
        }
    }

    /// The question of an example; empty when it has no answer, or nothing stands before it.
    static Optional<Question> of(Example example) {
        return of(example.id(), example.turns());
    }

    private static Optional<Question> of(long id, List<Turn> turns) {
        for (int last = turns.size() - 1; last > 0; last--) {
            if (turns.get(last).role().equals("assistant")) {
                return Optional.of(new Question(id, turns.subList(0, last), turns.get(last).text()));
            }
        }
        return Optional.empty();
    }

    /// The last thing that is asked, for lists.
    public String words() {
        return turns.getLast().text();
    }
}
