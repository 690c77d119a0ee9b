package fettle.engine;

import fettle.engine.torch.Natives;
import fettle.engine.worker.Order;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.tuning.Recipe;
import fettle.tuning.Tuner;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Tunes and runs models on this machine, each in a process of its own: a native failure never takes Fettle along, and
/// memory goes back when it ends.
public final class LocalEngine implements Tuner, ModelRunner {

    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final Duration LOADING = Duration.ofMinutes(5);
    private static final long STOPPING_SECONDS = 10;

    private final Path logs;

    /// `logs` gets one file per running model, overwritten by the next of that name.
    public LocalEngine(Path logs) {
        this.logs = logs;
    }

    /// Why nothing runs here, as a sentence; empty when it does. Only looks; loads nothing.
    public static Optional<String> whyNot() {
        return Natives.whyNot();
    }

    /// A base model to be made: a byte-level BPE tokenizer and random weights, trained on plain texts.
    ///
    /// @param folder gets metrics.jsonl, worker.log and checkpoints/
    /// @param texts UTF-8 files
    /// @param validation texts that are only asked; may be empty
    /// @param output where the model goes, a Hugging Face directory
    /// @param resume go on from the last checkpoint in `folder`
    public record BasePlan(Path folder, List<Path> texts, List<Path> validation, Path output, Shape shape,
            Recipe recipe, boolean resume) {}

    /// The size of a new model.
    ///
    /// @param vocabulary tokens, special ones and the 256 bytes counted
    /// @param positions longest text in tokens
    /// @param channels width; a multiple of `heads`
    public record Shape(int vocabulary, int positions, int channels, int layers, int heads) {}

    @Override
    public Ended tune(Plan plan, Consumer<TuningEvent> events, Progress progress)
            throws IOException, InterruptedException {
        var order = new Order.Tune(text(plan.folder()), text(plan.base()), text(plan.train()),
                plan.validation().map(LocalEngine::text).orElse(""), text(plan.output()), plan.recipe(),
                plan.resume());
        long heap = 512 + Files.size(plan.train()) / 50_000; // a row's text, its JSON and its tokens: twenty-fold
        return train(order, plan.folder(), heap, events, progress);
    }

    /// Makes a base model; ends as [#tune] does.
    public Ended makeBase(BasePlan plan, Consumer<TuningEvent> events, Progress progress)
            throws IOException, InterruptedException {
        Shape shape = plan.shape();
        var order = new Order.Make(text(plan.folder()), plan.texts().stream().map(LocalEngine::text).toList(),
                plan.validation().stream().map(LocalEngine::text).toList(), text(plan.output()),
                new Order.Shape(shape.vocabulary(), shape.positions(), shape.channels(), shape.layers(), shape.heads()),
                plan.recipe(), plan.resume());
        long bytes = 0;
        for (Path file : plan.texts()) {
            bytes += Files.size(file);
        }
        return train(order, plan.folder(), 512 + bytes / 20_000, events, progress);
    }

    private static String text(Path path) {
        return path.toAbsolutePath().toString();
    }

    private static Ended train(Order order, Path folder, long heap, Consumer<TuningEvent> events, Progress progress)
            throws IOException, InterruptedException {
        requireNatives();
        try (WorkerProcess worker = WorkerProcess.start(order, folder.resolve("worker.log"), heap)) {
            return new Watch(worker, events, progress).untilItEnds();
        }
    }

    private static void requireNatives() throws ExpectedException {
        Optional<String> whyNot = whyNot();
        if (whyNot.isPresent()) {
            throw new ExpectedException("no-natives", whyNot.get(),
                    "Everything else works; tune with a provider, or use another machine.");
        }
    }

    /// Listens to a training until it ends, and stops it when asked.
    private static final class Watch {

        private final WorkerProcess worker;
        private final Consumer<TuningEvent> events;
        private final Progress progress;
        private long killAt;
        private Optional<Ended> ended = Optional.empty();

        Watch(WorkerProcess worker, Consumer<TuningEvent> events, Progress progress) {
            this.worker = worker;
            this.events = events;
            this.progress = progress;
        }

        Ended untilItEnds() throws IOException {
            while (ended.isEmpty() || ended.get().status() == fettle.tuning.TuningStatus.FAILED) {
                try {
                    askToStopWhenCancelled();
                    worker.poll(LISTEN).ifPresent(this::hear);
                } catch (InterruptedException _) {
                    stop();
                }
                if (killAt != 0 && System.nanoTime() > killAt) {
                    return killed();
                }
            }
            return ended.get();
        }

        private void askToStopWhenCancelled() throws InterruptedException {
            if (killAt == 0) {
                progress.stopIfCancelled();
            }
        }

        private void stop() {
            if (killAt == 0) {
                killAt = System.nanoTime() + STOPPING_SECONDS * 1_000_000_000;
                worker.send("{\"stop\":true}");
            }
        }

        /// It did not end in time, so the last checkpoint that it wrote by itself is what is kept.
        private Ended killed() {
            worker.close();
            var end = new Ended(fettle.tuning.TuningStatus.STOPPED,
                    "Stopped. The engine did not answer in time; the last checkpoint is kept.");
            events.accept(end);
            return end;
        }

        private void hear(JsonNode line) {
            if (line.has("note")) {
                progress.report(0, 0, line.path("note").asString(""));
            }
            TuningEvents.fromJson(line.toString()).ifPresent(event -> {
                if (event instanceof TuningEvent.Stepped step) {
                    progress.report(step.step(), step.totalSteps(), "Loss %.3f".formatted(step.loss()));
                }
                if (event instanceof Ended end) {
                    ended = Optional.of(end);
                }
                events.accept(event);
            });
        }
    }

    @Override
    public Loaded load(Model model) throws IOException, InterruptedException {
        requireNatives();
        Path log = logs.resolve(model.id().replaceAll("[^A-Za-z0-9._-]", "_") + ".log");
        WorkerProcess worker = WorkerProcess.start(new Order.Answer(text(model.folder())), log, 512);
        try {
            long until = System.nanoTime() + LOADING.toNanos();
            while (System.nanoTime() < until) {
                Optional<JsonNode> line = worker.poll(LISTEN);
                if (line.isPresent() && line.get().has("ready")) {
                    return new LoadedModel(model.id(), worker);
                }
            }
            throw new ExpectedException("worker-failed", model.id() + " was not loaded within five minutes.",
                    "Try again when the machine has less to do.");
        } catch (IOException | InterruptedException failed) {
            worker.close();
            throw failed;
        }
    }
}
