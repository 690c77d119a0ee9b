package fettle.ui.source.intake;

import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import fettle.ui.source.intake.FileItem.Status;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The files of the import, each with its state; takes no room for a single one.
final class FileList {

    private final ListView<FileItem> list;

    FileList(IntakeViewModel model) {
        list = new ListView<>(model.files());
        list.setId("intake-files");
        list.getStyleClass().add("intake-files");
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedIndexProperty().addListener((_, _, now) -> {
            if (now.intValue() >= 0) {
                model.selectedProperty().set(now.intValue());
            }
        });
        model.selectedProperty().subscribe(now -> list.getSelectionModel().select(now.intValue()));
        var several = Bindings.size(model.files()).greaterThan(1);
        list.visibleProperty().bind(several);
        list.managedProperty().bind(several);
    }

    Region root() {
        return list;
    }

    private static final class Cell extends ListCell<FileItem> {

        @Override
        protected void updateItem(@Nullable FileItem item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row(item));
        }

        private Node row(FileItem item) {
            var name = Labels.of(item.name());
            name.setTooltip(new Tooltip(item.file().toString()));
            var words = new VBox(1, name, Labels.of(words(item), "t-small", "t-soft"));
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            var row = new HBox(8, sign(item), words);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(0);
            return row;
        }

        private static Node sign(FileItem item) {
            return switch (item.status()) {
                case Status.Waiting() -> Icons.of(Feather.CLOCK, "icon-small");
                case Status.Reading() -> Icons.of(Feather.LOADER, "icon-small");
                case Status.Failed _ -> Icons.of(Feather.ALERT_OCTAGON, "icon-small", "icon-bad");
                case Status.Read(var look) -> look.receipt().isClean()
                        ? Icons.of(Feather.CHECK, "icon-small", "icon-good")
                        : Icons.of(Feather.ALERT_TRIANGLE, "icon-small", "icon-warn");
            };
        }

        private static String words(FileItem item) {
            return switch (item.status()) {
                case Status.Waiting() -> "waits";
                case Status.Reading() -> "is read";
                case Status.Failed _ -> "cannot be read";
                case Status.Read(var look) -> item.needsMapping()
                        ? "columns to be named"
                        : Words.number(look.receipt().examples()) + " of "
                                + Words.count(look.receipt().read(), "row", "rows");
            };
        }
    }
}
