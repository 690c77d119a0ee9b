package fettle.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/// Nodes of one kind that a chart uses again at each drawing; those left over are hidden.
///
/// @param <N> the kind
final class NodePool<N extends Node> {

    private final Group group = new Group();
    private final List<N> nodes = new ArrayList<>();
    private final Supplier<N> maker;
    private int used;

    NodePool(Supplier<N> maker) {
        this.maker = maker;
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Group group() {
        return group;
    }

    void begin() {
        used = 0;
    }

    /// The next node, visible, with its styles applied.
    N next() {
        if (used == nodes.size()) {
            N fresh = maker.get();
            nodes.add(fresh);
            group.getChildren().add(fresh);
            fresh.applyCss();
        }
        N node = nodes.get(used++);
        node.setVisible(true);
        return node;
    }

    void end() {
        for (int index = used; index < nodes.size(); index++) {
            nodes.get(index).setVisible(false);
        }
    }
}
