package fettle.ui.control;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Grey bars where rows will be. They appear after 200 ms only, so that what is quick never flickers.
public final class Skeleton {

    private static final double[] WIDTHS = {0.62, 0.48, 0.7, 0.55, 0.66, 0.4};

    private Skeleton() {}

    public static VBox rows(int count) {
        var rows = new VBox(22);
        rows.getStyleClass().add("skeleton");
        rows.setPadding(new javafx.geometry.Insets(18));
        for (int row = 0; row < count; row++) {
            var bar = new Region();
            bar.getStyleClass().add("skeleton-bar");
            bar.maxWidthProperty().bind(rows.widthProperty().multiply(WIDTHS[row % WIDTHS.length]));
            rows.getChildren().add(bar);
        }
        rows.setOpacity(0);
        var wait = new PauseTransition(Duration.millis(200));
        wait.setOnFinished(_ -> rows.setOpacity(1));
        wait.play();
        return rows;
    }
}
