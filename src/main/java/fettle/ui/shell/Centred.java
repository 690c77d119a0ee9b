package fettle.ui.shell;

import javafx.scene.layout.Region;

/// Three parts in a line: the middle one in the middle of the window while there is room; when there is little, it gives
/// way first, then the left one.
final class Centred extends Region {

    private static final double GAP = 12;

    private final Region left;
    private final Region middle;
    private final Region right;

    Centred(Region left, Region middle, Region right) {
        this.left = left;
        this.middle = middle;
        this.right = right;
        getChildren().addAll(left, middle, right);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(middle.prefHeight(-1), right.prefHeight(-1)) + 16;
    }

    @Override
    protected void layoutChildren() {
        double from = snappedLeftInset();
        double to = getWidth() - snappedRightInset();
        double rightWidth = right.prefWidth(-1);
        double room = to - from - rightWidth - 2 * GAP;
        double leftWidth = Math.min(left.prefWidth(-1), Math.max(left.minWidth(-1), room - middle.minWidth(-1)));
        double middleWidth = Math.clamp(room - leftWidth, 0, middle.prefWidth(-1));
        double wished = (getWidth() - middleWidth) / 2;
        double middleLeft = Math.clamp(wished, from + leftWidth + GAP,
                Math.max(from + leftWidth + GAP, to - rightWidth - GAP - middleWidth));
        place(left, from, leftWidth);
        place(middle, middleLeft, middleWidth);
        place(right, to - rightWidth, rightWidth);
    }

    private void place(Region part, double x, double width) {
        double height = Math.min(getHeight(), part.prefHeight(width));
        part.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), snapSizeX(width), height);
    }
}
