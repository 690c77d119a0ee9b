package fettle.ui.example.bulk;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import fettle.ui.example.bulk.ReplaceViewModel.Where;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Find and replace in many rows, with what it would change below.
final class ReplaceDialog {

    private ReplaceDialog() {}

    static void show(ReplaceViewModel model, Overlay overlay) {
        Button replace = Buttons.primary("replace-run", "Replace", Feather.EDIT_2, () -> {
            overlay.close();
            model.replace();
        });
        replace.textProperty().bind(model.command());
        replace.disableProperty().bind(model.command().map("Replace"::equals));
        var preview = new PreviewList(model.preview(), model.summary(),
                "Type what is to be found. What would change is shown here first.");
        show(overlay, model.offers().isEmpty() ? "Find and replace" : "Do the same in other examples",
                new VBox(12, fields(model), preview.root()), preview.root(), replace,
                model.preview());
    }

    /// A wide dialog whose `grows` takes the room that is left.
    static void show(Overlay overlay, String title, VBox body, Region grows, Button act, PreviewViewModel preview) {
        Button cancel = Buttons.secondary("bulk-cancel", "Cancel", Feather.X, overlay::close);
        VBox.setVgrow(grows, Priority.ALWAYS);
        VBox dialog = Dialog.of(title, body, "One step of the history: it can be undone as a whole.", overlay, cancel,
                act);
        VBox.setVgrow(body, Priority.ALWAYS);
        dialog.getStyleClass().add("preview-dialog");
        overlay.showDialog(dialog, preview::end);
        dialog.setMaxHeight(Region.USE_COMPUTED_SIZE); // as high as the window lets it be
    }

    private static Node fields(ReplaceViewModel model) {
        var find = new HBox(10, Labels.of("Find", "t-label", "preview-name"),
                field("replace-find", "Text, or a regular expression", model.findProperty()));
        var with = new HBox(10, Labels.of("Replace with", "t-label", "preview-name"),
                field("replace-with", "Nothing: it is taken out", model.withProperty()));
        for (HBox row : List.of(find, with)) {
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }
        var where = new Segmented<>("replace-where", List.of(Where.values()), Where::title, model.whereProperty());
        var ways = new FlowPane(16, 6, box("replace-case", "Match case", model.matchCaseProperty()),
                box("replace-word", "Whole words", model.wholeWordProperty()),
                box("replace-regex", "Regular expression", model.regexProperty()));
        var fields = new VBox(8, find, with, new FlowPane(16, 8, where.root(), ways));
        if (!model.offers().isEmpty()) {
            fields.getChildren().addFirst(offers(model));
        }
        return fields;
    }

    /// What was changed by hand, to choose from.
    private static Node offers(ReplaceViewModel model) {
        var choice = new ComboBox<EditedWords>();
        choice.setId("replace-offers");
        choice.getItems().setAll(model.offers());
        choice.setConverter(new StringConverter<>() {

            @Override
            public String toString(@Nullable EditedWords words) {
                return words == null ? "" : words.words();
            }

            @Override
            public @Nullable EditedWords fromString(String text) {
                return null; // nobody types here
            }
        });
        choice.getSelectionModel().selectFirst();
        choice.valueProperty().addListener((_, _, words) -> model.take(words));
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        var row = new HBox(10, Labels.of("Your edit", "t-label", "preview-name"), choice);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private static TextField field(String id, String prompt, StringProperty text) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(text);
        field.getStyleClass().add("code-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static CheckBox box(String id, String words, BooleanProperty on) {
        var box = new CheckBox(words);
        box.setId(id);
        box.selectedProperty().bindBidirectional(on);
        box.setMinHeight(32);
        return box;
    }
}
