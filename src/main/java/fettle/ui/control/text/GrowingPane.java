package fettle.ui.control.text;

import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.fxmisc.richtext.StyleClassedTextArea;

/// Gives a text area exactly the height that its lines need at the width there is. The area itself knows its height only
/// after it has been laid out, so it is laid out here to be measured.
final class GrowingPane extends Region {

    /// High enough that every line is seen, and so measured.
    private static final double MEASURING = 40_000;

    private final StyleClassedTextArea area;
    private final PauseTransition soon = new PauseTransition(Duration.millis(1));
    private double measuredWidth = -1;
    private double measured;
    /// A scroll pane asks at the widths with and without its bar in turns: both answers are kept.
    private double otherWidth = -1;
    private double otherMeasured;
    private boolean measuring;

    GrowingPane(StyleClassedTextArea area) {
        this.area = area;
        soon.setOnFinished(_ -> remeasure());
        area.totalHeightEstimateProperty().addListener((_, _, now) -> {
            if (!measuring && now != null && (measuredWidth >= 0 || otherWidth >= 0) && Math.abs(now - shown()) > 1) {
                soon.playFromStart(); // its styles changed: larger text, another theme
            }
        });
    }

    /// Shows the area here, wherever it was before.
    void take(StyleClassedTextArea taken) {
        getChildren().setAll(taken);
        remeasure();
    }

    /// Its text or its styles changed.
    void remeasure() {
        measuredWidth = -1;
        otherWidth = -1;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double at = width < 0 ? getWidth() : width;
        if (at <= 0 || getScene() == null || getChildren().isEmpty()) {
            return Math.max(measured, 20);
        }
        if (at != measuredWidth) {
            swap();
        }
        if (at != measuredWidth) {
            measure(at);
        }
        return measured;
    }

    private void swap() {
        double width = measuredWidth;
        double height = measured;
        measuredWidth = otherWidth;
        measured = otherWidth < 0 ? height : otherMeasured;
        otherWidth = width;
        otherMeasured = height;
    }

    /// The height that was measured at the width there is.
    private double shown() {
        return getWidth() == otherWidth ? otherMeasured : measured;
    }

    private void measure(double width) {
        measuring = true;
        area.applyCss();
        area.resize(width, MEASURING);
        area.layout();
        Double height = area.totalHeightEstimateProperty().getValue();
        measured = height == null ? 20 : Math.ceil(height + area.snappedTopInset() + area.snappedBottomInset());
        measuredWidth = width;
        area.resize(getWidth(), getHeight());
        measuring = false;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 40;
    }

    @Override
    protected void layoutChildren() {
        if (!getChildren().isEmpty()) {
            area.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
