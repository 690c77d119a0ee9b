package fettle.project.folder;

import fettle.disk.AtomicFile;
import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.evaluation.EvaluationStore;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Evaluations as folders `evaluations/e1`, `evaluations/e2`, … with answers.jsonl and scorecard.json.
public final class FolderEvaluations implements EvaluationStore {

    private static final int FORMAT = 1;

    private final Path evaluations;
    private final Optional<String> readOnlyBecause;

    public FolderEvaluations(Path evaluations, Optional<String> readOnlyBecause) {
        this.evaluations = evaluations;
        this.readOnlyBecause = readOnlyBecause;
    }

    @Override
    public List<Evaluation> evaluations() throws IOException {
        var all = new ArrayList<Evaluation>();
        for (Path folder : Folders.numbered(evaluations, 'e').reversed()) {
            if (Files.exists(folder.resolve("scorecard.json"))) {
                all.add(read(folder));
            }
        }
        return all;
    }

    private static Evaluation read(Path folder) throws IOException {
        ObjectNode card = JsonFile.read(folder.resolve("scorecard.json"));
        var models = new ArrayList<String>();
        card.path("models").forEach(model -> models.add(model.asString("")));
        var scores = new ArrayList<Evaluation.Score>();
        for (JsonNode score : card.path("scores")) {
            scores.add(JsonFile.value(score, Evaluation.Score.class));
        }
        return new Evaluation(String.valueOf(folder.getFileName()), folder,
                Instant.parse(card.path("created").asString("1970-01-01T00:00:00Z")).toEpochMilli(), models, scores);
    }

    @Override
    public List<Answer> answers(String id) throws IOException {
        for (Path folder : Folders.numbered(evaluations, 'e')) {
            if (folder.endsWith(id)) {
                var answers = new ArrayList<Answer>();
                for (String line : Files.readAllLines(folder.resolve("answers.jsonl"))) {
                    answers.add(JsonFile.MAPPER.readValue(line, Answer.class));
                }
                return answers;
            }
        }
        return List.of();
    }

    @Override
    public Evaluation save(List<String> models, List<Evaluation.Score> scores, List<Answer> answers)
            throws IOException {
        if (readOnlyBecause.isPresent()) {
            throw new ExpectedException("read-only", readOnlyBecause.get(),
                    "Close it there, and open it here again.");
        }
        Path folder = evaluations.resolve(Folders.next(evaluations, 'e'));
        try {
            Folders.make(folder, fresh -> fill(fresh, models, scores, answers));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        return read(folder);
    }

    private static void fill(Path folder, List<String> models, List<Evaluation.Score> scores, List<Answer> answers)
            throws IOException {
        ObjectNode card = JsonFile.object().put("format", FORMAT)
                .put("created", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        var names = card.putArray("models");
        models.forEach(names::add);
        var rows = card.putArray("scores");
        scores.forEach(score -> rows.add(JsonFile.tree(score)));
        var lines = new StringBuilder();
        for (Answer answer : answers) {
            lines.append(JsonFile.MAPPER.writeValueAsString(answer)).append('\n');
        }
        AtomicFile.write(folder.resolve("answers.jsonl"), lines.toString());
        JsonFile.write(folder.resolve("scorecard.json"), card);
    }
}
