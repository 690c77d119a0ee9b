package fettle.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Where a [ScrollPane] stands, in pixels of its content.
public final class Scrolling {

    private static final double MARGIN = 16;

    private Scrolling() {}

    /// The pane that a node lies in; null when there is none.
    public static @Nullable ScrollPane around(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }

    /// The first pixel of the content that is seen.
    public static double top(ScrollPane pane) {
        return pane.getVvalue() * room(pane);
    }

    /// Scrolls so that this pixel of the content is the first one seen.
    public static void to(ScrollPane pane, double top) {
        double room = room(pane);
        pane.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    }

    /// Scrolls as little as needed to see the content from `top` to `bottom`.
    public static void show(ScrollPane pane, double top, double bottom) {
        double height = pane.getViewportBounds().getHeight();
        double now = top(pane);
        if (top - MARGIN < now) {
            to(pane, Math.max(0, top - MARGIN));
        } else if (bottom + MARGIN > now + height) {
            to(pane, bottom + MARGIN - height);
        }
    }

    /// Scrolls the pane around a node, if there is one, until it is seen.
    public static void show(Node node) {
        ScrollPane pane = around(node);
        if (pane != null && pane.getContent() != null) {
            Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
            show(pane, place.getMinY(), place.getMaxY());
        }
    }

    private static double room(ScrollPane pane) {
        double content = pane.getContent() == null ? 0 : pane.getContent().getLayoutBounds().getHeight();
        return content - pane.getViewportBounds().getHeight();
    }
}
