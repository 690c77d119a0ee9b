package fettle.ui.control;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// A sentence about what has just happened, with the ways back and on. Goes by itself after eight seconds.
final class Toast {

    private static final Duration STAYS = Duration.seconds(8);

    private Toast() {}

    static Node of(String sentence, List<Overlay.Act> acts, Runnable close) {
        var row = new HBox(Icons.of(Feather.CHECK, "icon-good"), Labels.of(sentence));
        row.getStyleClass().add("toast");
        row.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        for (int place = 0; place < acts.size(); place++) {
            Overlay.Act act = acts.get(place);
            Button button = Buttons.plain(place == 0 ? "toast-action" : "toast-action-" + (place + 1), act.words(),
                    () -> {
                        close.run();
                        act.run().run();
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
