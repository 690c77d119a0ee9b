package fettle.ui.control;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// A sentence about what has just happened, with one way back. Goes by itself after eight seconds.
final class Toast {

    private static final Duration STAYS = Duration.seconds(8);

    private Toast() {}

    static Node of(String sentence, String action, Runnable act, Runnable close) {
        var row = new HBox(Icons.of(Feather.CHECK, "icon-good"), Labels.of(sentence));
        row.getStyleClass().add("toast");
        row.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        if (!action.isEmpty()) {
            Button button = Buttons.plain("toast-action", action, () -> {
                close.run();
                act.run();
            }, "small");
            row.getChildren().add(button);
        }
        row.getChildren().add(Buttons.icon("toast-close", Feather.X, "Dismiss", close));
        var wait = new PauseTransition(STAYS);
        wait.setOnFinished(_ -> close.run());
        wait.play();
        return row;
    }
}
