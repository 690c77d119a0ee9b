package fettle.ui.example.table;

import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.MenuList;
import fettle.ui.example.table.TableColumns.Shown;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.geometry.Pos;
import fettle.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

/// The menu of the columns: which are shown, in which order, which stay at the left. Works by mouse and by keyboard.
final class ColumnsMenu {

    private final TableColumns columns;
    private final MenuList menu = new MenuList();
    private final Button button;
    private final DropDown drop;

    private ColumnsMenu(TableColumns columns) {
        this.columns = columns;
        button = Buttons.icon("columns", Feather.COLUMNS, "Choose, order and pin columns", this::turn);
        button.getStyleClass().add("columns-button");
        menu.root().setId("columns-menu");
        menu.root().getStyleClass().add("columns-menu");
        drop = new DropDown(button, menu.root(), () -> {});
        columns.shownProperty().addListener(_ -> {
            if (drop.isShowing()) {
                refill();
            }
        });
    }

    static Button button(TableColumns columns) {
        return new ColumnsMenu(columns).button;
    }

    private void turn() {
        if (drop.isShowing()) {
            drop.close();
        } else {
            fill();
            drop.show();
            menu.focusFirst();
        }
    }

    /// Filled anew, the focus stays where it was.
    private void refill() {
        Node focused = button.getScene().getFocusOwner();
        String id = focused == null || focused.getId() == null ? "" : focused.getId();
        fill();
        drop.fit();
        menu.root().lookupAll(".button").stream().filter(node -> id.equals(node.getId())).findFirst()
                .ifPresentOrElse(Node::requestFocus, menu::focusFirst);
    }

    private void fill() {
        menu.clear();
        menu.heading("Shown, from left to right");
        List<Shown> shown = columns.shownProperty().get();
        for (Shown column : shown) {
            String id = column.id();
            Button left = Buttons.icon("column-left-" + id, Feather.ARROW_UP, "One place further left",
                    () -> columns.shift(id, -1));
            Button right = Buttons.icon("column-right-" + id, Feather.ARROW_DOWN, "One place further right",
                    () -> columns.shift(id, 1));
            Button pin = Buttons.icon("column-pin-" + id, Feather.ANCHOR,
                    column.pinned() ? "Scroll it with the others" : "Keep it at the left", () -> columns.pin(id,
                            !column.pinned()));
            if (column.pinned()) {
                pin.getStyleClass().add("pressed");
            }
            left.setDisable(column.equals(shown.getFirst()));
            right.setDisable(column.equals(shown.getLast()));
            menu.row("column-hide-" + id, Feather.CHECK, column.column().title(), "", () -> columns.turn(
                    column.column()), left, right, pin);
        }
        menu.heading("More columns");
        for (RowColumn column : RowColumn.all()) {
            if (columns.find(column.id()).isEmpty()) {
                menu.row("column-show-" + column.id(), Feather.PLUS, column.title(), "", () -> columns.turn(column));
            }
        }
        menu.add(turnChooser());
        menu.row("columns-usual", Feather.ROTATE_CCW, "As they were at first", "", columns::reset);
    }

    /// Shows a turn by its number.
    private Node turnChooser() {
        var number = new Spinner<Integer>(1, 999, 1);
        number.setId("turn-number");
        number.setEditable(true);
        number.getStyleClass().add("small");
        Button show = Buttons.small(Buttons.plain("turn-show", "Show", () -> columns.turn(RowColumn.ofTurn(
                number.getValue()))));
        var line = new HBox(8, Labels.whole("Turn number"), number, show);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("menu-line");
        return line;
    }
}
