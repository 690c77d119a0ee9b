package fettle.ui.tuning;

import fettle.tuning.Tuning;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The tunings of the project, newest first; a click or Enter looks at one.
final class EarlierTunings {

    private static final int SHOWN = 6;

    private final ListView<Tuning> list;

    EarlierTunings(ObservableList<Tuning> tunings, TuningViewModel model) {
        list = new ListView<>(tunings);
        list.setId("tunings");
        list.getStyleClass().add("flat");
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> look(model));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                look(model);
            }
        });
        tunings.subscribe(() -> {
            list.getStyleClass().removeIf(style -> style.startsWith("rows-"));
            list.getStyleClass().add("rows-" + Math.clamp(tunings.size(), 1, SHOWN));
        });
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.setAccessibleText("Earlier tunings");
    }

    ListView<Tuning> root() {
        return list;
    }

    void mark(@Nullable Tuning tuning) {
        if (tuning == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getItems().stream().filter(item -> item.id().equals(tuning.id())).findFirst()
                    .ifPresent(item -> list.getSelectionModel().select(item));
        }
    }

    private void look(TuningViewModel model) {
        Tuning chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.show(chosen.id());
        }
    }

    private static final class Cell extends ListCell<Tuning> {

        @Override
        protected void updateItem(@Nullable Tuning tuning, boolean empty) {
            super.updateItem(tuning, empty);
            setText(null);
            if (empty || tuning == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var name = Labels.whole(tuning.id(), "t-medium");
            var what = Labels.of("on " + tuning.release(), "t-small", "t-soft");
            what.setMinWidth(0);
            var when = Labels.whole(Words.when(tuning.startedMillis()), "t-small", "t-soft");
            var row = new HBox(8, name, what, gap, when, StatusWords.pill(tuning));
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            row.setMaxWidth(Double.MAX_VALUE);
            row.prefWidthProperty().bind(widthProperty().subtract(28));
            setGraphic(row);
        }
    }
}
