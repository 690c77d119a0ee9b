package fettle.model;

import fettle.dataset.Release;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.tuning.Recipe;
import fettle.tuning.Tuner;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import fettle.tuning.TuningStatus;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Tunes a model: releases the rows when they changed, trains, and enters what came of it in the registry. When it is
/// stopped, the last checkpoint is kept, and a later run goes on from it.
///
/// @param events each as it comes, on this work's thread
public record TuneModel(Workshop workshop, Registry registry, Tuner tuner, Wish wish, Consumer<TuningEvent> events)
        implements
            Work<Tuning> {

    /// What is wanted.
    public sealed interface Wish {

        /// A new tuning of a model of the registry.
        record Begin(String base, Recipe recipe) implements Wish {}

        /// One that was stopped or interrupted.
        record Resume(String tuning) implements Wish {}
    }

    /// The tuning as it ended; also when it was stopped. Throws an [ExpectedException] of kind "no-such-model",
    /// "no-such-tuning" or "not-resumable", and what the engine cannot do.
    @Override
    public Tuning run(Progress progress) throws IOException, InterruptedException {
        return switch (wish) {
            case Wish.Begin(var base, var recipe) -> {
                Model model = model(base);
                Release release = workshop.releases().release(progress);
                yield train(workshop.tunings().begin(base, release.name(), recipe), model, release, progress);
            }
            case Wish.Resume(var id) -> {
                Tuning before = tuning(id);
                var running = before.with(TuningStatus.RUNNING, Optional.empty(), "");
                Model model = model(before.base());
                Release release = release(before.release());
                workshop.tunings().save(running);
                yield train(running, model, release, progress);
            }
        };
    }

    private Model model(String id) throws IOException {
        Model model = registry.find(id).orElseThrow(() -> new ExpectedException("no-such-model",
                "There is no model " + id + " on this machine.", "`fettle models` lists those that there are."));
        Optional<String> problem = registry.problem(model);
        if (problem.isPresent()) {
            throw new ExpectedException("model-gone", problem.get(), "");
        }
        return model;
    }

    private Tuning tuning(String id) throws IOException {
        Tuning tuning = workshop.tunings().find(id).orElseThrow(() -> new ExpectedException("no-such-tuning",
                "There is no tuning " + id + ".", "`fettle tunings PROJECT` lists those that there are."));
        if (!tuning.status().resumable()) {
            throw new ExpectedException("not-resumable",
                    "Tuning " + id + " has " + tuning.status().name().toLowerCase(Locale.ROOT) + ".",
                    "Only one that was stopped or interrupted goes on.");
        }
        return tuning;
    }

    private Release release(String name) throws IOException {
        return workshop.releases().releases().stream().filter(release -> release.name().equals(name)).findFirst()
                .orElseThrow(() -> new ExpectedException("no-such-release", "The release " + name + " is gone.",
                        "Begin a new tuning."));
    }

    private Tuning train(Tuning tuning, Model base, Release release, Progress progress)
            throws IOException, InterruptedException {
        var last = new Last();
        workshop.tunings().events(tuning.id()).forEach(last::hear); // what came before it was stopped counts too
        String id = freeId(tuning);
        Model made = new Model(id, workshop.models().resolve(id), Optional.empty(), 0);
        var plan = new Tuner.Plan(tuning.folder(), base.folder(), release.train(),
                release.validationRows() > 0 ? Optional.of(release.validation()) : Optional.empty(), made.folder(),
                tuning.recipe(), wish instanceof Wish.Resume);
        Ended end;
        try {
            end = tuner.tune(plan, event -> {
                last.hear(event);
                events.accept(event);
            }, progress);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            boolean stopped = failed instanceof InterruptedException;
            workshop.tunings().save(tuning.with(stopped ? TuningStatus.STOPPED : TuningStatus.FAILED, Optional.empty(),
                    stopped ? "Stopped before it began." : String.valueOf(failed.getMessage())));
            throw failed;
        }
        boolean succeeded = end.status() == TuningStatus.SUCCEEDED;
        if (succeeded) {
            enter(made, tuning, release, last);
        }
        Tuning ended = tuning.with(end.status(), succeeded ? Optional.of(id) : Optional.empty(), end.message());
        workshop.tunings().save(ended);
        return ended;
    }

    private void enter(Model made, Tuning tuning, Release release, Last last) throws IOException {
        var lineage = new Lineage(tuning.base(), tuning.id(), workshop.project(), release.name(), release.trainSha256(),
                last.step, tuning.recipe(), last.trainLoss, last.validationLoss);
        registry.enter(new Model(made.id(), made.folder(), Optional.of(lineage), System.currentTimeMillis()));
    }

    /// The project's name and the tuning's; a number follows where another project of that name has it already.
    private String freeId(Tuning tuning) throws IOException {
        String clean = workshop.project().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        String wanted = (clean.isEmpty() ? "model" : clean) + "-" + tuning.id();
        String id = wanted;
        for (int number = 2; taken(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    private boolean taken(String id) throws IOException {
        Optional<Model> other = registry.find(id);
        return other.isPresent() && !other.get().folder().equals(workshop.models().resolve(id));
    }

    /// What the last events said.
    private static final class Last {

        private int step;
        private double trainLoss = Double.NaN;
        private double validationLoss = Double.NaN;

        void hear(TuningEvent event) {
            switch (event) {
                case Stepped stepped -> {
                    step = stepped.step();
                    trainLoss = stepped.loss();
                }
                case Validated validated -> validationLoss = validated.loss();
                case TuningEvent.Started _,TuningEvent.CheckpointSaved _,Ended _ -> {
                }
            }
        }
    }
}
