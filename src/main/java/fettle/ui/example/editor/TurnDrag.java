package fettle.ui.example.editor;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Takes a turn by its head and drops it between others; a line shows where.
final class TurnDrag {

    private static final double THRESHOLD = 6;

    private final Node head;
    private final Pane turns;
    private final int index;
    private final TurnEdits edits;
    private final Region line = new Region();
    private double pressedY;
    private int target = -1;

    private TurnDrag(Node head, Pane turns, int index, TurnEdits edits) {
        this.head = head;
        this.turns = turns;
        this.index = index;
        this.edits = edits;
        line.getStyleClass().add("drop-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
    }

    static void on(Node head, Pane turns, int index, TurnEdits edits) {
        var drag = new TurnDrag(head, turns, index, edits);
        head.addEventHandler(MouseEvent.MOUSE_PRESSED, drag::pressed);
        head.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::dragged);
        head.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drag.released());
    }

    private void pressed(MouseEvent event) {
        pressedY = event.getSceneY();
        target = -1;
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY
                || (target < 0 && Math.abs(event.getSceneY() - pressedY) < THRESHOLD)) {
            return;
        }
        head.setCursor(Cursor.MOVE);
        double y = turns.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        target = 0;
        double at = 0;
        for (Node card : turns.lookupAll(".turn-card")) {
            var bounds = turns.sceneToLocal(card.localToScene(card.getLayoutBounds()));
            Object place = card.getProperties().get(TurnFrame.INDEX);
            if (place instanceof Integer turn && y > bounds.getCenterY() && turn + 1 > target) {
                target = turn + 1;
                at = bounds.getMaxY() + 4;
            }
        }
        show(at);
    }

    private void show(double y) {
        if (!turns.getChildren().contains(line)) {
            turns.getChildren().add(line);
        }
        line.resizeRelocate(0, y, turns.getWidth(), 2);
    }

    private void released() {
        turns.getChildren().remove(line);
        head.setCursor(Cursor.DEFAULT);
        int to = target > index ? target - 1 : target;
        if (target >= 0 && to != index) {
            edits.move(index, to);
        }
        target = -1;
    }
}
