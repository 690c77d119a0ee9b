package fettle.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/// A button that is a card or a row: its content is laid out over its whole width.
public final class WideButton {

    private WideButton() {}

    /// A card; "chosen" as a further style makes it the one that stands out.
    public static Button card(String id, String says, Region content, Runnable action, String... styles) {
        Button button = of(id, says, content, action, "card", "card-button");
        button.getStyleClass().addAll(styles);
        return button;
    }

    /// A row of a list, with a hairline below.
    public static Button row(String id, String says, Region content, Runnable action) {
        return of(id, says, content, action, "row-button");
    }

    private static Button of(String id, String says, Region content, Runnable action, String... styles) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().setAll(styles);
        button.setAccessibleText(says);
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        fill(button, content);
        return button;
    }

    private static void fill(Button button, Region content) {
        content.setMouseTransparent(true);
        var inner = javafx.beans.binding.Bindings.createDoubleBinding(() -> Math.max(0,
                button.getWidth() - button.getPadding().getLeft() - button.getPadding().getRight()),
                button.widthProperty(), button.paddingProperty());
        content.prefWidthProperty().bind(inner);
        content.maxWidthProperty().bind(inner);
    }
}
