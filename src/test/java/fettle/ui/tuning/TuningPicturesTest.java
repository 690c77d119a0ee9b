package fettle.ui.tuning;

import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.Remarks;
import fettle.model.Model;
import fettle.model.Registry;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningStatus;
import fettle.ui.Drawing;
import fettle.ui.MemoryProject;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Tag("screen")
final class TuningPicturesTest {

    @Test
    void drawsTheEmptyScreen() throws Exception {
        drawing(new MemoryProject()).shows("#to-examples").pictures("tuning-empty");
    }

    @Test
    void drawsTheForm() throws Exception {
        drawing(project()).shows("#start-tuning").pictures("tuning-form");
    }

    @Test
    void drawsATuningThatWasStopped() throws Exception {
        MemoryProject project = project();
        project.tunings.add(tuning("t2", 2e-4, TuningStatus.STOPPED, Optional.empty()));
        project.events.put("t2", Told.upTo(223));
        project.tunings.add(tuning("t1", 1e-4, TuningStatus.SUCCEEDED, Optional.of("near-contracts-t1")));
        project.events.put("t1", slower());
        var drawing = drawing(project);
        drawing.shows("#tunings").then(() -> drawing.session.show(Place.TUNING, "t2")).shows("#loss-chart")
                .when(() -> drawing.scene().lookup("#resume-tuning") instanceof Button)
                .pictures("tuning-stopped");
    }

    private static Drawing drawing(MemoryProject project) throws Exception {
        return Drawing.of(project, Place.TUNING, (session, overlay) -> new TuningScreen(session, overlay,
                new FewModels(List.of("smollm2-135m", "near-contracts-t1")), new ToldWork(), Platform::runLater));
    }

    private static List<TuningEvent> slower() {
        return Told.upTo(360).stream().map(event -> event instanceof TuningEvent.Stepped step
                ? new TuningEvent.Stepped(step.step(), 360, step.epoch(),
                        1.42 + 2.3 * Math.exp(-step.step() / 70.0), step.learningRate(), step.gradNorm(),
                        step.tokens(), step.tokensPerSecond(), step.seconds())
                : event).toList();
    }

    static Tuning tuning(String id, double rate, TuningStatus status, Optional<String> model) {
        Recipe d = Recipe.DEFAULT;
        var recipe = new Recipe(d.numTrainEpochs(), 0, 8, 1, rate, "cosine", 0, 0.03, 0.01, 1, 0.9, 0.999, 1e-8, 512,
                true, 40, 80, 1, 2, 7);
        return new Tuning(id, Path.of("tunings", id), "smollm2-135m", "v3", recipe, status,
                System.currentTimeMillis() - 60_000, model, "");
    }

    static MemoryProject project() {
        var project = new MemoryProject();
        for (int row = 1; row <= 60; row++) {
            var body = (ObjectNode) JsonMapper.shared().readTree("""
                    {"messages":[{"role":"user","content":"What is a yocto?"},
                    {"role":"assistant","content":"10^-24 NEAR."}]}""");
            project.examples.add(new Example(row, body, ExampleStatus.APPROVED, List.of(), Optional.empty(),
                    Example.Origin.UNKNOWN, Remarks.NONE));
        }
        return project;
    }

    record FewModels(List<String> ids) implements Registry {

        @Override
        public List<Model> models() {
            return ids.stream().map(id -> new Model(id, Path.of(id), Optional.empty(), 0)).toList();
        }

        @Override
        public Optional<Model> find(String id) {
            return models().stream().filter(model -> model.id().equals(id)).findFirst();
        }

        @Override
        public Model add(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enter(Model model) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
