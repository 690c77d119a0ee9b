package fettle.cli;

import fettle.job.ExpectedException;
import fettle.job.StopSignal;
import fettle.job.Work;
import fettle.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// What all commands share: the report, the exit code, Ctrl-C.
abstract class Command implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Desk desk;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    Command(Desk desk) {
        this.desk = desk;
    }

    /// How long a stopped command may put away what is finished before the process ends.
    Duration patience() {
        return PATIENCE;
    }

    /// Does it, and returns the exit code. What is put into the report is printed also when this throws.
    abstract int run(Report report) throws Exception;

    final Tools tools() {
        return desk.tools();
    }

    final Console console() {
        return desk.console();
    }

    @Override
    public final Integer call() {
        if (spec != null) {
            System.setProperty("fettle.program", spec.qualifiedName());
        }
        var report = new Report(desk.console(), json);
        try (var signal = StopSignal.forThisThread(patience())) {
            int code = runToEnd(report, signal);
            report.close();
            return code;
        }
    }

    private int runToEnd(Report report, StopSignal signal) {
        try {
            return run(report);
        } catch (Throwable cause) { // an Error too: a missing native library is a sentence
            boolean told = cause instanceof ExpectedException expected && expected.kind().equals("stopped");
            boolean stopped = told || cause instanceof InterruptedException || signal.received();
            var failure = Exit.sentence(stopped && !told ? new InterruptedException() : cause);
            tell(report, failure);
            if (failure.kind().equals("bug") || "debug".equals(tools().environment().get("FETTLE_LOG"))) {
                cause.printStackTrace(console().err());
            }
            return stopped ? Exit.STOPPED : Exit.of(failure);
        }
    }

    /// Says a failure: one sentence and what to do next, or the `error` of the JSON object.
    static void tell(Report report, ExpectedException failure) {
        if (report.json()) {
            ObjectNode error = report.fields().putObject("error");
            error.put("kind", failure.kind()).put("message", failure.getMessage()).put("next", failure.next());
        } else {
            report.note((failure.getMessage() + " " + failure.next()).strip());
        }
    }

    /// Opens a project to change it. Another process that holds it is a failure.
    final Project open(Path folder) throws Exception {
        Project project = tools().projects().open(folder);
        Optional<String> holder = project.holder();
        if (holder.isPresent()) {
            project.close();
            throw new ExpectedException("held", holder.get(), "Close it there, then run this again.");
        }
        return project;
    }

    /// Opens a project to look at it.
    final Project read(Path folder) throws Exception {
        return tools().projects().read(folder);
    }

    /// Runs work on this thread with its progress on standard error.
    final <T> T watch(Work<T> work) throws Exception {
        try (var meter = new Meter(console())) {
            return work.run(meter);
        }
    }
}
