package fettle.ui.control;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Two things at the two ends of a line; where there is no room for both, the second goes below the first.
public final class TwoEnds {

    private TwoEnds() {}

    public static FlowPane of(Region first, Region second) {
        var gap = new Region();
        var row = new FlowPane(0, 6, first, gap, second);
        gap.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(8, row.getWidth() - row.snappedLeftInset() - row.snappedRightInset() - 2
                        - first.getWidth() - second.getWidth()),
                row.widthProperty(), first.widthProperty(), second.widthProperty(), row.insetsProperty()));
        return row;
    }
}
