package fettle.ui.tuning;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.Skeleton;
import fettle.ui.tuning.TuningViewModel.State;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the tuning screen: one view per state.
final class TuningView {

    private final TuningViewModel model;
    private final StackPane root = new StackPane();
    private final FormView form;
    private final CurveView curve;

    TuningView(TuningViewModel model, Overlay overlay) {
        this.model = model;
        form = new FormView(model);
        curve = new CurveView(model, overlay);
        root.setId("screen-tuning");
        model.stateProperty().subscribe(this::show);
    }

    StackPane root() {
        return root;
    }

    private void show(State state) {
        Node shown = switch (state) {
            case State.Loading() -> page("reading", Skeleton.rows(5));
            case State.NoRows() -> page("", EmptyState.of(Feather.ACTIVITY, "Nothing to train on yet",
                    "Tuning teaches a model your examples, on this machine, and shows the loss as it falls."
                            + " Import or make some examples first.",
                    Buttons.primary("to-examples", "Go to the examples", Feather.MESSAGE_SQUARE,
                            model::goToExamples)));
            case State.Form() -> form.root();
            case State.Starting(var base) -> page("starting with " + base, starting());
            case State.Looking(var tuning, var live) -> {
                curve.show(tuning, live);
                yield curve.root();
            }
        };
        if (!root.getChildren().equals(List.of(shown))) {
            root.getChildren().setAll(shown);
        }
    }

    private Node starting() {
        var words = Labels.wrapped("The dataset is released, the engine starts, the base is read. The curve begins with"
                + " the first step.", "t-soft");
        var box = new VBox(14, words, Skeleton.rows(5),
                Buttons.danger("stop-tuning", "Stop", Feather.SQUARE, model::stop));
        return box;
    }

    private static Node page(String note, Node content) {
        var card = Card.of(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        var body = new VBox(card);
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(new ScreenHead("Tuning", new ReadOnlyStringWrapper(note)).root(), body);
    }
}
