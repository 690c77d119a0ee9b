package fettle.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;

/// The heights of blocks, in pixels, each asked of its node only when it may have changed. A scroll pane asks at the widths
/// with and without its bar in turns each time it is laid out, so the answers to both are kept.
final class BlockHeights {

    private final double[] now;
    private final double[] at;
    private final double[] otherNow;
    private final double[] otherAt;

    BlockHeights(int count) {
        now = new double[count];
        at = new double[count];
        otherNow = new double[count];
        otherAt = new double[count];
    }

    /// The heights as they were measured last, or set from outside as estimates.
    double[] now() {
        return now;
    }

    /// Measures a block at a width above 0.
    void measure(int index, Node node, double width) {
        if (!(node instanceof Parent parent) || parent.isNeedsLayout()) {
            forget(index);
        }
        if (at[index] != width) {
            swap(index);
        }
        if (at[index] != width) {
            now[index] = Math.ceil(node.prefHeight(width));
            at[index] = width;
        }
    }

    /// The next time it is measured anew.
    void forget(int index) {
        at[index] = 0;
        otherAt[index] = 0;
    }

    private void swap(int index) {
        double height = now[index];
        double width = at[index];
        now[index] = otherNow[index];
        at[index] = otherAt[index];
        otherNow[index] = height;
        otherAt[index] = width;
    }
}
