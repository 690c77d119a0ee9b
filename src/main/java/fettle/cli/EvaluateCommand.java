package fettle.cli;

import fettle.evaluation.Answer;
import fettle.evaluation.Candidate;
import fettle.evaluation.Comparison;
import fettle.evaluation.EvaluateModels;
import fettle.evaluation.Evaluation;
import fettle.evaluation.Evaluation.Score;
import fettle.evaluation.Question;
import fettle.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "evaluate", description = "Asks models the held-back questions and scores them.")
final class EvaluateCommand extends ProjectCommand {

    private static final int WORST = 20;

    @Option(names = "--models", split = ",", paramLabel = "A,B", required = true, description = "The first is compared with.")
    private List<String> models = List.of();

    @Option(names = "--on", paramLabel = "validation|FILE", description = "What is asked; the validation side by default.")
    private String on = "validation";

    @Option(names = "--metrics", split = ",", paramLabel = "exact,f1", description = "Both by default.")
    private List<String> metrics = List.of("exact", "f1");

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens of an answer; 128 by default.")
    private int maxTokens = 128;

    EvaluateCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        check();
        var finder = new LocalOrRemote(tools(), report);
        try (Project project = open(project())) {
            var folder = Optional.of(project.folder());
            for (String model : models) {
                if (!model.contains("/") && tools().registry().find(model).isEmpty()) {
                    throw LocalOrRemote.absent(tools(), model);
                }
            }
            List<Candidate> candidates = models.stream()
                    .map(model -> new Candidate(model, () -> finder.open(model, folder))).toList();
            Evaluation evaluation = watch(new EvaluateModels(project.evaluations(), candidates,
                    questions(project), maxTokens));
            put(evaluation, report);
            pairs(Comparison.withFirst(models, project.evaluations().answers(evaluation.id())), report);
            worst(project.evaluations().answers(evaluation.id()), report);
            return Exit.DONE;
        }
    }

    private void check() throws WrongUse {
        if (!on.equals("validation") && !Files.isRegularFile(Path.of(on))) {
            throw new WrongUse("There is no file “" + on + "”.", "Ask the validation side, or name a JSONL file.");
        }
        for (String metric : metrics) {
            if (!metric.equals("exact") && !metric.equals("f1")) {
                throw new WrongUse("There is no metric “" + metric + "”.", "Metrics are exact and f1.");
            }
        }
    }

    private List<Question> questions(Project project) throws IOException {
        return on.equals("validation")
                ? Question.heldBack(project.examples())
                : Question.ofLines(Files.readString(Path.of(on)));
    }

    private void pairs(List<Comparison> comparisons, Report report) {
        ArrayNode pairs = report.fields().putArray("pairs");
        for (Comparison pair : comparisons) {
            if (metrics.contains(pair.metric())) {
                pairs.addObject().put("a", pair.a()).put("b", pair.b()).put("metric", pair.metric())
                        .put("delta", pair.delta()).put("low", pair.low()).put("high", pair.high()).put("p", pair.p());
                report.say("%s against %s, %s: %+.3f (%+.3f … %+.3f), p %.4f", pair.b(), pair.a(), pair.metric(),
                        pair.delta(), pair.low(), pair.high(), pair.p());
            }
        }
    }

    private void put(Evaluation evaluation, Report report) {
        report.fields().put("id", evaluation.id());
        ObjectNode scores = report.fields().putObject("scores");
        for (Score score : evaluation.scores()) {
            if (metrics.contains(score.metric())) {
                ObjectNode model = scores.path(score.model()) instanceof ObjectNode known
                        ? known
                        : scores.putObject(score.model());
                model.putObject(score.metric()).put("value", score.value()).put("low", score.low())
                        .put("high", score.high()).put("n", score.n());
                report.say("%-32s %-6s %.3f (%.3f … %.3f) on %d questions", score.model(), score.metric(),
                        score.value(), score.low(), score.high(), score.n());
            }
        }
    }

    private static void worst(List<Answer> answers, Report report) {
        ArrayNode worst = report.fields().putArray("worst");
        for (Answer answer : answers.subList(0, Math.min(WORST, answers.size()))) {
            worst.addObject().put("model", answer.model()).put("example", answer.exampleId())
                    .put("question", answer.question()).put("expected", answer.expected()).put("text", answer.text())
                    .put("exact", answer.exact()).put("f1", answer.f1()).put("error", answer.error());
        }
    }
}
