package fettle.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import org.jspecify.annotations.Nullable;

/// Something small that is laid over the window under another node: proposals, a menu, a help. No window is opened, so it
/// is in every picture. Esc, a click elsewhere, or the focus going elsewhere closes it.
public final class DropDown {

    private static final double GAP = 4;
    private static final double EDGE = 8;

    private final Node owner;
    private final Region content;
    private final Runnable closed;
    private final EventHandler<MouseEvent> pressed = this::onPress;
    private final EventHandler<KeyEvent> typed = this::onKey;
    private final ChangeListener<@Nullable Node> focusMoved = (_, _, now) -> onFocus(now);
    private @Nullable Pane layer;

    /// `closed` runs when it goes, however it goes.
    public DropDown(Node owner, Region content, Runnable closed) {
        this.owner = owner;
        this.content = content;
        this.closed = closed;
        content.setManaged(false);
        content.getStyleClass().add("drop-down");
    }

    public boolean isShowing() {
        return layer != null;
    }

    /// Lays it under its owner; does nothing while the owner is on no screen.
    public void show() {
        Scene scene = owner.getScene();
        if (isShowing() || scene == null || !(scene.getRoot() instanceof Pane root)) {
            return;
        }
        layer = root;
        root.getChildren().add(content);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, typed);
        scene.focusOwnerProperty().addListener(focusMoved);
        fit();
    }

    /// Takes the size that its content wants now, as far as there is room.
    public void fit() {
        Pane root = layer;
        if (root == null) {
            return;
        }
        root.applyCss();
        Bounds at = root.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double wide = Math.min(content.prefWidth(-1), root.getWidth() - 2 * EDGE);
        double high = content.prefHeight(wide);
        double below = root.getHeight() - at.getMaxY() - GAP - EDGE;
        double above = at.getMinY() - GAP - EDGE;
        boolean up = high > below && above > below;
        high = Math.min(high, Math.max(60, up ? above : below));
        double x = Math.clamp(at.getMinX(), EDGE, Math.max(EDGE, root.getWidth() - EDGE - wide));
        double y = up ? at.getMinY() - GAP - high : at.getMaxY() + GAP;
        content.resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(wide), Math.ceil(high));
        content.layout();
    }

    public void close() {
        Pane root = layer;
        if (root == null) {
            return;
        }
        layer = null;
        Scene scene = root.getScene();
        if (scene != null) {
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, typed);
            scene.focusOwnerProperty().removeListener(focusMoved);
        }
        root.getChildren().remove(content);
        closed.run();
    }

    private void onPress(MouseEvent event) {
        var place = new Point2D(event.getSceneX(), event.getSceneY());
        if (!content.contains(content.sceneToLocal(place)) && !owner.contains(owner.sceneToLocal(place))) {
            close();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            boolean inside = within(owner.getScene().getFocusOwner(), content);
            close();
            if (inside) {
                owner.requestFocus();
            }
            event.consume();
        }
    }

    private void onFocus(@Nullable Node now) {
        if (now != null && !within(now, content) && !within(now, owner)) {
            close();
        }
    }

    private static boolean within(@Nullable Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
