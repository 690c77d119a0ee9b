package fettle.app;

import fettle.example.Change;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.project.Project;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import tools.jackson.databind.node.ObjectNode;

/// The steps of the tour, in the order of the path.
final class TourSteps {

    private TourSteps() {}

    static List<TourStep> all() {
        return List.of(new ShowStart(), new ShowEmpty(), new OpenSample(), new ShowPlace(Place.SOURCES),
                new ShowImport(),
                new ShowPlace(Place.DOCUMENTS),
                new ShowPlace(Place.CHUNKS), new EditAnswer(), new ShowMode("changes"),
                new ShowMode("trained"), new ShowMode("preview"), new Narrow(), new Review(), new Branch(),
                new ShowPlace(Place.DATASET), new Tune(),
                new ShowPlace(Place.MODELS), new Ask(), new Evaluate(), new ShowPlace(Place.JOBS),
                new ShowPlace(Place.SETTINGS), new RunCommand("palette", "palette", Place.EXAMPLES),
                new RunCommand("history", "history", Place.EXAMPLES), new RunCommand("keys", "keys", Place.EXAMPLES));
    }

    private record ShowStart() implements TourStep {

        @Override
        public String name() {
            return "start";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().goTo(Place.START));
            stage.picture("start");
        }
    }

    private record OpenSample() implements TourStep {

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().commands().find("walk-sample").orElseThrow().run().run());
            stage.until("the sample to open", () -> stage.session().projectProperty().get().isPresent()
                    || stage.session().problemProperty().get().isPresent(), 120);
            stage.settle();
        }
    }

    /// Goes to a screen and draws it; a screen that this window does not have is passed over.
    private record ShowPlace(Place place) implements TourStep {

        @Override
        public boolean possible(TourStage stage) {
            return stage.frame().has(place);
        }

        @Override
        public String name() {
            return place.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().goTo(place));
            stage.picture(name());
        }
    }

    /// Draws what a file with faults holds, before any of it is in the project, and leaves it.
    private record ShowImport() implements TourStep {

        @Override
        public String name() {
            return "import";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            Path file = stage.faulty();
            stage.does(() -> stage.frame().look(file));
            stage.picture("import");
            stage.does(() -> stage.frame().overlay().close());
        }
    }

    /// Draws the examples and the history of a project that has none, and closes it.
    private record ShowEmpty() implements TourStep {

        @Override
        public String name() {
            return "empty";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            Project empty = stage.empty();
            stage.does(() -> {
                stage.session().open(empty);
                stage.session().goTo(Place.EXAMPLES);
            });
            stage.picture("examples-empty");
            new RunCommand("history", "history-empty", Place.EXAMPLES).run(stage);
        }
    }

    /// Draws the open example in one of the editor's modes.
    private record ShowMode(String mode) implements TourStep {

        @Override
        public String name() {
            return "editor-" + mode;
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> press(stage, "#mode-" + mode));
            stage.picture(name());
            stage.does(() -> press(stage, "#mode-write"));
        }

        private static void press(TourStage stage, String button) {
            ((ToggleButton) stage.frame().root().lookup(button)).fire();
        }
    }

    /// Draws the rows that a filter leaves, with one more condition by a facet.
    private record Narrow() implements TourStep {

        @Override
        public String name() {
            return "facets";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().show(Place.EXAMPLES, "tokens 30..60 and status = draft"));
            stage.picture("facets");
            stage.does(() -> stage.session().commands().find("example-show-all").orElseThrow().run().run());
            stage.settle();
        }
    }

    /// Goes back in the history and acts there, so that what was ahead stays as a branch.
    private record Branch() implements TourStep {

        @Override
        public String name() {
            return "branch";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            ExampleStore examples = stage.project().examples();
            long id = examples.view(ExampleQuery.ALL).id(2);
            examples.apply(List.of(new Change.SetStatus(id, ExampleStatus.REJECTED)), "Rejected example " + id);
            examples.apply(List.of(new Change.SetFlag(id, true)), "Flagged example " + id);
            examples.undo();
            examples.undo();
            examples.apply(List.of(new Change.SetTags(id, List.of("words")), new Change.SetTags(id + 1,
                    List.of("words"))), "Tagged 2 examples “words”");
            examples.awaitCounts();
            stage.settle();
        }
    }

    /// Draws what a command opens over a screen, and closes it.
    private record RunCommand(String name, String picture, Place place) implements TourStep {

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> {
                stage.session().goTo(place);
                stage.session().commands().find(name).orElseThrow().run().run();
            });
            stage.picture(picture);
            stage.does(() -> stage.frame().overlay().close());
        }
    }

    /// Mends one answer and approves two examples, as a person would.
    private record EditAnswer() implements TourStep {

        @Override
        public String name() {
            return "examples";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            ExampleStore examples = stage.project().examples();
            long id = examples.view(ExampleQuery.ALL).id(0);
            ObjectNode body = examples.find(id).orElseThrow().body().deepCopy();
            ((ObjectNode) body.path("messages").path(1)).put("content",
                    "To fettle is to trim a rough casting, or to put a machine in tune: the last work before it runs.");
            examples.apply(List.of(new Change.SetBody(id, body)), "Edited the answer of example " + id);
            examples.apply(List.of(new Change.SetStatus(id, ExampleStatus.APPROVED),
                    new Change.SetStatus(id + 1, ExampleStatus.APPROVED)), "Approved 2 examples");
            examples.awaitCounts();
            stage.does(() -> stage.session().show(Place.EXAMPLES, String.valueOf(id)));
            stage.picture("examples");
        }
    }

    private record Review() implements TourStep {

        @Override
        public String name() {
            return "review";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().commands().find("review").orElseThrow().run().run());
            stage.picture("review");
            stage.does(() -> stage.session().commands().find("review-end").orElseThrow().run().run());
        }
    }

    /// Tunes the sample's base on the sample's questions.
    private record Tune() implements TourStep {

        @Override
        public String name() {
            return "tuning";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().goTo(Place.TUNING));
            stage.picture("tuning-recipe");
            stage.does(() -> stage.session().commands().find("start-tuning").orElseThrow().run().run());
            stage.picture("tuning");
            Tuning tuning = stage.project().tunings().tunings().getFirst();
            List<Double> losses = stage.project().tunings().events(tuning.id()).stream()
                    .filter(TuningEvent.Stepped.class::isInstance).map(TuningEvent.Stepped.class::cast)
                    .map(TuningEvent.Stepped::loss).toList();
            stage.tuned(losses.getFirst(), losses.getLast());
        }
    }

    /// Asks the base and the tuned model what was held back.
    private record Ask() implements TourStep {

        @Override
        public String name() {
            return "chat";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> {
                stage.session().goTo(Place.MODELS);
                stage.frame().ask("Which key do I press to approve, and which to reject?");
            });
            stage.picture("chat");
            stage.answered(stage.asks(stage.frame()::answer));
        }
    }

    private record Evaluate() implements TourStep {

        @Override
        public String name() {
            return "evaluation";
        }

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> stage.session().commands().find("evaluate").orElseThrow().run().run());
            stage.picture("evaluation");
        }
    }
}
