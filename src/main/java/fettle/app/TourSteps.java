package fettle.app;

import fettle.ui.session.Place;
import java.util.List;
import java.util.Locale;

/// The steps of the tour, in the order of the path.
final class TourSteps {

    private TourSteps() {}

    static List<TourStep> all() {
        return List.of(new ShowStart(), new OpenSample(), new ShowPlace(Place.SOURCES), new ShowPlace(Place.DOCUMENTS),
                new ShowPlace(Place.CHUNKS), new ShowPlace(Place.EXAMPLES), new ShowPlace(Place.DATASET),
                new ShowPlace(Place.TUNING), new ShowPlace(Place.MODELS), new ShowPlace(Place.EVALUATION),
                new ShowPlace(Place.JOBS), new ShowPlace(Place.SETTINGS), new RunCommand("palette", Place.SOURCES),
                new RunCommand("history", Place.SOURCES), new RunCommand("keys", Place.SOURCES));
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

    /// Draws what a command opens over a screen, and closes it.
    private record RunCommand(String name, Place place) implements TourStep {

        @Override
        public void run(TourStage stage) throws Exception {
            stage.does(() -> {
                stage.session().goTo(place);
                stage.session().commands().find(name).orElseThrow().run().run();
            });
            stage.picture(name);
            stage.does(() -> stage.frame().overlay().close());
        }
    }
}
