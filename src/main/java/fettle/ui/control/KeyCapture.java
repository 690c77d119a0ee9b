package fettle.ui.control;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A box that takes whatever is pressed while it has the focus, so that people can show which key they mean. No other key
/// of the window acts meanwhile.
public final class KeyCapture extends StackPane {

    /// `pressed` hears each stroke, as [KeyStroke] names it.
    public KeyCapture(String id, String says, Consumer<String> pressed) {
        setId(id);
        getStyleClass().add("key-capture");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        setAccessibleText(says);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            String stroke = KeyStroke.of(event);
            event.consume();
            if (!stroke.isEmpty()) {
                pressed.accept(stroke);
            }
        });
        addEventFilter(KeyEvent.KEY_TYPED, KeyEvent::consume);
        setOnMouseClicked(_ -> requestFocus());
    }

    /// Whether `owner`, the node with the focus, takes every key itself.
    public static boolean takes(javafx.scene.@Nullable Node owner) {
        return owner instanceof KeyCapture;
    }
}
