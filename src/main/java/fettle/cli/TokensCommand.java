package fettle.cli;

import fettle.dataset.CountTokens;
import fettle.dataset.TokenReport;
import fettle.example.ExampleQuery;
import fettle.project.Project;
import fettle.token.Distribution;
import fettle.token.Encoding;
import fettle.tuning.supervision.Family;
import fettle.tuning.supervision.Supervision.Verdict;
import fettle.tuning.supervision.SupervisionSurvey;
import fettle.tuning.supervision.SurveySupervision;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "tokens", description = "Shows how long the rows are, in tokens.")
final class TokensCommand extends ProjectCommand {

    private static final int BAR = 40;

    @Option(names = "--model", paramLabel = "M", description = "Count as this model does; o200k_base by default.")
    private @Nullable String model;

    @Option(names = "--limit", paramLabel = "N", description = "Tokens of a row that the model takes; its own limit, or 65536, by default.")
    private @Nullable Integer limit;

    TokensCommand(Desk desk) {
        super(desk);
    }

    @Option(names = "--supervision", description = "Show how much of it is trained, and which rows teach nothing; "
            + "--model may then be a local one, or a template such as template:llama-3.")
    private boolean supervision;

    @Override
    int run(Report report) throws Exception {
        if (supervision) {
            return survey(report);
        }
        Encoding encoding = encoding(model);
        try (Project project = read(project())) {
            TokenReport tokens = watch(new CountTokens(project.examples(), ExampleQuery.KEPT, encoding,
                    limit == null ? CountTokens.USUAL_LIMIT : limit));
            put(tokens, report.fields());
            say(tokens, report);
        }
        return Exit.DONE;
    }

    private int survey(Report report) throws Exception {
        try (Project project = read(project())) {
            Family family = tools().families().open(model == null ? Encoding.DEFAULT.label() : model,
                    project.tunings());
            Family limited = limit == null ? family : family.withLimit(limit);
            SupervisionSurvey survey = watch(
                    new SurveySupervision(project.examples(), ExampleQuery.KEPT, limited));
            report.say("%s, at most %,d tokens a row", limited.name(), limited.limit());
            report.say("%s", survey.sentence());
            report.fields().put("family", limited.id()).put("limit", limited.limit()).put("rows", survey.rows())
                    .put("tokens", survey.tokens()).put("trained", survey.trained());
            ObjectNode verdicts = report.fields().putObject("supervision");
            for (Verdict verdict : Verdict.values()) {
                long[] ids = survey.ids(verdict);
                ObjectNode found = verdicts.putObject(verdict.word()).put("count", ids.length);
                if (verdict != Verdict.WHOLE) {
                    ArrayNode examples = found.putArray("examples");
                    LongStream.of(ids).forEach(examples::add);
                }
                if (ids.length > 0) {
                    report.say("%,8d %s%s", ids.length, verdict.word(),
                            verdict == Verdict.WHOLE ? "" : CheckCommand.rows(LongStream.of(ids).boxed().toList()));
                }
            }
        }
        return Exit.DONE;
    }

    /// The encoding that a model or an encoding's own name stands for.
    static Encoding encoding(@Nullable String name) throws WrongUse {
        if (name == null) {
            return Encoding.DEFAULT;
        }
        Optional<Encoding> own = Encoding.labels().contains(name)
                ? Optional.of(Encoding.valueOf(name.toUpperCase(Locale.ROOT)))
                : Encoding.forModel(name);
        return own.orElseThrow(() -> new WrongUse("The encoding of the model " + name + " is not known.",
                "Name one of OpenAI's models, or an encoding: " + String.join(", ", Encoding.labels()) + "."));
    }

    private static void put(TokenReport tokens, ObjectNode json) {
        json.put("encoding", tokens.encoding()).put("examples", tokens.examples());
        put(tokens.total(), json.putObject("total"));
        put(tokens.assistant(), json.putObject("assistant"));
        put(tokens.messages(), json.putObject("messages"));
        json.put("limit", tokens.limit()).put("overLimit", tokens.overLimit()).put("trained", tokens.trained());
        ArrayNode bins = json.putArray("histogram");
        tokens.histogram().bins().forEach(
                bin -> bins.addObject().put("from", bin.from()).put("to", bin.to()).put("count", bin.count()));
    }

    private static void put(Distribution spread, ObjectNode json) {
        json.put("min", spread.min()).put("max", spread.max()).put("mean", spread.mean())
                .put("median", spread.median()).put("p5", spread.p5()).put("p25", spread.p25())
                .put("p75", spread.p75()).put("p90", spread.p90()).put("p95", spread.p95()).put("p99", spread.p99())
                .put("sum", spread.sum());
    }

    private static void say(TokenReport tokens, Report report) {
        report.say("%d examples in %s", tokens.examples(), tokens.encoding());
        report.say("             min    mean  median      p5     p95     max        sum");
        line("total", tokens.total(), report);
        line("assistant", tokens.assistant(), report);
        line("messages", tokens.messages(), report);
        report.say("%d over the limit of %d; %d trained tokens.", tokens.overLimit(), tokens.limit(),
                tokens.trained());
        int most = tokens.histogram().bins().stream().mapToInt(bin -> bin.count()).max().orElse(1);
        tokens.histogram().bins().forEach(bin -> report.say("%8d … %-8d %-40s %d", bin.from(), bin.to(),
                "█".repeat(Math.ceilDiv(BAR * bin.count(), Math.max(1, most))), bin.count()));
    }

    private static void line(String name, Distribution spread, Report report) {
        report.say("%-9s %6d  %6.1f  %6.1f  %6.1f  %6.1f  %6d  %9d", name, spread.min(), spread.mean(),
                spread.median(), spread.p5(), spread.p95(), spread.max(), spread.sum());
    }
}
