package fettle.ui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons, 16 high, in the colour of the text beside them.
public final class Icons {

    private Icons() {}

    /// An icon with further style classes, such as "icon-accent", "icon-good", "icon-small".
    public static FontIcon of(Feather icon, String... styles) {
        var node = new FontIcon(icon);
        node.getStyleClass().addAll(styles);
        return node;
    }
}
