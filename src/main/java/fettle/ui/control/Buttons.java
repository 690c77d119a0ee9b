package fettle.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Buttons of the house: 32 high, one primary per screen; `small` makes them 26 high for cards and rows.
public final class Buttons {

    private Buttons() {}

    /// The one action that the screen is for.
    public static Button primary(String id, String text, Feather icon, Runnable action) {
        return styled(id, text, icon, action, "primary");
    }

    public static Button secondary(String id, String text, Feather icon, Runnable action) {
        return styled(id, text, icon, action);
    }

    /// A button without an icon.
    public static Button plain(String id, String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Stops or takes away; its colour is never the only sign, so the text says what it does.
    public static Button danger(String id, String text, Feather icon, Runnable action) {
        return styled(id, text, icon, action, "danger");
    }

    /// No border until the mouse is over it.
    public static Button quiet(String id, String text, Feather icon, Runnable action) {
        return styled(id, text, icon, action, "quiet");
    }

    /// An icon alone; `says` is its tooltip and what a screen reader reads.
    public static Button icon(String id, Feather icon, String says, Runnable action) {
        Button button = styled(id, "", icon, action, "quiet", "icon-only");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        return button;
    }

    /// The same button, 26 high.
    public static Button small(Button button) {
        button.getStyleClass().add("small");
        return button;
    }

    private static Button styled(String id, String text, Feather icon, Runnable action, String... styles) {
        Button button = plain(id, text, action, styles);
        button.setGraphic(Icons.of(icon));
        return button;
    }
}
