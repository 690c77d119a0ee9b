package fettle.cli;

import fettle.job.ExpectedException;
import fettle.job.Work;
import fettle.model.TuneModel;
import fettle.model.Workshop;
import fettle.project.Project;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import java.util.Locale;

/// One tuning, begun or gone on with, and what is said of it.
final class TuningRun {

    private final Tools tools;
    private final Project project;
    private final boolean follow;
    private double seconds;
    private double tokensPerSecond;
    private int steps;

    TuningRun(Tools tools, Project project, boolean follow) {
        this.tools = tools;
        this.project = project;
        this.follow = follow;
    }

    /// Runs work and returns what it made.
    @FunctionalInterface
    interface Watching {

        Tuning watch(Work<Tuning> work) throws Exception;
    }

    int run(TuneModel.Wish wish, Report report, Watching watching) throws Exception {
        var workshop = new Workshop(project.name(), project.folder().resolve("models"), project.releases(),
                project.tunings());
        var work = new TuneModel(workshop, tools.registry(), tools.tuner(), wish, event -> hear(event, report));
        Tuning tuning = watching.watch(work);
        report.fields().put("id", tuning.id()).put("status", tuning.status().name().toLowerCase(Locale.ROOT));
        report.fields().put("fineTunedModel", tuning.model().orElse(null)).put("steps", steps);
        report.fields().put("seconds", seconds).put("tokensPerSecond", tokensPerSecond);
        report.fields().put("message", tuning.message());
        report.say("Tuning %s: %s", tuning.id(), tuning.message());
        return switch (tuning.status()) {
            case SUCCEEDED -> {
                tuning.model().ifPresent(model -> report.say("The model is %s; try: fettle chat %s", model, model));
                yield Exit.DONE;
            }
            case STOPPED, INTERRUPTED -> throw new InterruptedException(tuning.message());
            case FAILED, RUNNING -> throw new ExpectedException("tuning-failed", tuning.message(),
                    "Its log is " + tuning.folder().resolve("worker.log") + ".");
        };
    }

    private void hear(TuningEvent event, Report report) {
        switch (event) {
            case Stepped step -> {
                steps = step.step();
                seconds = step.seconds();
                tokensPerSecond = step.tokensPerSecond();
                Numbers.put(report.fields(), "trainLoss", step.loss());
                tell(report, String.format(Locale.ROOT, "step %d of %d  loss %.4f  rate %.2e  %.0f tokens/s",
                        step.step(), step.totalSteps(), step.loss(), step.learningRate(), step.tokensPerSecond()));
            }
            case Validated validated -> {
                Numbers.put(report.fields(), "validationLoss", validated.loss());
                tell(report, String.format(Locale.ROOT, "step %d  validation loss %.4f  right %.1f %%",
                        validated.step(), validated.loss(), 100 * validated.tokenAccuracy()));
            }
            case TuningEvent.CheckpointSaved saved -> tell(report, "checkpoint " + saved.folder());
            case TuningEvent.Started started -> tell(report, started.trainRows() + " rows, " + started.totalSteps()
                    + " steps, " + started.parameters() + " parameters");
            case TuningEvent.Ended _ -> {
            }
        }
    }

    private void tell(Report report, String line) {
        if (follow && report.json()) {
            report.note(line);
        } else if (follow) {
            report.say(line);
        }
    }
}
