package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.session.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
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

    /// In widths of a letter, as all sizes here: the text may be twice as large.
    private static final double NARROW = 48;
    private static final double TAKEN = 8;
    private static final double WHEN = 10.5;
    private static final double PILL = 7;

    @Override
    protected void updateItem(@Nullable Source source, boolean empty) {
        super.updateItem(source, empty);
        setGraphic(empty || source == null ? null : row(source));
    }

    private HBox row(Source source) {
        var icon = new StackPane(Icons.of(source.kind() != Source.Kind.EXAMPLES ? Feather.FOLDER : Feather.FILE,
                "icon-text"));
        icon.getStyleClass().add("icon-tile");
        var names = new VBox(1, Labels.of(source.name(), "t-strong"),
                Labels.of(source.location(), "t-soft", "t-small"));
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(60);
        names.setPrefWidth(100);
        HBox.setHgrow(names, Priority.ALWAYS);
        Label taken = Labels.whole(source.kind() != Source.Kind.EXAMPLES
                ? Words.count(source.taken(), "document", "documents")
                : Words.count(source.taken(), "example", "examples"), "source-taken");
        Label when = Labels.of("read " + Words.when(source.readMillis()), "t-soft", "source-when");
        var wide = Bindings.createBooleanBinding(
                () -> getListView().getWidth() > NARROW * taken.getFont().getSize(),
                getListView().widthProperty(), taken.fontProperty());
        when.visibleProperty().bind(wide);
        when.managedProperty().bind(wide);
        Label pill = source.skippedCount() == 0
                ? Pill.of("All taken", Pill.Tone.GOOD)
                : Pill.of(Words.number(source.skippedCount()) + " skipped", Pill.Tone.WARN);
        letters(taken.minWidthProperty(), taken, TAKEN);
        letters(when.minWidthProperty(), when, WHEN);
        letters(pill.minWidthProperty(), pill, PILL);
        var row = new HBox(14, icon, names, taken, when, pill);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(0);
        return row;
    }

    private static void letters(DoubleProperty width, Label of, double count) {
        width.bind(of.fontProperty().map(font -> count * font.getSize()));
    }
}
