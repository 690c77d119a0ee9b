package fettle.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a screen shows while there is nothing: what it is for, and the button that begins.
public final class EmptyState {

    private EmptyState() {}

    public static VBox of(Feather icon, String title, String text, Node... actions) {
        var round = new StackPane(Icons.of(icon, "icon-accent", "icon-large"));
        round.getStyleClass().add("empty-icon");
        var words = Labels.wrapped(text, "empty-text");
        words.setMaxWidth(420);
        var row = new HBox(actions);
        row.getStyleClass().add("empty-actions");
        var heading = Labels.wrapped(title, "t-heading");
        var state = new VBox(round, heading, words);
        if (actions.length > 0) {
            state.getChildren().add(row);
        }
        state.getStyleClass().add("empty-state");
        return state;
    }
}
