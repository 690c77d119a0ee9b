package fettle.ui.jobs;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.ScreenHead;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The jobs screen for the window.
public final class JobsScreen implements Screen {

    private final JobsViewModel model;
    private final VBox root = new VBox();

    public JobsScreen(Session session) {
        model = new JobsViewModel(session, System::currentTimeMillis);
        root.setId("screen-jobs");
        var note = Bindings.createStringBinding(() -> JobsViewModel.note(model.lines()), model.lines());
        var list = new ListView<>(model.lines());
        list.setId("jobs");
        list.getStyleClass().add("jobs-list");
        list.setCellFactory(_ -> new JobCell(model));
        Node none = EmptyState.of(Feather.CLOCK, "Nothing has run yet",
                "Imports, generations, tunings and evaluations are listed here while they run, with Stop, and afterwards"
                        + " with how they ended.",
                Buttons.primary("jobs-to-start", "Go to the sources", Feather.GIT_BRANCH, model::goToStart));
        var stack = new StackPane(list, none);
        none.visibleProperty().bind(Bindings.isEmpty(model.lines()));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.lines()));
        VBox.setVgrow(stack, Priority.ALWAYS);
        var card = Card.flush(stack);
        VBox.setVgrow(card, Priority.ALWAYS);
        var body = new VBox(card);
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(new ScreenHead("Jobs", note).root(), body);
    }

    @Override
    public Place place() {
        return Place.JOBS;
    }

    @Override
    public Parent root() {
        return root;
    }
}
