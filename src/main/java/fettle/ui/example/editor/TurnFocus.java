package fettle.ui.example.editor;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Which turn has the focus. A palette or a dialog over the screen does not change it; another part of the screen does.
final class TurnFocus {

    private final Node turns;
    private final ReadOnlyIntegerWrapper turn = new ReadOnlyIntegerWrapper(-1);

    TurnFocus(Node turns) {
        this.turns = turns;
        turns.sceneProperty().flatMap(javafx.scene.Scene::focusOwnerProperty)
                .addListener((_, _, owner) -> moved(owner));
    }

    ReadOnlyIntegerProperty turnProperty() {
        return turn.getReadOnlyProperty();
    }

    /// The card of this turn: while it has the focus, the turn is the current one.
    void follow(Node card, int index) {
        card.focusWithinProperty().addListener((_, _, within) -> {
            if (within) {
                turn.set(index);
            }
        });
    }

    private void moved(@Nullable Node owner) {
        if (owner != null && !turns.isFocusWithin() && java.util.Objects.equals(layer(owner), layer(turns))) {
            turn.set(-1);
        }
    }

    /// The child of the scene's root that a node lies in.
    private static @Nullable Node layer(Node node) {
        Node layer = node;
        for (Parent parent = node.getParent(); parent != null && parent.getParent() != null; parent = parent
                .getParent()) {
            layer = parent;
        }
        return layer;
    }
}
