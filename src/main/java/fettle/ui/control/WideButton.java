package fettle.ui.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A button that is a card or a row: its content is laid out over its whole width. Enter, Space and a click press it.
public final class WideButton extends StackPane {

    private final Runnable action;

    private WideButton(String id, String says, Region content, Runnable action) {
        super(content);
        this.action = action;
        setId(id);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(says);
        setFocusTraversable(true);
        setAlignment(Pos.CENTER_LEFT);
        content.setMouseTransparent(true);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                fire();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                fire();
            }
        });
    }

    /// A card; "chosen" as a further style makes it the one that stands out.
    public static WideButton card(String id, String says, Region content, Runnable action, String... styles) {
        var button = new WideButton(id, says, content, action);
        button.getStyleClass().addAll("card", "card-button");
        button.getStyleClass().addAll(styles);
        return button;
    }

    /// A row of a list, with a hairline below.
    public static WideButton row(String id, String says, Region content, Runnable action) {
        var button = new WideButton(id, says, content, action);
        button.getStyleClass().add("row-button");
        return button;
    }

    /// Presses it.
    public void fire() {
        action.run();
    }
}
