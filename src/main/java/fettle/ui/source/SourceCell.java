package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One source: what it is, what it gave, when it was read.
final class SourceCell extends ListCell<Source> {

    private static final double NARROW = 560;

    @Override
    protected void updateItem(@Nullable Source source, boolean empty) {
        super.updateItem(source, empty);
        setGraphic(empty || source == null ? null : row(source));
    }

    private HBox row(Source source) {
        var icon = new StackPane(Icons.of(source.kind() == Source.Kind.FOLDER ? Feather.FOLDER : Feather.FILE,
                "icon-text"));
        icon.getStyleClass().add("icon-tile");
        var names = new VBox(1, Labels.of(source.name(), "t-strong"),
                Labels.of(source.location(), "t-soft", "t-small"));
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(60);
        names.setPrefWidth(100);
        HBox.setHgrow(names, Priority.ALWAYS);
        Label taken = Labels.whole(source.kind() == Source.Kind.FOLDER
                ? Words.count(source.taken(), "document", "documents")
                : Words.count(source.taken(), "example", "examples"), "source-taken");
        Label when = Labels.of("read " + Words.when(source.readMillis()), "t-soft", "source-when");
        var wide = getListView().widthProperty().greaterThan(NARROW);
        when.visibleProperty().bind(wide);
        when.managedProperty().bind(wide);
        Label pill = source.skippedCount() == 0
                ? Pill.of("All taken", Pill.Tone.GOOD)
                : Pill.of(Words.number(source.skippedCount()) + " skipped", Pill.Tone.WARN);
        var row = new HBox(14, icon, names, taken, when, pill);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(0);
        return row;
    }
}
