package fettle.evaluation;

import java.io.IOException;
import java.util.List;

/// The evaluations of one project.
public interface EvaluationStore {

    /// Newest first.
    List<Evaluation> evaluations() throws IOException;

    List<Answer> answers(String id) throws IOException;

    Evaluation save(List<String> models, List<Evaluation.Score> scores, List<Answer> answers) throws IOException;
}
