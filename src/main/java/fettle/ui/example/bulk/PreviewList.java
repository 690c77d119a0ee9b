package fettle.ui.example.bulk;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws what would change: a sentence with the numbers, and the rows, each with what goes and what comes and a box to
/// leave it out.
final class PreviewList {

    private final PreviewViewModel model;
    private final ListView<PreviewRow> list;
    private final VBox root = new VBox();

    /// `summary` says the numbers; `hint` what to do while there is nothing to show.
    PreviewList(PreviewViewModel model, ObservableValue<String> summary, String hint) {
        this.model = model;
        list = new ListView<>(model.rows());
        list.setId("preview-rows");
        list.getStyleClass().add("preview-rows");
        list.setCellFactory(_ -> new PreviewCell(model));
        list.setOnKeyPressed(event -> {
            PreviewRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                model.leaveOut(row.id(), !model.withoutProperty().get().contains(row.id()));
                event.consume();
            }
        });
        list.setPlaceholder(placeholder(hint));
        Label words = Labels.wrapped(summary, "t-soft");
        words.setId("preview-summary");
        Label problem = Labels.wrapped(model.problemProperty(), "t-bad");
        problem.setId("preview-problem");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        words.visibleProperty().bind(problem.visibleProperty().not());
        words.managedProperty().bind(words.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().addAll(words, problem, list, foot());
        root.getStyleClass().add("preview");
    }

    Region root() {
        return root;
    }

    private Node placeholder(String hint) {
        Label words = Labels.wrapped("", "t-soft");
        words.textProperty().bind(Bindings.createStringBinding(() -> {
            PreviewViewModel.Count now = model.countProperty().get();
            return model.act().isEmpty() ? hint : now.done() ? "Nothing would change." : "Looking…";
        }, model.countProperty(), model.rows()));
        var holder = new VBox(words);
        holder.setAlignment(Pos.CENTER);
        return holder;
    }

    private Node foot() {
        Label words = Labels.of("", "t-small", "t-soft");
        Button more = Buttons.small(Buttons.secondary("preview-more", "Show more", Feather.CHEVRON_DOWN, model::more));
        words.textProperty().bind(Bindings.createStringBinding(() -> {
            int out = model.withoutProperty().get().size();
            String left = out == 0 ? "" : Words.count(out, "row", "rows") + " left out.";
            return isCut() ? "The first " + Words.number(model.rows().size()) + " are shown. " + left : left;
        }, model.countProperty(), model.withoutProperty(), model.rows()));
        var cut = Bindings.createBooleanBinding(this::isCut, model.countProperty(), model.rows());
        more.visibleProperty().bind(cut);
        more.managedProperty().bind(cut);
        var foot = new HBox(10, words, more);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.managedProperty().bind(words.textProperty().isNotEmpty());
        return foot;
    }

    private boolean isCut() {
        return model.rows().size() < model.countProperty().get().rows();
    }

}
