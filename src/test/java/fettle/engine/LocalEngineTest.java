package fettle.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ChatModel;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.tuning.Recipe;
import fettle.tuning.Tuner;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvents;
import fettle.tuning.TuningStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalEngineTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tunesAModelThatThenAnswersWhatItLearned() throws Exception {
        var events = new ArrayList<TuningEvent>();
        Tuner.Plan plan = plan(TinyModel.recipe(150, 0), false);
        Ended ended = engine().tune(plan, events::add, Progress.UNWATCHED);
        assertEquals(TuningStatus.SUCCEEDED, ended.status(), ended.message());
        List<Stepped> steps = steps(events);
        assertTrue(steps.getLast().loss() < 0.01 * steps.getFirst().loss(), steps.getLast().toString());
        assertEquals(events, metrics(plan.folder()));
        for (String file : List.of("config.json", "generation_config.json", "model.safetensors", "tokenizer.json",
                "tokenizer_config.json", "chat_template.jinja")) {
            assertTrue(Files.exists(plan.output().resolve(file)), file);
        }
        try (ModelRunner.Loaded loaded = engine().load(model("tuned", plan.output()))) {
            var pieces = new StringBuilder();
            ChatModel.Reply reply = loaded.complete(request(TinyModel.question(2)), pieces::append);
            assertEquals(TinyModel.answer(2), reply.text());
            assertEquals(reply.text(), pieces.toString());
            assertEquals("stop", reply.finish());
            assertEquals(TinyModel.answer(3), loaded.complete(request(TinyModel.question(3)), _ -> {}).text());
            var tooLong = assertThrows(ExpectedException.class,
                    () -> loaded.complete(request("word ".repeat(200)), _ -> {}));
            assertEquals("too-long", tooLong.kind());
        }
    }

    @Test
    void stopKeepsACheckpointAndResumeGoesOnFromIt() throws Exception {
        Recipe recipe = TinyModel.recipe(300, 0);
        var events = new ArrayList<TuningEvent>();
        Ended stopped = engine().tune(plan(recipe, false), stopAfter(3, events), Progress.UNWATCHED);
        assertEquals(TuningStatus.STOPPED, stopped.status(), stopped.message());
        int kept = steps(events).getLast().step();
        var more = new ArrayList<TuningEvent>();
        Ended again = engine().tune(plan(recipe, true), stopAfter(kept + 4, more), Progress.UNWATCHED);
        assertEquals(TuningStatus.STOPPED, again.status(), again.message());
        assertEquals(kept + 1, steps(more).getFirst().step());
        List<Integer> written = steps(metrics(folder.resolve("tuning"))).stream().map(Stepped::step).toList();
        assertEquals(java.util.stream.IntStream.rangeClosed(1, steps(more).getLast().step()).boxed().toList(), written);
    }

    private static Consumer<TuningEvent> stopAfter(int step, List<TuningEvent> events) {
        return event -> {
            events.add(event);
            if (event instanceof Stepped stepped && stepped.step() == step) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    void whenTheStarterIsKilledTheWorkerKeepsACheckpointAndGoes() throws Exception {
        Tuner.Plan plan = plan(TinyModel.recipe(2000, 0), false);
        Process starter = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Starter.class.getName(), plan.folder().toString(),
                plan.base().toString(), plan.train().toString(), plan.output().toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("starter.log").toFile()).start();
        waitFor(() -> steps(metrics(plan.folder())).size() >= 3);
        List<ProcessHandle> workers = starter.children().toList();
        assertEquals(1, workers.size());
        starter.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(15, java.util.concurrent.TimeUnit.SECONDS);
        }
        List<TuningEvent> events = metrics(plan.folder());
        Ended ended = (Ended) events.getLast();
        assertEquals(TuningStatus.INTERRUPTED, ended.status());
        int made = steps(events).getLast().step();
        assertTrue(Files.exists(plan.folder().resolve("checkpoints/step-" + made + "/optimizer.safetensors")));

        var more = new ArrayList<TuningEvent>();
        engine().tune(plan(TinyModel.recipe(2000, 0), true), stopAfter(made + 1, more), Progress.UNWATCHED);
        assertEquals(made + 1, steps(more).getFirst().step());
    }

    /// Tunes in a process of its own: arguments are the places of the plan.
    static final class Starter {

        private Starter() {}

        public static void main(String[] places) throws Exception {
            var plan = new Tuner.Plan(Path.of(places[0]), Path.of(places[1]), Path.of(places[2]), Optional.empty(),
                    Path.of(places[3]), TinyModel.recipe(2000, 0), false);
            new LocalEngine(Path.of(places[0])).tune(plan, _ -> {}, Progress.UNWATCHED);
        }
    }

    @Test
    void aBaseThatCannotBeReadIsASentence() throws Exception {
        Tuner.Plan plan = plan(TinyModel.RECIPE, false);
        Files.writeString(plan.base().resolve("config.json"), "{\"model_type\":\"llama\"}");
        var events = new ArrayList<TuningEvent>();
        var refused = assertThrows(ExpectedException.class,
                () -> engine().tune(plan, events::add, Progress.UNWATCHED));
        assertEquals("bad-model", refused.kind());
        assertTrue(refused.getMessage().contains("its model_type is \"llama\""), refused.getMessage());
        assertEquals(new Ended(TuningStatus.FAILED, refused.getMessage()), events.getLast());
    }

    @Test
    void aWorkerThatIsKilledIsASentence() throws Exception {
        Path base = TinyModel.write(folder.resolve("base"));
        try (ModelRunner.Loaded loaded = engine().load(model("killed", base))) {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            var told = assertThrows(ExpectedException.class, () -> loaded.complete(request("Well?"), _ -> {}));
            assertTrue(told.getMessage().startsWith("The engine's process was killed"), told.getMessage());
        }
    }

    @Test
    void anAnswerCanBeCancelledAndTheModelAnswersOn() throws Exception {
        Path base = TinyModel.write(folder.resolve("base"));
        try (ModelRunner.Loaded loaded = engine().load(model("base", base))) {
            assertThrows(InterruptedException.class,
                    () -> loaded.complete(request("Well?"), _ -> Thread.currentThread().interrupt()));
            assertFalse(Thread.interrupted());
            assertTrue(loaded.complete(request("Well?"), _ -> {}).inputTokens() > 0);
        }
    }

    @Test
    void makesABaseModelFromPlainTexts() throws Exception {
        Path text = Files.writeString(folder.resolve("text.txt"), "The quick brown fox jumps over the lazy dog.\n"
                .repeat(60));
        var plan = new LocalEngine.BasePlan(folder.resolve("making"), List.of(text), List.of(text),
                folder.resolve("made"), new LocalEngine.Shape(300, 64, 32, 2, 4), TinyModel.recipe(20, 0), false);
        var events = new ArrayList<TuningEvent>();
        Ended ended = engine().makeBase(plan, events::add, Progress.UNWATCHED);
        assertEquals(TuningStatus.SUCCEEDED, ended.status(), ended.message());
        assertTrue(steps(events).getLast().loss() < 0.5 * steps(events).getFirst().loss());
        assertTrue(Files.exists(plan.output().resolve("recipe.json")));
        try (ModelRunner.Loaded loaded = engine().load(model("made", plan.output()))) {
            assertEquals("made", loaded.name());
        }
    }

    private LocalEngine engine() {
        return new LocalEngine(folder.resolve("logs"));
    }

    private Tuner.Plan plan(Recipe recipe, boolean resume) throws IOException {
        Path base = resume ? folder.resolve("base") : TinyModel.write(folder.resolve("base"));
        Path train = resume ? folder.resolve("train.jsonl") : TinyModel.rows(folder.resolve("train.jsonl"), 6);
        return new Tuner.Plan(folder.resolve("tuning"), base, train, Optional.empty(), folder.resolve("tuned"), recipe,
                resume);
    }

    private static Model model(String id, Path folder) {
        return new Model(id, folder, Optional.empty(), 0);
    }

    private static ChatModel.Request request(String question) {
        return new ChatModel.Request(List.of(new Turn("user", question, false)), 0, 40);
    }

    private static List<Stepped> steps(List<TuningEvent> events) {
        return events.stream().filter(Stepped.class::isInstance).map(Stepped.class::cast).toList();
    }

    private static List<TuningEvent> metrics(Path tuning) throws IOException {
        Path file = tuning.resolve("metrics.jsonl");
        return Files.exists(file)
                ? Files.readAllLines(file).stream().flatMap(line -> TuningEvents.fromJson(line).stream()).toList()
                : List.of();
    }

    private interface Condition {

        boolean holds() throws Exception;
    }

    private static void waitFor(Condition condition) throws Exception {
        while (!condition.holds()) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
