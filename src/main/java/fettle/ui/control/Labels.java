package fettle.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// Texts in the sizes of the type scale: 12, 13, 15, 20.
public final class Labels {

    private Labels() {}

    /// One line, cut with "…" where it does not fit. Styles are those of fettle.css, such as "t-label" or "t-soft".
    public static Label of(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A line that follows a value.
    public static Label of(ObservableValue<String> text, String... styles) {
        Label label = of("", styles);
        label.textProperty().bind(text);
        return label;
    }

    /// A text that wraps.
    public static Label wrapped(String text, String... styles) {
        Label label = of(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// A wrapping text that follows a value.
    public static Label wrapped(ObservableValue<String> text, String... styles) {
        Label label = wrapped("", styles);
        label.textProperty().bind(text);
        return label;
    }

    /// A line that is never cut, whatever is beside it.
    public static Label whole(String text, String... styles) {
        Label label = of(text, styles);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
