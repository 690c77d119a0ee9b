package fettle.cli;

import fettle.example.Example;
import fettle.example.ExampleStore;
import fettle.example.RowVersion;
import fettle.example.Step;
import fettle.job.ExpectedException;
import fettle.project.Project;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "history", description = "Lists the steps of the project, oldest first.")
final class HistoryCommand extends ProjectCommand {

    @Option(names = "--branches", description = "With the steps kept on branches.")
    private boolean branches;

    @Option(names = "--rows", paramLabel = "STEP", description = "Lists the rows which this step changed.")
    private long rowsOf;

    @Option(names = "--row", paramLabel = "ID", description = "Lists the versions of one example.")
    private long row;

    HistoryCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        if (rowsOf != 0 && row != 0) {
            throw new WrongUse("--rows and --row cannot be given together.", "Ask for one of them at a time.");
        }
        try (Project project = read(project())) {
            ExampleStore examples = project.examples();
            List<Step> history = examples.history();
            put(history, report);
            if (rowsOf != 0) {
                listRows(examples, history, report);
            } else if (row != 0) {
                listVersions(examples, report);
            } else {
                listSteps(history, report);
            }
        }
        return Exit.DONE;
    }

    /// Where the project stands.
    static void put(List<Step> history, Report report) {
        Optional<Step> here = history.stream().filter(Step::done).reduce((_, later) -> later);
        report.fields().put("step", here.map(Step::number).orElse(0L))
                .put("of", history.isEmpty() ? 0 : history.getLast().number())
                .put("sentence", here.map(Step::sentence).orElse(""));
    }

    private void listSteps(List<Step> history, Report report) {
        ArrayNode steps = report.fields().putArray("steps");
        for (Step step : history) {
            if (branches || step.state() != Step.State.BRANCH) {
                put(step, steps.addObject());
                report.say("%5d  %s%s", step.number(), step.sentence(), words(step));
            }
        }
        long kept = history.stream().filter(step -> step.state() == Step.State.BRANCH).count();
        if (history.isEmpty()) {
            report.say("Nothing has been changed yet.");
        } else if (kept > 0 && !branches) {
            report.say("%d more steps are kept on branches; --branches lists them.", kept);
        }
    }

    private static void put(Step step, ObjectNode to) {
        to.put("step", step.number()).put("sentence", step.sentence())
                .put("at", Instant.ofEpochMilli(step.atMillis()).toString()).put("rows", step.rows())
                .put("parent", step.parent()).put("state", word(step.state())).put("undone", step.undone());
    }

    private static String words(Step step) {
        return switch (step.state()) {
            case DONE -> "";
            case UNDONE -> "  (taken back)";
            case BRANCH -> "  (on a branch, after step " + step.parent() + ")";
        };
    }

    private void listRows(ExampleStore examples, List<Step> history, Report report) throws IOException {
        if (history.stream().noneMatch(step -> step.number() == rowsOf)) {
            throw new ExpectedException("no-step", "There is no step " + rowsOf + " in the history.",
                    "`fettle history --branches` lists them all.");
        }
        long[] ids = examples.rowsOf(rowsOf);
        ArrayNode rows = report.fields().putArray("rows");
        LongStream.of(ids).forEach(rows::add);
        LongStream.of(ids).forEach(id -> report.say("%d", id));
    }

    private void listVersions(ExampleStore examples, Report report) throws IOException {
        List<RowVersion> versions = examples.versions(row);
        if (versions.isEmpty()) {
            throw new ExpectedException("no-such-row", "There is no example " + row + ".",
                    "`fettle list` shows the ids.");
        }
        ArrayNode list = report.fields().put("id", row).putArray("versions");
        for (RowVersion version : versions) {
            ObjectNode entry = list.addObject();
            put(version.step(), entry);
            String changed = version.changed().stream().sorted().map(HistoryCommand::word)
                    .collect(Collectors.joining(", "));
            version.changed().stream().sorted().map(HistoryCommand::word).forEach(entry.putArray("changed")::add);
            if (report.json()) {
                examples.version(row, version.step().number()).ifPresent(then -> put(then, entry));
            }
            report.say("%5d  %s (%s)%s", version.step().number(), version.step().sentence(), changed,
                    words(version.step()));
        }
    }

    private static void put(Example then, ObjectNode entry) {
        entry.put("status", word(then.status()));
        then.tags().forEach(entry.putArray("tags")::add);
        entry.set("body", then.body());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
