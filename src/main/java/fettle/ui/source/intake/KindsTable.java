package fettle.ui.source.intake;

import fettle.ui.control.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is wrong, a line for each kind. Up and Down walk, Space presses the button of a line, Enter lists its places.
final class KindsTable {

    private static final double ROW = 34.0 / 12;
    private static final int LEAST = 2;

    private final ObservableList<KindLine> lines = FXCollections.observableArrayList();
    private final ListView<KindLine> list = new ListView<>(lines);
    private final VBox root;

    /// What can be done with a line.
    ///
    /// @param press does what the button says
    /// @param open lists the places
    record Acts(Consumer<KindLine> press, Consumer<KindLine> open) {}

    KindsTable(Acts acts) {
        list.setId("kinds");
        list.getStyleClass().add("kinds");
        list.setCellFactory(_ -> new KindCell(acts));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, acts));
        list.setOnMouseClicked(event -> {
            KindLine line = list.getSelectionModel().getSelectedItem();
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && line != null) {
                acts.open().accept(line);
            }
        });
        Label measure = Labels.of("Line", "t-label");
        var row = Bindings.createDoubleBinding(() -> Math.rint(ROW * measure.getFont().getSize()),
                measure.fontProperty());
        list.fixedCellSizeProperty().bind(row);
        var wanted = Bindings.createDoubleBinding(() -> lines.size() * row.get() + 2, lines, row);
        list.prefHeightProperty().bind(wanted);
        list.maxHeightProperty().bind(wanted);
        list.minHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(LEAST, lines.size()) * row.get() + 2, lines, row));
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox head = KindCell.columns(list, measure, Labels.of("What is wrong", "t-label"),
                Labels.of("As it stands", "t-label"), Labels.of("As it would be", "t-label"), new Region());
        head.getStyleClass().add("kinds-head");
        root = new VBox(head, list);
        VBox.setVgrow(root, Priority.ALWAYS);
    }

    Region root() {
        return root;
    }

    ListView<KindLine> list() {
        return list;
    }

    /// Shows other lines; the chosen one stays chosen.
    void show(List<KindLine> now) {
        if (!now.equals(lines)) {
            int chosen = Math.max(0, list.getSelectionModel().getSelectedIndex());
            lines.setAll(now);
            list.getSelectionModel().select(Math.min(chosen, now.size() - 1));
        }
        root.setVisible(!now.isEmpty());
        root.setManaged(!now.isEmpty());
    }

    private void key(KeyEvent event, Acts acts) {
        KindLine line = list.getSelectionModel().getSelectedItem();
        if (line == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            acts.press().accept(line);
            event.consume();
        } else if (event.getCode() == KeyCode.RIGHT) {
            acts.open().accept(line);
            event.consume();
        }
    }
}
