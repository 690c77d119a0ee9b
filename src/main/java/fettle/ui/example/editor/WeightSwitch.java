package fettle.ui.example.editor;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Whether a trainer learns a turn: weight 1 or 0, always in sight.
final class WeightSwitch {

    private final ToggleSwitch root;

    WeightSwitch(String id, boolean trained, Consumer<Boolean> chosen) {
        root = new ToggleSwitch(trained ? "trained" : "not trained");
        root.setId(id);
        root.setSelected(trained);
        root.getStyleClass().add("weight-switch");
        root.setAccessibleText(trained ? "This turn is trained (weight 1)" : "This turn is not trained (weight 0)");
        root.setMinWidth(ToggleSwitch.USE_PREF_SIZE);
        root.selectedProperty().addListener((_, _, now) -> chosen.accept(now));
    }

    Node root() {
        return root;
    }
}
