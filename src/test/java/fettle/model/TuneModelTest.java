package fettle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.dataset.Release;
import fettle.dataset.ReleaseStore;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.tuning.Recipe;
import fettle.tuning.Tuner;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import fettle.tuning.TuningStatus;
import fettle.tuning.TuningStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TuneModelTest {

    private static final Path MODELS = Path.of("/p/models");
    private static final Release RELEASE = new Release("v1", Path.of("/p/datasets/v1"), 12, 3, "abc", "def", 0);

    private final Map<String, Model> models = new LinkedHashMap<>(
            Map.of("base", new Model("base", Path.of("/base"), Optional.empty(), 0)));
    private final List<Tuning> saved = new ArrayList<>();
    private final List<TuningEvent> heard = new ArrayList<>();
    private final List<Tuner.Plan> plans = new ArrayList<>();

    private final Registry registry = new Registry() {
        @Override
        public List<Model> models() {
            return List.copyOf(models.values());
        }

        @Override
        public Optional<Model> find(String id) {
            return Optional.ofNullable(models.get(id));
        }

        @Override
        public Model add(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enter(Model model) {
            models.put(model.id(), model);
        }

        @Override
        public void delete(String id) {
            models.remove(id);
        }
    };

    private final ReleaseStore releases = new ReleaseStore() {
        @Override
        public List<Release> releases() {
            return List.of(RELEASE);
        }

        @Override
        public Release release(Progress progress) {
            return RELEASE;
        }
    };

    private final TuningStore tunings = new TuningStore() {
        @Override
        public List<Tuning> tunings() {
            return List.copyOf(saved.reversed());
        }

        @Override
        public Optional<Tuning> find(String id) {
            return tunings().stream().filter(tuning -> tuning.id().equals(id)).findFirst();
        }

        @Override
        public Tuning begin(String base, String release, Recipe recipe) {
            var tuning = new Tuning("t1", Path.of("/p/tunings/t1"), base, release, recipe, TuningStatus.RUNNING, 0,
                    Optional.empty(), "");
            saved.add(tuning);
            return tuning;
        }

        @Override
        public void save(Tuning tuning) {
            saved.add(tuning);
        }

        @Override
        public List<TuningEvent> events(String id) {
            return List.copyOf(heard);
        }
    };

    private Tuning tune(Tuner tuner, TuneModel.Wish wish) throws Exception {
        var workshop = new Workshop("My facts", MODELS, releases, tunings);
        return new TuneModel(workshop, registry, tuner, wish, heard::add).run(Progress.UNWATCHED);
    }

    private static TuneModel.Wish begin() {
        return new TuneModel.Wish.Begin("base", Recipe.DEFAULT);
    }

    private Tuner ending(Ended ended, TuningEvent... before) {
        return (plan, events, _) -> {
            plans.add(plan);
            List.of(before).forEach(events);
            events.accept(ended);
            return ended;
        };
    }

    private static Stepped step(int step, double loss) {
        return new Stepped(step, 9, 1, loss, 1e-3, 1, 100, 10, 1);
    }

    @Test
    void entersTheTunedModelWithItsLineage() throws Exception {
        Tuning tuning = tune(
                ending(new Ended(TuningStatus.SUCCEEDED, "Done."), step(1, 4.0), new Validated(1, 3.5, 0.2),
                        step(2, 1.5)),
                begin());
        Model model = models.get("my-facts-t1");
        assertEquals(new Lineage("base", "t1", "My facts", "v1", "abc", 2, Recipe.DEFAULT, 1.5, 3.5),
                model == null ? null : model.lineage().orElseThrow());
        assertEquals(List.of(TuningStatus.RUNNING, TuningStatus.SUCCEEDED),
                saved.stream().map(Tuning::status).toList());
        assertEquals(Optional.of("my-facts-t1"), tuning.model());
        assertEquals(new Tuner.Plan(Path.of("/p/tunings/t1"), Path.of("/base"), RELEASE.train(),
                Optional.of(RELEASE.validation()), Path.of("/p/models/my-facts-t1"), Recipe.DEFAULT, false),
                plans.getFirst());
        assertEquals(4, heard.size());
    }

    @Test
    void keepsTheSentenceOfAFailure() throws Exception {
        Tuning failed = tune(ending(new Ended(TuningStatus.FAILED, "Not enough memory.")), begin());
        assertEquals(TuningStatus.FAILED, failed.status());
        assertEquals("Not enough memory.", saved.getLast().message());
        assertThrows(ExpectedException.class, () -> tune((_, _, _) -> {
            throw new ExpectedException("no-natives", "This machine has no natives.", "");
        }, begin()));
        assertEquals("This machine has no natives.", saved.getLast().message());
        assertEquals(1, models.size());
    }

    @Test
    void goesOnWithAStoppedTuning() throws Exception {
        tune(ending(new Ended(TuningStatus.STOPPED, "Stopped."), step(3, 2.0)), begin());
        assertEquals(TuningStatus.STOPPED, saved.getLast().status());
        Tuning tuning = tune(ending(new Ended(TuningStatus.SUCCEEDED, "Done.")),
                new TuneModel.Wish.Resume("t1"));
        assertTrue(plans.getLast().resume());
        assertEquals(TuningStatus.SUCCEEDED, tuning.status());
        Model model = models.get("my-facts-t1");
        assertEquals(3, model == null ? 0 : model.lineage().orElseThrow().steps());
    }

    @Test
    void refusesToGoOnWithWhatHasEndedAndToBeginWithoutABase() throws Exception {
        tune(ending(new Ended(TuningStatus.SUCCEEDED, "Done.")), begin());
        var ended = assertThrows(ExpectedException.class, () -> tune(ending(new Ended(TuningStatus.SUCCEEDED, "")),
                new TuneModel.Wish.Resume("t1")));
        assertEquals("Tuning t1 has succeeded.", ended.getMessage());
        var absent = assertThrows(ExpectedException.class, () -> tune(ending(new Ended(TuningStatus.SUCCEEDED, "")),
                new TuneModel.Wish.Begin("gone", Recipe.DEFAULT)));
        assertEquals("There is no model gone on this machine.", absent.getMessage());
        assertFalse(plans.isEmpty());
    }
}
