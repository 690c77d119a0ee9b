package fettle.cli;

import fettle.example.GenerateExamples;
import fettle.example.GenerateSettings;
import fettle.example.Generated;
import fettle.example.Passage;
import fettle.example.Template;
import fettle.project.Project;
import fettle.provider.Retrying;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "generate", description = "Asks a model for examples about each chunk.")
final class GenerateCommand extends ProjectCommand {

    @Option(names = "--provider", paramLabel = "P", required = true, description = "Such as openai or ollama.")
    private String provider = "";

    @Option(names = "--model", paramLabel = "M", required = true, description = "The provider's name of the model.")
    private String model = "";

    @Option(names = "--template", paramLabel = "T", description = "questions (by default), explain-code or summarise-section.")
    private String template = Template.QUESTIONS.name();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N chunks.")
    private int limit;

    @Option(names = "--concurrency", paramLabel = "N", description = "Questions under way at once; 4 by default.")
    private int concurrency = 4;

    @Option(names = "--temperature", paramLabel = "T", description = "0 is greedy; 0.2 by default.")
    private double temperature = 0.2;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens of an answer; 2000 by default.")
    private int maxTokens = 2000;

    GenerateCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        if (concurrency < 1 || maxTokens < 1 || limit < 0 || temperature < 0 || temperature > 2) {
            throw new WrongUse("--concurrency and --max-tokens begin at 1, --limit at 0; --temperature is 0 to 2.", "");
        }
        var settings = new GenerateSettings(Template.named(template), temperature, maxTokens, concurrency, limit);
        try (Project project = open(project())) {
            Retrying chat = tools().providers(Optional.of(project.folder())).chat(provider, model,
                    attempt -> report.note(attempt.why() + " Try " + attempt.next() + " of " + attempt.of() + " in "
                            + Math.max(1, attempt.pause().toSeconds()) + " s."));
            List<Passage> passages = Passage.all(project.sources(), project.documents(), project.chunks());
            var work = new GenerateExamples(passages, chat, project.journal(), project.examples(), settings);
            try {
                Generated made = watch(work);
                say(made, report);
                return made.failed() == 0
                        ? Exit.DONE
                        : made.answered() + made.cached() > 0
                                ? Exit.PROBLEMS
                                : Exit.FAILED;
            } finally {
                work.soFar().ifPresent(made -> put(made, report));
                report.fields().put("retries", chat.retries());
            }
        }
    }

    private static void put(Generated made, Report report) {
        report.fields().put("asked", made.asked()).put("answered", made.answered()).put("failed", made.failed())
                .put("cached", made.cached()).put("rows", made.rows()).put("inputTokens", made.inputTokens())
                .put("outputTokens", made.outputTokens()).put("seconds", made.seconds());
        ArrayNode failures = report.fields().putArray("failures");
        for (Generated.Failure failure : made.failures()) {
            failures.addObject().put("chunk", failure.chunkId()).put("path", failure.path())
                    .put("reason", failure.reason());
        }
    }

    private static void say(Generated made, Report report) {
        for (Generated.Failure failure : made.failures()) {
            report.note(failure.path() + ": " + failure.reason());
        }
        report.say("%d asked, %d answered, %d paid before, %d failed: %d examples came in (%d tokens in, %d out).",
                made.asked(), made.answered(), made.cached(), made.failed(), made.rows(), made.inputTokens(),
                made.outputTokens());
    }
}
