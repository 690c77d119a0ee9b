package fettle.ui.example.editor;

import fettle.example.JsonText;
import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.text.JsonStyles;
import fettle.ui.control.text.Span;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The row's tools as JSON: folded until one wants to see them, checked while they are written. What cannot be saved stays in sight,
/// with the way back.
final class ToolsBox {

    private final TitledPane root = new TitledPane();

    ToolsBox(EditedTools edited, TextTools tools) {
        var text = new TurnText(edited.text(), JsonStyles::of, tools);
        text.area().setId("tools-json");
        text.area().getStyleClass().add("json");
        text.root().getStyleClass().add("code-block");
        Label problem = Labels.wrapped(edited.problemProperty(), "t-small", "t-bad");
        problem.setId("tools-problem");
        Button drop = Buttons.small(Buttons.secondary("tools-drop", "Back to what is saved", Feather.ROTATE_CCW,
                edited::drop));
        drop.setDisable(tools.readOnly());
        drop.setMinWidth(Region.USE_PREF_SIZE);
        var unsaved = new VBox(6, problem, drop);
        unsaved.visibleProperty().bind(edited.problemProperty().isNotEmpty());
        unsaved.managedProperty().bind(unsaved.visibleProperty());
        edited.text().addListener((_, _, now) -> text.mark("schema", JsonText.problem(now)
                .map(broken -> List.of(new Span(Math.max(0, broken.offset() - 1), broken.offset() + 1, "wrong")))
                .orElse(List.of())));
        root.setId("tools");
        root.getStyleClass().add("tools-box");
        root.textProperty().bind(Bindings.createStringBinding(() -> title(edited.checkProperty().get().names())
                + (edited.problemProperty().get().isEmpty() ? "" : " · not saved yet"), edited.checkProperty(),
                edited.problemProperty()));
        root.setContent(new VBox(6, text.root(), unsaved));
        root.setExpanded(!edited.problemProperty().get().isEmpty());
        root.setAnimated(false);
    }

    Node root() {
        return root;
    }

    private static String title(List<String> names) {
        return switch (names.size()) {
            case 0 -> "Tools: none";
            case 1 -> "Tool: " + names.getFirst();
            default -> "Tools (" + names.size() + "): " + String.join(", ", names);
        };
    }
}
