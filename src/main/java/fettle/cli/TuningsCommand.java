package fettle.cli;

import fettle.job.ExpectedException;
import fettle.model.TuneModel.Wish;
import fettle.project.Project;
import fettle.tuning.Tuning;
import fettle.tuning.TuningStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "tunings", description = "The tunings of a project.")
final class TuningsCommand extends ProjectCommand {

    @Parameters(index = "1", arity = "0..1", paramLabel = "list|show|events|results|checkpoints|resume", description = "list by default.")
    private String action = "list";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ID", description = "A tuning, such as t1.")
    private String id = "";

    @Option(names = "--csv", paramLabel = "FILE", description = "For `results`: where the table goes.")
    private @Nullable Path csv;

    @Option(names = "--follow", description = "For `resume`: print each step.")
    private boolean follow;

    TuningsCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        if (action.equals("resume")) {
            requireId();
            try (Project project = open(project())) {
                return new TuningRun(tools(), project, follow).run(new Wish.Resume(id), report, work -> watch(work));
            }
        }
        try (Project project = read(project())) {
            look(project.tunings(), report);
        }
        return Exit.DONE;
    }

    private void look(TuningStore tunings, Report report) throws IOException {
        switch (action) {
            case "list" -> list(tunings.tunings(), report);
            case "show" -> {
                Tuning tuning = find(tunings);
                TuningObjects.job(tuning, tunings.events(id), report.fields());
                report.say("%s: %s, from %s on %s. %s", tuning.id(), TuningObjects.status(tuning), tuning.base(),
                        tuning.release(), tuning.message());
            }
            case "events" -> {
                find(tunings);
                ArrayNode data = report.fields().put("object", "list").putArray("data");
                TuningObjects.events(id, tunings.events(id), data, report);
            }
            case "checkpoints" -> {
                find(tunings);
                ArrayNode data = report.fields().put("object", "list").putArray("data");
                TuningObjects.checkpoints(id, tunings.events(id), data, report);
            }
            case "results" -> results(tunings, report);
            case "cancel", "pause" -> throw new ExpectedException("elsewhere", "Tuning " + id
                    + " is stopped where it runs.", "Press Ctrl-C there, or Stop in the window; `resume` goes on.");
            default -> throw new WrongUse("`fettle tunings PROJECT " + action + "` means nothing.",
                    "It is list, show, events, results, checkpoints or resume.");
        }
    }

    private static void list(List<Tuning> tunings, Report report) {
        ArrayNode data = report.fields().put("object", "list").putArray("data");
        for (Tuning tuning : tunings) {
            TuningObjects.job(tuning, List.of(), data.addObject());
            report.say("%-5s %-12s %-24s %-5s %s", tuning.id(), TuningObjects.status(tuning), tuning.base(),
                    tuning.release(), tuning.model().orElse(tuning.message()));
        }
        if (tunings.isEmpty()) {
            report.say("Nothing has been tuned yet.");
        }
    }

    private void results(TuningStore tunings, Report report) throws IOException {
        find(tunings);
        String table = TuningObjects.csv(tunings.events(id));
        if (csv == null) {
            report.fields().put("csv", table);
            report.piece(table);
            return;
        }
        Files.writeString(csv, table);
        report.fields().put("path", csv.toString());
        report.say("Written to %s.", csv);
    }

    private Tuning find(TuningStore tunings) throws IOException {
        requireId();
        return tunings.find(id).orElseThrow(() -> new ExpectedException("no-such-tuning",
                "There is no tuning " + id + ".", "`fettle tunings PROJECT` lists those that there are."));
    }

    private void requireId() throws WrongUse {
        if (id.isEmpty()) {
            throw new WrongUse("Which tuning?", "Name one after " + action + ", such as t1.");
        }
    }
}
