package fettle.ui.example.table;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.example.table.Selection.State;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Says what is selected, while something is, and lets go of it.
final class SelectionBar {

    private final HBox root = new HBox(8);
    private final Label words = Labels.of("", "t-medium");
    private final Button all;

    SelectionBar(TableViewModel model, Runnable back) {
        all = Buttons.small(Buttons.plain("select-all", "", () -> {
            model.selection().everything();
            back.run();
        }));
        Button none = Buttons.small(Buttons.quiet("select-none", "Clear", Feather.X, () -> {
            model.selection().clear();
            back.run();
        }));
        words.setId("selection-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        root.setId("selection-bar");
        root.getStyleClass().add("selection-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(words, all, none);
        root.setManaged(false);
        model.selection().stateProperty().subscribe(state -> show(state, model.size()));
        model.pagesProperty().addListener(_ -> show(model.selection().stateProperty().get(), model.size()));
    }

    Region root() {
        return root;
    }

    private void show(State state, int size) {
        root.setVisible(!(state instanceof State.Nothing));
        switch (state) {
            case State.Nothing() -> {}
            case State.Some(int count) -> {
                words.setText(Words.number(count) + " of " + Words.number(size) + " selected");
                all.setText("Select all " + Words.number(size));
                all.setVisible(true);
            }
            case State.Everything(int count) -> {
                words.setText("Everything in this view is selected (" + Words.number(count) + ")");
                all.setVisible(false);
            }
        }
    }
}
