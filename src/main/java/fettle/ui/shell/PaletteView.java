package fettle.ui.shell;

import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws the palette: a field, and the list that arrow keys walk while one types.
final class PaletteView {

    private static final double ROWS_SHOWN = 10;

    private final PaletteViewModel model;
    private final Overlay overlay;
    private final ListView<PaletteViewModel.Entry> list;
    private final VBox root;

    PaletteView(PaletteViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        list = new ListView<>(model.entries());
        list.setId("palette-list");
        list.getStyleClass().add("unruled");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new EntryCell());
        list.setOnMouseClicked(_ -> run());
        list.setPlaceholder(Labels.of("Nothing is called that.", "t-soft"));
        model.entries().subscribe(() -> list.getSelectionModel().selectFirst());
        list.getSelectionModel().selectFirst();
        root = new VBox(head(), list);
        root.getStyleClass().addAll("dialog-layer", "palette");
        root.setMaxHeight(Region.USE_PREF_SIZE);
        fit();
    }

    void show() {
        overlay.show(root, Pos.TOP_CENTER, new Insets(88, 24, 24, 24), () -> {});
    }

    private HBox head() {
        var field = new TextField();
        field.setId("palette-field");
        field.getStyleClass().add("palette-field");
        field.setPromptText("Find anything, run any command");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(Icons.of(Feather.SEARCH), field, KeyCap.caps("Esc"));
        head.getStyleClass().add("palette-head");
        return head;
    }

    private void onKey(KeyEvent event) {
        var selection = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ENTER -> run();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, selection.getSelectedIndex() - 4));
        event.consume();
    }

    private void run() {
        PaletteViewModel.Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            chosen.run().run();
        }
    }

    private void fit() {
        var rows = javafx.beans.binding.Bindings.createDoubleBinding(() -> {
            double cell = list.getFixedCellSize() > 0 ? list.getFixedCellSize() : 36;
            return 18 + cell * Math.clamp(model.entries().size(), 1, ROWS_SHOWN);
        }, model.entries(), list.fixedCellSizeProperty());
        list.prefHeightProperty().bind(rows);
    }

    private static final class EntryCell extends ListCell<PaletteViewModel.Entry> {

        @Override
        protected void updateItem(PaletteViewModel.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row(entry));
        }

        private static HBox row(PaletteViewModel.Entry entry) {
            Label kind = Labels.of(entry.kind(), "t-soft", "palette-kind");
            Label title = Labels.of(entry.title());
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            var row = new HBox(8, Icons.of(entry.icon()), kind, title);
            if (!entry.keys().isEmpty()) {
                row.getChildren().add(KeyCap.caps(entry.keys()));
            }
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
