package fettle.cli;

import fettle.example.Step;
import fettle.project.Project;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "history", description = "Lists the steps of the project, oldest first.")
final class HistoryCommand extends ProjectCommand {

    HistoryCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        try (Project project = read(project())) {
            List<Step> history = project.examples().history();
            List<Step> done = history.stream().filter(step -> !step.undone()).toList();
            report.fields().put("step", done.isEmpty() ? 0 : done.getLast().number()).put("of", history.size());
            report.fields().put("sentence", done.isEmpty() ? "" : done.getLast().sentence());
            ArrayNode steps = report.fields().putArray("steps");
            for (Step step : history) {
                steps.addObject().put("step", step.number()).put("sentence", step.sentence())
                        .put("at", Instant.ofEpochMilli(step.atMillis()).toString()).put("rows", step.rows())
                        .put("undone", step.undone());
                report.say("%5d  %s%s", step.number(), step.sentence(), step.undone() ? "  (taken back)" : "");
            }
            if (history.isEmpty()) {
                report.say("Nothing has been changed yet.");
            }
        }
        return Exit.DONE;
    }
}
