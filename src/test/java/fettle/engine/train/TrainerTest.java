package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.tuning.supervision.TrainingRow;
import fettle.engine.TinyModel;
import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.ModelFolder;
import fettle.engine.net.Gpt2;
import fettle.engine.net.Weights;
import fettle.engine.torch.Natives;
import fettle.job.ExpectedException;
import fettle.tuning.Recipe;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainerTest {

    @TempDir
    private Path folder = Path.of("");
    private @Nullable ModelFolder base;
    private List<TrainingRow> rows = List.of();
    private int threads = 1;

    @BeforeEach
    void make() throws IOException {
        Natives.load();
        Natives.useThreads(1);
        var model = ModelFolder.open(TinyModel.write(folder.resolve("base")));
        Gpt2Config c = model.config();
        var dropping = new Gpt2Config(c.vocabulary(), c.positions(), c.channels(), c.layers(), c.heads(), c.inner(),
                c.activation(), c.epsilon(), c.scaled(), c.scaledByLayer(), c.tied(),
                new Gpt2Config.Dropout(0.1, 0.1, 0.1));
        base = new ModelFolder(model.path(), dropping, model.tokenizer(), model.chat(), model.ends());
        rows = new ChatRows(model, true, 64).read(TinyModel.rows(folder.resolve("rows.jsonl"), 13)).rows();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInterruptedTrainingMakesTheVeryStepsItWouldHaveMade(int cores) throws IOException {
        boolean dropping = cores == 1; // then the random numbers must go on too
        base = dropping ? base : ModelFolder.open(folder.resolve("base"));
        threads = Replicas.suiting(cores, 4, dropping);
        List<TuningEvent> whole = train("whole", TinyModel.recipe(3, 0), 0, false);
        List<TuningEvent> first = train("halves", TinyModel.recipe(3, 0), 5, false);
        List<TuningEvent> second = train("halves", TinyModel.recipe(3, 0), 0, true);
        assertEquals(12, steps(whole).size());
        assertEquals(5, steps(first).size());
        var together = new ArrayList<>(steps(first));
        together.addAll(steps(second));
        assertEquals(steps(whole).stream().map(TrainerTest::numbers).toList(),
                together.stream().map(TrainerTest::numbers).toList());
        assertEquals(-1, Files.mismatch(folder.resolve("whole/step-12/model.safetensors"),
                folder.resolve("halves/step-12/model.safetensors")));
    }

    /// All that does not depend on the clock.
    private static Stepped numbers(Stepped step) {
        return new Stepped(step.step(), step.totalSteps(), step.epoch(), step.loss(), step.learningRate(),
                step.gradNorm(), step.tokens(), 0, 0);
    }

    @Test
    void itLearnsAFewRowsByHeart() throws IOException {
        List<TuningEvent> events = train("run", TinyModel.recipe(30, 0), 0, false);
        List<Stepped> steps = steps(events);
        assertTrue(steps.getLast().loss() < 0.3 * steps.getFirst().loss(), steps.getLast().toString());
        Validated last = (Validated) events.stream().filter(Validated.class::isInstance).reduce((_, b) -> b)
                .orElseThrow();
        assertTrue(last.tokenAccuracy() > 0.8, last.toString());
        assertEquals(30, events.stream().filter(Validated.class::isInstance).count());
    }

    @Test
    void checkpointsComeInTimeAndOnlyTheLastAreKept() throws IOException {
        List<TuningEvent> events = train("run", TinyModel.recipe(3, 4), 0, false);
        assertEquals(List.of(4, 8, 12), events.stream().filter(CheckpointSaved.class::isInstance)
                .map(saved -> ((CheckpointSaved) saved).step()).toList());
        assertFalse(Files.exists(folder.resolve("run/step-4")));
        assertTrue(Files.exists(folder.resolve("run/step-8/trainer_state.json")));
        ModelFolder.open(folder.resolve("run/step-12")); // a model directory of its own
    }

    @Test
    void otherRowsCannotGoOnFromACheckpoint() throws IOException {
        train("run", TinyModel.recipe(3, 0), 5, false);
        rows = rows.subList(0, 12);
        var refused = assertThrows(ExpectedException.class, () -> train("run", TinyModel.recipe(3, 0), 0, true));
        assertEquals("other-data", refused.kind());
    }

    @Test
    void aLossThatIsNoNumberIsTold() {
        Recipe r = TinyModel.RECIPE;
        var wild = new Recipe(30, 0, 4, 1, 1e30, "constant", 0, 0, 0, 0, 0.9, 0.999, 1e-8, 64, true, 0, 0, 1, 2, 7);
        assertEquals(r.maxLength(), wild.maxLength());
        var told = assertThrows(ExpectedException.class, () -> train("run", wild, 0, false));
        assertEquals("diverged", told.kind());
    }

    private List<TuningEvent> train(String name, Recipe recipe, int stopAfter, boolean resume) throws IOException {
        var events = new ArrayList<TuningEvent>();
        var running = new AtomicReference<Trainer>();
        Consumer<TuningEvent> watch = event -> {
            events.add(event);
            if (event instanceof Stepped step && step.step() == stopAfter) {
                running.get().stop();
            }
        };
        ModelFolder from = java.util.Objects.requireNonNull(base);
        var checkpoints = new Checkpoints(folder.resolve(name), 2, from);
        Path weights = resume
                ? checkpoints.latest().orElseThrow().resolve("model.safetensors")
                : from.weights();
        try (var model = new Gpt2(from.config(), Weights.load(from.config(), weights));
                var replicas = new Replicas(model, threads);
                var trainer = new Trainer(replicas, recipe, new Trainer.Data(rows, rows.subList(0, 5)), checkpoints,
                        watch)) {
            running.set(trainer);
            if (resume) {
                trainer.resume(checkpoints.latest().orElseThrow());
            }
            assertEquals(stopAfter == 0, trainer.run());
        }
        return events;
    }

    private static List<Stepped> steps(List<TuningEvent> events) {
        return events.stream().filter(Stepped.class::isInstance).map(Stepped.class::cast).toList();
    }
}
