package fettle.cli;

import fettle.dataset.CountTokens;
import fettle.dataset.TokenReport;
import fettle.example.ExampleQuery;
import fettle.project.Project;
import fettle.token.Distribution;
import fettle.token.Encoding;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "tokens", description = "Shows how long the rows are, in tokens.")
final class TokensCommand extends ProjectCommand {

    private static final int BAR = 40;

    @Option(names = "--model", paramLabel = "M", description = "Count as this model does; o200k_base by default.")
    private @Nullable String model;

    @Option(names = "--limit", paramLabel = "N", description = "Tokens of a row that the model takes; 65536 by default.")
    private int limit = CountTokens.USUAL_LIMIT;

    TokensCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        Encoding encoding = encoding(model);
        try (Project project = read(project())) {
            TokenReport tokens = watch(new CountTokens(project.examples(), ExampleQuery.KEPT, encoding, limit));
            put(tokens, report.fields());
            say(tokens, report);
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
