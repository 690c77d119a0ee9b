package fettle.ui.tuning;

import fettle.model.Registry;
import fettle.ui.control.Overlay;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The tuning screen for the window.
public final class TuningScreen implements Screen {

    private final TuningViewModel model;
    private final TuningView view;

    /// `screen` runs what a tuning says, on the screen thread.
    public TuningScreen(Session session, Overlay overlay, Registry registry, TuningWork work, Executor screen) {
        model = new TuningViewModel(session, registry, work, screen);
        view = new TuningView(model, overlay);
        session.commands().add(
                Command.of("start-tuning", "Start tuning", Feather.PLAY, () -> {
                    session.goTo(Place.TUNING);
                    model.start();
                }).when(session.writable()),
                Command.of("stop-tuning", "Stop the tuning and keep its checkpoint", Feather.SQUARE, model::stop)
                        .when(session.hasProject()),
                Command.of("new-tuning", "Set up a new tuning", Feather.PLUS, () -> {
                    session.goTo(Place.TUNING);
                    model.newTuning();
                }).when(session.hasProject()));
    }

    @Override
    public Place place() {
        return Place.TUNING;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public void show(String detail) {
        model.show(detail);
    }
}
