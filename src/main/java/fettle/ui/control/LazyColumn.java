package fettle.ui.control;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A column of many blocks within a [ScrollPane], of which only those near the visible part are made. What one reads
/// stays where it is when a block above turns out higher than was thought.
public final class LazyColumn extends Region {

    /// Blocks this far above and below the visible part are made, in pixels.
    private static final double AHEAD = 500;
    /// Blocks farther away than this are dropped again.
    private static final double FAR = 3000;

    private final IntFunction<Node> maker;
    private final double gap;
    private final IntConsumer dropped;
    private final @Nullable Node[] nodes;
    private final BlockHeights sizes;
    private final double[] heights;
    private final double[] tops;
    private final InvalidationListener scrolled = this::scrolled;
    private @Nullable ScrollPane pane;
    private int anchor;
    private double anchorOffset;
    private boolean laid;
    private final PauseTransition soon = new PauseTransition(Duration.millis(1));

    /// @param maker makes the block of an index; called again when a block was dropped meanwhile
    /// @param estimate the height of a block that is not made yet
    /// @param dropped hears which block is not kept any longer
    public LazyColumn(int count, IntFunction<Node> maker, IntToDoubleFunction estimate, double gap,
            IntConsumer dropped) {
        this.maker = maker;
        this.gap = gap;
        this.dropped = dropped;
        this.nodes = new Node[count];
        this.sizes = new BlockHeights(count);
        this.heights = sizes.now();
        this.tops = new double[count];
        Arrays.setAll(heights, estimate);
        sceneProperty().addListener(_ -> requestLayout());
        soon.setOnFinished(_ -> requestLayout());
    }

    /// The block of this index, made when it was not yet.
    public Node block(int index) {
        return make(index);
    }

    /// Makes a block that may be far away, and brings it into sight.
    public Node reveal(int index) {
        Node node = make(index);
        applyCss();
        layout();
        ScrollPane around = around();
        if (around != null && heights.length > 0) {
            double top = tops[index] + topInContent(around);
            double bottom = top + Math.min(heights[index], around.getViewportBounds().getHeight() / 2);
            Scrolling.show(around, top, bottom);
            remember();
        }
        return node;
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
        measure(width < 0 ? getWidth() : width);
        double total = 0;
        for (double height : heights) {
            total += height + gap;
        }
        return Math.max(0, total - gap);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 40;
    }

    private void measure(double width) {
        for (int index = 0; index < nodes.length; index++) {
            Node node = nodes[index];
            if (node != null && width > 0) {
                sizes.measure(index, node, width);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        watch(around());
        makeVisible();
        place();
        if (laid) {
            keepAnchor();
        }
        laid = true;
    }

    private void place() {
        measure(getWidth());
        double top = 0;
        for (int index = 0; index < nodes.length; index++) {
            tops[index] = top;
            Node node = nodes[index];
            if (node != null) {
                node.resizeRelocate(0, top, getWidth(), heights[index]);
            }
            top += heights[index] + gap;
        }
    }

    /// Makes what is in sight, drops what is far, and makes what is near one block at a time, so that no step of the wheel
    /// waits for what is not seen yet. Without a pane around, everything is made.
    private void makeVisible() {
        ScrollPane around = pane;
        double from = around == null ? 0 : visibleTop(around);
        double to = around == null ? Double.MAX_VALUE : from + around.getViewportBounds().getHeight();
        double top = 0;
        int ahead = laid ? 1 : Integer.MAX_VALUE;
        for (int index = 0; index < nodes.length; index++) {
            double bottom = top + heights[index];
            if (bottom >= from - AHEAD && top <= to + AHEAD) {
                boolean seen = bottom >= from && top <= to;
                if (nodes[index] == null && (seen || ahead-- > 0)) {
                    make(index);
                    measureOne(index);
                } else if (nodes[index] == null) {
                    soon.playFromStart();
                }
            } else if (bottom < from - FAR || top > to + FAR) {
                drop(index);
            }
            top += heights[index] + gap;
        }
    }

    private Node make(int index) {
        Node made = nodes[index];
        if (made == null) {
            made = maker.apply(index);
            nodes[index] = made;
            getChildren().add(childPlace(index), made);
        }
        return made;
    }

    /// Children stand in the order of the blocks, so that Tab goes from top to bottom.
    private int childPlace(int index) {
        int place = 0;
        for (int before = 0; before < index; before++) {
            place += nodes[before] == null ? 0 : 1;
        }
        return place;
    }

    private void measureOne(int index) {
        Node node = nodes[index];
        if (node != null && getWidth() > 0) {
            node.applyCss();
            sizes.forget(index);
            sizes.measure(index, node, getWidth());
        }
    }

    private void drop(int index) {
        Node node = nodes[index];
        if (node != null && !node.isFocusWithin() && node.getUserData() != Pinned.YES) {
            nodes[index] = null;
            sizes.forget(index);
            getChildren().remove(node);
            dropped.accept(index);
        }
    }

    /// A block with this as its user data is never dropped.
    public enum Pinned {
        YES
    }

    private @Nullable ScrollPane around() {
        for (Parent parent = getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane found) {
                return found;
            }
        }
        return null;
    }

    private void watch(@Nullable ScrollPane now) {
        if (Objects.equals(now, pane)) {
            return;
        }
        if (pane != null) {
            pane.vvalueProperty().removeListener(scrolled);
            pane.viewportBoundsProperty().removeListener(scrolled);
        }
        pane = now;
        if (now != null) {
            now.vvalueProperty().addListener(scrolled);
            now.viewportBoundsProperty().addListener(scrolled);
        }
    }

    private void scrolled(Observable changed) {
        remember();
        requestLayout();
    }

    private void remember() {
        ScrollPane around = pane;
        if (around == null || !laid) {
            return;
        }
        double top = visibleTop(around);
        int first = 0;
        while (first < tops.length - 1 && tops[first] + heights[first] < top) {
            first++;
        }
        anchor = first;
        anchorOffset = tops.length == 0 ? 0 : top - tops[first];
    }

    private void keepAnchor() {
        ScrollPane around = pane;
        if (around == null || anchor >= tops.length || anchorOffset < 0) {
            return;
        }
        double wanted = tops[anchor] + anchorOffset;
        if (anchor > 0 && Math.abs(wanted - visibleTop(around)) > 1) {
            Scrolling.to(around, wanted + topInContent(around));
        }
    }

    /// The place of the visible part's top in this column.
    private double visibleTop(ScrollPane around) {
        return Scrolling.top(around) - topInContent(around);
    }

    private double topInContent(ScrollPane around) {
        double top = 0;
        for (@Nullable
        Node node = this; node != null && !node.equals(around.getContent()); node = node.getParent()) {
            Bounds bounds = node.getBoundsInParent();
            top += node == this ? node.getLayoutY() : bounds.getMinY();
        }
        return top;
    }
}
