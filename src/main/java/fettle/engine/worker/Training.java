package fettle.engine.worker;

import com.sun.management.OperatingSystemMXBean;
import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.ModelFiles;
import fettle.engine.hf.ModelFolder;
import fettle.engine.net.Gpt2;
import fettle.engine.net.Weights;
import fettle.engine.torch.Natives;
import fettle.engine.train.Checkpoints;
import fettle.engine.train.Replicas;
import fettle.engine.train.Trainer;
import fettle.job.ExpectedException;
import fettle.tuning.Recipe;
import fettle.tuning.TuningEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// A model being trained from a directory, with its checkpoints.
final class Training {

    private final ModelFolder base;
    private final Recipe recipe;
    private final Checkpoints checkpoints;
    private final Replicas replicas;
    private final Optional<Path> from;

    /// `folder` gets the checkpoints; with `resume` it goes on from the last of them.
    Training(ModelFolder base, Recipe recipe, Path folder, boolean resume) throws IOException {
        this.base = base;
        this.recipe = recipe;
        int cores = Cores.forWork();
        int rows = recipe.perDeviceTrainBatchSize() * recipe.gradientAccumulationSteps();
        boolean dropout = !base.config().dropout().equals(Gpt2Config.Dropout.NONE);
        int parts = Replicas.suiting(cores, rows, dropout);
        checkMemory(base.config(), recipe, parts);
        checkpoints = checkpoints(folder, recipe, base);
        if (!resume) {
            checkpoints.clear();
        }
        from = checkpoints.latest();
        Path weights = from.map(checkpoint -> checkpoint.resolve("model.safetensors")).orElse(base.weights());
        var model = new Gpt2(base.config(), Weights.load(base.config(), weights));
        replicas = new Replicas(model, parts);
        Natives.useThreads(Math.max(1, cores / parts));
    }

    static Checkpoints checkpoints(Path folder, Recipe recipe, ModelFolder base) {
        return new Checkpoints(folder.resolve("checkpoints"), recipe.saveTotalLimit(), base);
    }

    /// Steps of the last checkpoint of `folder`; 0 without one.
    static int stepsKept(Path folder) throws IOException {
        Optional<Path> latest = Checkpoints.latest(folder.resolve("checkpoints"));
        return latest.isPresent() ? Checkpoints.state(latest.get()).step() : 0;
    }

    Trainer trainer(Trainer.Data data, Consumer<TuningEvent> events) throws IOException {
        var trainer = new Trainer(replicas, recipe, data, checkpoints, events);
        if (from.isPresent()) {
            trainer.resume(from.get());
        }
        return trainer;
    }

    /// Writes the model; the weights last, so that a folder without them is plainly unfinished.
    void write(Path output) throws IOException {
        ModelFiles.copy(base, output);
        replicas.model().weights().save(output.resolve("model.safetensors"));
    }

    /// Weights, two moments and the gradients of each part; activations and scores of one batch.
    private static void checkMemory(Gpt2Config config, Recipe recipe, int parts) throws ExpectedException {
        double tokens = (double) recipe.perDeviceTrainBatchSize() * Math.min(recipe.maxLength(), config.positions());
        double activations = tokens * config.layers() * (12.0 * config.channels() + 2.0 * config.inner());
        double scores = tokens * config.vocabulary() * 2;
        double gigabytes = 4 * ((3.0 + parts) * config.parameters() + activations + scores) / 1e9;
        double machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / 1e9;
        if (gigabytes > machine) {
            throw new ExpectedException("not-enough-memory",
                    "This tuning needs about %.0f GB of memory; this machine has %.0f GB.".formatted(gigabytes,
                            machine),
                    "Lower per_device_train_batch_size or max_length, or choose a smaller base model.");
        }
    }
}
