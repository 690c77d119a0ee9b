package fettle.ui.evaluation;

import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.evaluation.Evaluation.Score;
import fettle.model.Model;
import fettle.model.Registry;
import fettle.ui.Drawing;
import fettle.ui.MemoryProject;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class EvaluationPicturesTest {

    private static final List<String> QUESTIONS = List.of("Does ft_transfer check the memo?",
            "Which events does nft_burn emit?", "Name the three gas limits of a chunk", "What is a yocto?",
            "Why is promise_yield_create needed?", "How long lives a yielded promise?", "Show the JSON of an event",
            "Who may call ft_resolve_transfer?", "How large may a contract be?");

    @Test
    void drawsTheEmptyScreen() throws Exception {
        drawing(new MemoryProject()).shows("#first-evaluate").pictures("evaluation-empty");
    }

    @Test
    void drawsTheVerdictTheWorstAndTheAnswer() throws Exception {
        var project = new MemoryProject();
        project.evaluations.add(evaluation("e2", System.currentTimeMillis()));
        project.evaluations.add(evaluation("e1", 1_000_000));
        var answers = new ArrayList<Answer>();
        for (int index = 0; index < QUESTIONS.size(); index++) {
            String expected = "No. The memo is free text for indexers and people; the contract only writes it into the"
                    + " event.";
            answers.add(new Answer("fettle-base", index + 1, QUESTIONS.get(index), expected,
                    "The the contract the memo of the", 0, 0.05 + index % 3 * 0.1, ""));
            answers.add(new Answer("near-contracts-t1", index + 1, QUESTIONS.get(index), expected,
                    "Yes, the contract checks that the memo is not empty and writes it into the event.", 0,
                    0.09 + index * 0.1, ""));
        }
        project.answers.put("e2", answers);
        drawing(project).shows("#edit-example").pictures("evaluation");
    }

    private static Evaluation evaluation(String id, long at) {
        return new Evaluation(id, Path.of("evaluations", id), at, List.of("fettle-base", "near-contracts-t1"), List.of(
                new Score("fettle-base", "exact", 0, 0, 0, 9), new Score("fettle-base", "f1", 0.15, 0.1, 0.2, 9),
                new Score("near-contracts-t1", "exact", 0.33, 0.1, 0.6, 9),
                new Score("near-contracts-t1", "f1", 0.5, 0.38, 0.62, 9)));
    }

    private static Drawing drawing(MemoryProject project) throws Exception {
        return Drawing.of(project, Place.EVALUATION, (session, _) -> new EvaluationScreen(session, new None(),
                _ -> {
                    throw new UnsupportedOperationException();
                }));
    }

    private record None() implements Registry {

        @Override
        public List<Model> models() {
            return List.of();
        }

        @Override
        public Optional<Model> find(String id) {
            return Optional.empty();
        }

        @Override
        public Model add(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enter(Model model) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
