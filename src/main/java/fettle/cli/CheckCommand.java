package fettle.cli;

import fettle.dataset.CheckDataset;
import fettle.dataset.CheckReport;
import fettle.dataset.CountTokens;
import fettle.dataset.Finding;
import fettle.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "check", description = "Looks for what a trainer would refuse, and for mistakes.")
final class CheckCommand extends ProjectCommand {

    private static final int SHOWN = 8;

    @Option(names = "--for", paramLabel = "PROVIDER/MODEL", description = "The model that will be tuned.")
    private @Nullable String model;

    @Option(names = "--limit", paramLabel = "N", description = "Tokens of a row that the model takes; 65536 by default.")
    private int limit = CountTokens.USUAL_LIMIT;

    CheckCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        var encoding = TokensCommand.encoding(model);
        try (Project project = read(project())) {
            CheckReport checked = watch(new CheckDataset(project.examples(), encoding, limit));
            report.fields().put("rows", checked.rows()).put("errors", checked.errors())
                    .put("warnings", checked.warnings()).put("valid", checked.isValid());
            ArrayNode findings = report.fields().putArray("findings");
            for (Finding finding : checked.findings()) {
                put(finding, findings.addObject());
                report.say("%-7s  %s %s%s", word(finding.level()), finding.message(), finding.fix(),
                        rows(finding.examples()));
            }
            report.say("%d rows, %d errors, %d warnings.", checked.rows(), checked.errors(), checked.warnings());
            return checked.isValid() ? Exit.DONE : Exit.PROBLEMS;
        }
    }

    private static void put(Finding finding, ObjectNode json) {
        json.put("id", finding.id()).put("kind", finding.kind().word()).put("level", word(finding.level()))
                .put("message", finding.message()).put("fix", finding.fix());
        ArrayNode examples = json.putArray("examples");
        finding.examples().forEach(examples::add);
    }

    private static String word(Finding.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    static String rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String some = ids.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return " (" + some + (ids.size() > SHOWN ? ", …" : "") + ")";
    }
}
