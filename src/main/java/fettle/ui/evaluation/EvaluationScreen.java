package fettle.ui.evaluation;

import fettle.model.ModelRunner;
import fettle.model.Registry;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The evaluation screen for the window.
public final class EvaluationScreen implements Screen {

    private final EvaluationViewModel model;
    private final EvaluationView view;

    public EvaluationScreen(Session session, Registry registry, ModelRunner runner) {
        model = new EvaluationViewModel(session, registry, runner);
        view = new EvaluationView(model);
        session.commands().add(
                Command.of("evaluate", "Ask the validation questions", Feather.BAR_CHART_2, () -> {
                    session.goTo(Place.EVALUATION);
                    model.evaluate();
                }).when(session.writable()),
                Command.of("stop-evaluation", "Stop the evaluation", Feather.SQUARE, model::stop)
                        .when(model.runningProperty()));
    }

    @Override
    public Place place() {
        return Place.EVALUATION;
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
