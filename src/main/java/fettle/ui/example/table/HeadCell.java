package fettle.ui.example.table;

import fettle.example.ExampleQuery;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The head of a column: a click sorts, dragging it moves the column, dragging its right edge makes it wider.
final class HeadCell extends Region {

    private static final double GRIP = 5;
    private static final double FAR = 6;

    /// What a head does to the table.
    interface Table {

        void sort(RowColumn column);

        /// While it is dragged: where its pointer is, in the head's own width.
        void drag(HeadCell head, double x);

        void drop(HeadCell head, double x);

        void resize(RowColumn column, double width);
    }

    private enum Gesture {
        NONE, SORT, MOVE, RESIZE
    }

    private final RowColumn column;
    private final Table table;
    private final Label title;
    private Gesture gesture = Gesture.NONE;
    private double pressedAt;
    private double widthBefore;

    HeadCell(RowColumn column, Table table) {
        this.column = column;
        this.table = table;
        title = Labels.of(column.look() == RowColumn.Look.DOT ? "" : column.title(), "column-title");
        title.setMinWidth(0);
        title.setMouseTransparent(true);
        title.setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        title.setContentDisplay(ContentDisplay.RIGHT);
        getChildren().add(title);
        getStyleClass().addAll("head-cell", column.isNumber() ? "number" : "words");
        setId("column-" + column.id());
        Tooltip.install(this, new Tooltip(column.sort().isEmpty()
                ? column.title() + ": drag to move"
                : column.title() + ": click to sort, drag to move"));
        setOnMouseMoved(event -> setCursor(onGrip(event) ? Cursor.H_RESIZE : Cursor.DEFAULT));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
    }

    RowColumn column() {
        return column;
    }

    /// Shows how the table is sorted.
    void show(ExampleQuery query) {
        boolean mine = !column.sort().isEmpty() && query.sort().equals(column.sort());
        title.setGraphic(mine
                ? Icons.of(query.descending() ? Feather.ARROW_DOWN : Feather.ARROW_UP, "icon-small")
                : null);
        setAccessibleText(column.title() + (mine ? query.descending() ? ", largest first" : ", smallest first" : ""));
    }

    private boolean onGrip(MouseEvent event) {
        return event.getX() > getWidth() - GRIP;
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressedAt = event.getSceneX();
        widthBefore = getWidth();
        gesture = onGrip(event) ? Gesture.RESIZE : Gesture.SORT;
        if (gesture == Gesture.RESIZE && event.getClickCount() == 2) {
            gesture = Gesture.NONE;
            table.resize(column, 0);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        double by = event.getSceneX() - pressedAt;
        if (gesture == Gesture.SORT && Math.abs(by) > FAR) {
            gesture = Gesture.MOVE;
            setCursor(Cursor.CLOSED_HAND);
        }
        if (gesture == Gesture.RESIZE) {
            table.resize(column, widthBefore + by);
        } else if (gesture == Gesture.MOVE) {
            table.drag(this, getLayoutX() + event.getX());
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (gesture == Gesture.SORT) {
            table.sort(column);
        } else if (gesture == Gesture.MOVE) {
            table.drop(this, getLayoutX() + event.getX());
        }
        gesture = Gesture.NONE;
        setCursor(Cursor.DEFAULT);
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        title.resizeRelocate(left, 0, Math.max(0, getWidth() - left - snappedRightInset()), getHeight());
    }
}
