package fettle.ui.example.bulk;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Rules to turn on and off, each with its number, beside what they would change.
final class RulesDialog {

    private RulesDialog() {}

    static void show(RulesViewModel model, String title, Overlay overlay) {
        Button run = Buttons.primary("rules-run", "Normalise", Feather.CHECK, () -> {
            overlay.close();
            model.run();
        });
        run.textProperty().bind(model.command());
        run.disableProperty().bind(model.preview().countProperty().map(_ -> model.preview().wanted() == 0));
        var preview = new PreviewList(model.preview(), model.summary(), "");
        HBox.setHgrow(preview.root(), Priority.ALWAYS);
        preview.root().setMinWidth(0);
        var both = new HBox(16, rules(model), preview.root());
        both.setMinHeight(0);
        ReplaceDialog.show(overlay, title, new VBox(both), both, run, model.preview());
    }

    private static Node rules(RulesViewModel model) {
        var column = new VBox(2);
        model.lines().forEach(line -> column.getChildren().add(line(model, line)));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("rules");
        return scroll;
    }

    private static Node line(RulesViewModel model, RulesViewModel.Line line) {
        var box = new CheckBox();
        box.setId("rule-" + line.name().toLowerCase(java.util.Locale.ROOT));
        box.setAccessibleText(line.title());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setOnAction(_ -> model.turn(line.name(), box.isSelected()));
        model.onProperty().subscribe(on -> box.setSelected(on.contains(line.name())));
        var count = Labels.whole("", "t-soft");
        count.textProperty().bind(model.preview().countProperty()
                .map(now -> Words.number(now.busy().getOrDefault(line.name(), 0))));
        var words = new VBox(0, Labels.wrapped(line.title()));
        if (!line.note().isEmpty()) {
            words.getChildren().add(Labels.wrapped(line.note(), "t-small", "t-soft"));
        }
        words.setOnMouseClicked(_ -> box.fire());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var row = new HBox(10, box, words, count);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("rule-row");
        return row;
    }
}
