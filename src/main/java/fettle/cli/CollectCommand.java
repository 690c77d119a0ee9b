package fettle.cli;

import fettle.document.CollectDocuments;
import fettle.project.Project;
import fettle.source.Skipped;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "collect", description = "Brings documents in.")
final class CollectCommand extends ProjectCommand {

    private static final int SHOWN = 20;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SOURCE", description = "A folder of documents.")
    private List<String> sources = List.of();

    CollectCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        int documents = 0;
        int cached = 0;
        ArrayNode skipped = report.fields().putArray("skipped");
        try (Project project = open(project())) {
            var bySource = CollectDocuments.bySource(tools().collectors(), sources);
            for (List<String> locations : bySource.values()) {
                var result = watch(new CollectDocuments(tools().collectors(), project.shelf(), locations,
                        Optional.empty()));
                documents += result.documents();
                cached += result.unchanged();
                report.fields().put("documents", documents).put("cached", cached);
                result.skipped().forEach(
                        one -> skipped.addObject().put("path", one.path()).put("reason", one.reason()));
                say(result, report);
            }
        }
        return Exit.DONE;
    }

    private static void say(CollectDocuments.Result result, Report report) {
        report.say("%s: %d documents, %d of them as before; %d entries were not taken.", result.source().location(),
                result.documents(), result.unchanged(), result.skipped().size());
        for (Skipped one : result.skipped().subList(0, Math.min(SHOWN, result.skipped().size()))) {
            report.say("  " + one.path() + ": " + one.reason());
        }
    }
}
