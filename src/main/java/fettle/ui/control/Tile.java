package fettle.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One number with its name, and what it means below.
public final class Tile {

    private Tile() {}

    /// `note` may be empty; then no room is kept for it.
    public static VBox of(String name, ObservableValue<String> value, ObservableValue<String> note) {
        Label number = Labels.of(value, "tile-value");
        Label below = Labels.of(note, "t-small", "t-soft");
        below.managedProperty().bind(below.textProperty().isNotEmpty());
        below.visibleProperty().bind(below.managedProperty());
        var tile = new VBox(Labels.of(name, "t-label"), number, below);
        tile.getStyleClass().add("tile");
        tile.setMinWidth(0);
        return tile;
    }

    /// A smaller one, for side panes.
    public static VBox compact(String name, ObservableValue<String> value) {
        VBox tile = new VBox(Labels.of(name, "t-label"), Labels.of(value, "tile-value"));
        tile.getStyleClass().addAll("tile", "compact");
        tile.setMinWidth(0);
        return tile;
    }
}
