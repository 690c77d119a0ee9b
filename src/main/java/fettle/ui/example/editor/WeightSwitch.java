package fettle.ui.example.editor;

import atlantafx.base.controls.ToggleSwitch;
import fettle.ui.control.Switch;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Whether a trainer learns a turn: weight 1 or 0, always in sight.
final class WeightSwitch {

    private final ToggleSwitch root;

    WeightSwitch(String id, boolean trained, Consumer<Boolean> chosen) {
        root = Switch.of(id, trained ? "trained" : "not trained", trained
                ? "This turn is trained (weight 1)"
                : "This turn is not trained (weight 0)", trained, chosen);
        root.getStyleClass().add("weight-switch");
    }

    Node root() {
        return root;
    }
}
