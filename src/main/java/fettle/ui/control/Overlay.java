package fettle.ui.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Layers over a screen: dialogs, the palette, toasts. No window is opened, so they are in every picture and every test.
/// While a layer shows, Esc or a click beside it closes it, Tab stays in it, and the focus returns when it closes.
public final class Overlay {

    private final StackPane root = new StackPane();
    private final Deque<Layer> layers = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private boolean backwards;
    private @Nullable Node toast;

    public Overlay() {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(owner));
            }
        });
    }

    /// Puts the window's content below all layers.
    public void setBase(Node base) {
        root.getChildren().addFirst(base);
    }

    /// The base with its layers: the root of the scene.
    public StackPane root() {
        return root;
    }

    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /// Shows `content` over everything, at `place` with `margin` around it. The first field or button in it gets the
    /// focus. `closed` runs when it goes, however it goes.
    public void show(Node content, Pos place, Insets margin, Runnable closed) {
        var scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> close());
        var pane = new StackPane(scrim, content);
        StackPane.setAlignment(content, place);
        StackPane.setMargin(content, margin);
        Node before = root.getScene() == null ? null : root.getScene().getFocusOwner();
        layers.push(new Layer(pane, content, before, closed));
        root.getChildren().add(pane);
        showing.set(true);
        root.applyCss();
        focusFirst(content);
    }

    /// Shows a dialog in the upper middle.
    public void showDialog(Region dialog, Runnable closed) {
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        show(dialog, Pos.TOP_CENTER, new Insets(72, 24, 24, 24), closed);
    }

    /// Closes the topmost layer.
    public void close() {
        if (layers.isEmpty()) {
            return;
        }
        Layer layer = layers.pop();
        root.getChildren().remove(layer.pane());
        showing.set(!layers.isEmpty());
        Node before = layer.before();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        layer.closed().run();
    }

    /// Something that can be done about what has just happened.
    public record Act(String words, Runnable run) {}

    /// Says what has just happened, at the lower right. `action` may be empty.
    public void toast(String sentence, String action, Runnable act) {
        toast(sentence, action.isEmpty() ? List.of() : List.of(new Act(action, act)));
    }

    /// The same with several things that can be done.
    public void toast(String sentence, List<Act> acts) {
        closeToast();
        Node fresh = Toast.of(sentence, acts, this::closeToast);
        StackPane.setAlignment(fresh, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(fresh, new Insets(0, 20, 48, 20));
        root.getChildren().add(fresh);
        toast = fresh;
    }

    private void closeToast() {
        if (toast != null) {
            root.getChildren().remove(toast);
            toast = null;
        }
    }

    private void onKey(KeyEvent event) {
        if (root.getScene() != null && KeyCapture.takes(root.getScene().getFocusOwner())) {
            return;
        }
        backwards = event.getCode() == KeyCode.TAB && event.isShiftDown();
        if (event.getCode() == KeyCode.ESCAPE && !layers.isEmpty()) {
            close();
            event.consume();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        Layer top = layers.peek();
        if (top == null || owner == null || within(owner, top.pane()) || isDroppedOver(owner)) {
            return;
        }
        List<Node> stops = stops(top.content());
        if (!stops.isEmpty()) {
            (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
        }
    }

    /// Whether it lies in a [DropDown], which belongs to the layer below it.
    private static boolean isDroppedOver(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("drop-down")) {
                return true;
            }
        }
        return false;
    }

    private static void focusFirst(Node content) {
        List<Node> stops = stops(content);
        if (!stops.isEmpty()) {
            stops.getFirst().requestFocus();
        }
    }

    private static boolean within(Node node, Parent ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static List<Node> stops(Node node) {
        var found = new ArrayList<Node>();
        if (node.isVisible() && !node.isDisabled()) {
            if (node.isFocusTraversable()) {
                found.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(stops(child)));
            }
        }
        return found;
    }

    private record Layer(StackPane pane, Node content, @Nullable Node before, Runnable closed) {}
}
