package fettle.engine.train;

import fettle.tuning.supervision.TrainingRow;
import fettle.engine.net.Gpt2;
import fettle.engine.torch.Natives;
import fettle.job.ExpectedException;
import fettle.tuning.Recipe;
import fettle.tuning.TuningEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Trains a model by a recipe. Reads as the recipe: learn from a step's rows, clip, move the weights, tell, ask the
/// validation rows, keep a checkpoint.
public final class Trainer implements AutoCloseable {

    private final Replicas replicas;
    private final Gpt2 model;
    private final Recipe recipe;
    private final Data data;
    private final Checkpoints checkpoints;
    private final Consumer<TuningEvent> events;

    private final Batches batches;
    private final AdamW optimizer;
    private final Schedule schedule;
    private final Pace pace = new Pace();

    /// Held while weights, moments and `state` change together, and while they are written.
    private final ReentrantLock whole = new ReentrantLock();
    private TrainingState state;
    private volatile boolean stopping;

    /// What is learned from and what is only asked.
    public record Data(List<TrainingRow> train, List<TrainingRow> validation) {}

    /// `replicas` has the weights to begin with. Throws "bad-recipe" or "nothing-to-learn" when it cannot begin.
    public Trainer(Replicas replicas, Recipe recipe, Data data, Checkpoints checkpoints, Consumer<TuningEvent> events)
            throws ExpectedException {
        this.replicas = replicas;
        this.model = replicas.model();
        this.recipe = recipe;
        this.data = data;
        this.checkpoints = checkpoints;
        this.events = events;
        if (data.train().isEmpty()) {
            throw new ExpectedException("nothing-to-learn", "No row has a token to learn.",
                    "Check that the rows have assistant messages and that max_length is large enough.");
        }
        batches = new Batches(data.train(), recipe.perDeviceTrainBatchSize(), recipe.gradientAccumulationSteps(),
                recipe.seed());
        int total = recipe.maxSteps() > 0
                ? recipe.maxSteps()
                : Math.max(1, (int) Math.ceil(recipe.numTrainEpochs() * batches.stepsPerEpoch()));
        schedule = Schedule.of(recipe, total);
        long trained = data.train().stream().mapToLong(TrainingRow::trainedTokens).sum();
        state = new TrainingState(0, total, 0, 0, data.train().size(), trained);
        optimizer = new AdamW(model.weights().byName(), new AdamW.Settings(recipe.adamBeta1(), recipe.adamBeta2(),
                recipe.adamEpsilon(), recipe.weightDecay()), AdamW::matrices);
    }

    /// Goes on from a checkpoint; the model has its weights already. Throws "other-data" when it was made from other rows
    /// or for another number of steps.
    public void resume(Path checkpoint) throws IOException {
        TrainingState stored = Checkpoints.state(checkpoint);
        if (!stored.fits(state)) {
            throw new ExpectedException("other-data",
                    "The checkpoint %s was made from %d rows for %d steps; now there are %d rows and %d steps."
                            .formatted(
                                    checkpoint.getFileName(), stored.rows(), stored.total(), state.rows(),
                                    state.total()),
                    "Start a new tuning.");
        }
        optimizer.load(checkpoint.resolve("optimizer.safetensors"), stored.step());
        state = stored;
    }

    /// Trains to the end, or until [#stop]; then a checkpoint is kept. Returns whether it came to the end.
    public boolean run() throws IOException {
        events.accept(new TuningEvent.Started(state.total(), state.rows(), data.validation().size(),
                state.trainedTokens(), model.config().parameters()));
        replicas.train();
        pace.runBegins(state);
        while (state.step() < state.total() && !stopping) {
            pace.stepBegins();
            Natives.seed(recipe.seed() * 1_000_003 + state.step());
            Micro.Passed passed = Micro.accumulate(replicas, batches.of(state.step()), this::stopping);
            if (!passed.complete()) {
                break;
            }
            double norm = optimizer.clip(recipe.maxGradNorm());
            checkFinite(passed.meanLoss(), norm);
            double rate = schedule.at(state.step());
            whole.lock();
            try {
                optimizer.step(rate, replicas.count());
                state = pace.after(state, passed);
            } finally {
                whole.unlock();
            }
            tell(passed, rate, norm);
            validateWhenDue();
            if (recipe.saveSteps() > 0 && state.step() % recipe.saveSteps() == 0) {
                keepCheckpoint();
            }
        }
        keepCheckpoint();
        return state.step() == state.total();
    }

    private void checkFinite(double loss, double norm) throws ExpectedException {
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new ExpectedException("diverged",
                    "The loss is no longer a number at step " + (state.step() + 1) + ".",
                    "Lower learning_rate, or set max_grad_norm to 1.");
        }
    }

    private void tell(Micro.Passed passed, double rate, double norm) {
        boolean due = state.step() == 1 || state.step() == state.total()
                || state.step() % Math.max(1, recipe.loggingSteps()) == 0;
        if (due) {
            double epoch = (double) state.step() / batches.stepsPerEpoch();
            events.accept(new TuningEvent.Stepped(state.step(), state.total(), epoch, passed.meanLoss(), rate, norm,
                    state.tokens(), pace.tokensPerSecond(), state.seconds()));
        }
    }

    private void validateWhenDue() {
        int every = recipe.evalSteps() > 0 ? recipe.evalSteps() : batches.stepsPerEpoch();
        boolean due = state.step() % every == 0 || state.step() == state.total();
        if (due && !data.validation().isEmpty()) {
            Optional<Evaluator.Scores> scores = Evaluator.ask(replicas, data.validation(),
                    recipe.perDeviceTrainBatchSize(), this::stopping);
            scores.ifPresent(found -> events.accept(new TuningEvent.Validated(state.step(), found.loss(),
                    found.accuracy())));
        }
    }

    private boolean stopping() {
        return stopping;
    }

    /// Asks it to end; it does so before its next micro-batch. May be called by another thread.
    public void stop() {
        stopping = true;
    }

    /// Writes where it stands now, between two steps. May be called by another thread, also while a long step computes.
    public void keepCheckpoint() throws IOException {
        whole.lock();
        try {
            checkpoints.save(state, model.weights(), optimizer)
                    .ifPresent(name -> events.accept(new TuningEvent.CheckpointSaved(state.step(), name)));
        } finally {
            whole.unlock();
        }
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
