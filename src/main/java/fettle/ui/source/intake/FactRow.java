package fettle.ui.source.intake;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Pills from left to right, on as many lines as they need; the last stands at the right end where there is room for it.
final class FactRow extends Region {

    private static final double GAP = 8;

    private final Region last;

    FactRow(Region last) {
        this.last = last;
        getChildren().add(last);
    }

    void clear() {
        getChildren().setAll(last);
    }

    /// One more pill, before the last.
    void add(Node pill) {
        getChildren().add(getChildren().size() - 1, pill);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return flow(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node pill : getManagedChildren()) {
            width += pill.prefWidth(-1) + GAP;
        }
        return width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 100;
    }

    @Override
    protected void layoutChildren() {
        flow(getWidth(), true);
    }

    /// Returns the height that it takes.
    private double flow(double width, boolean place) {
        double left = 0;
        double top = 0;
        double high = 0;
        for (Node pill : getManagedChildren()) {
            double wide = snapSizeX(Math.min(pill.prefWidth(-1), width));
            if (left > 0 && left + wide > width) {
                left = 0;
                top += high + GAP;
                high = 0;
            }
            double at = pill.equals(last) && top == 0 ? Math.max(left, width - wide) : left;
            double pillHigh = Math.max(pill.minHeight(-1), pill.prefHeight(-1));
            if (place) {
                pill.resizeRelocate(snapPositionX(at), snapPositionY(top), wide, pillHigh);
            }
            high = Math.max(high, pillHigh);
            left += wide + GAP;
        }
        return top + high;
    }
}
