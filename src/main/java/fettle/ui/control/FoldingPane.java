package fettle.ui.control;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A side pane at the right of the main one. Where the room is too small for both, the side is folded away, and a button
/// lays it over the main one and takes it off again.
public final class FoldingPane {

    private static final double SHARE_OVER = 0.55;
    private static final double WIDEST_OVER = 420;

    private final double least;
    private final Region side;
    private final HBox beside;
    private final Button toggle;
    private final StackPane root = new StackPane();
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
    private boolean over;

    /// `least` is the width that both need side by side; `name` is what the side shows, such as "Details".
    public FoldingPane(Region main, Region side, double gap, double least, String name) {
        this.side = side;
        this.least = least;
        HBox.setHgrow(main, Priority.ALWAYS);
        beside = new HBox(gap, main, side);
        root.getChildren().add(beside);
        StackPane.setAlignment(side, Pos.CENTER_RIGHT);
        toggle = Buttons.secondary("toggle-" + side.getId(), name, Feather.SIDEBAR, this::turn);
        toggle.visibleProperty().bind(folded.and(root.sceneProperty().isNotNull()));
        toggle.managedProperty().bind(toggle.visibleProperty());
        root.widthProperty().addListener((_, _, now) -> fold(now.doubleValue()));
    }

    public Region root() {
        return root;
    }

    /// Stands in the head of the screen; seen only while the panes are shown and the side is folded.
    public Button toggle() {
        return toggle;
    }

    /// Whether there is too little room for both.
    public ReadOnlyBooleanProperty foldedProperty() {
        return folded.getReadOnlyProperty();
    }

    private void turn() {
        over = !over;
        place();
    }

    private void fold(double width) {
        boolean narrow = width > 0 && width < least;
        if (narrow != folded.get()) {
            folded.set(narrow);
            over = false;
            place();
        }
        side.setMaxWidth(narrow ? Math.min(WIDEST_OVER, width * SHARE_OVER) : Region.USE_COMPUTED_SIZE);
    }

    private void place() {
        root.getChildren().remove(side);
        beside.getChildren().remove(side);
        side.getStyleClass().remove("folded-over");
        if (!folded.get()) {
            beside.getChildren().add(side);
        } else if (over) {
            side.getStyleClass().add("folded-over");
            root.getChildren().add(side);
        }
    }
}
