package fettle.ui.control.text;

import fettle.ui.control.Scrolling;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;

/// Scrolls the pane that an area lies in when the caret leaves the visible part: an area that grows with its text does
/// not scroll itself.
final class CaretInSight {

    private CaretInSight() {}

    static void keep(StyleClassedTextArea area) {
        ChangeListener<Optional<Bounds>> moved = (_, _, bounds) -> {
            if (bounds != null) {
                bounds.ifPresent(caret -> show(area, caret));
            }
        };
        area.focusedProperty().addListener((_, _, focused) -> { // to follow each caret of many areas costs
            area.caretBoundsProperty().removeListener(moved);
            if (focused) {
                area.caretBoundsProperty().addListener(moved);
            }
        });
    }

    /// Scrolls to the caret whether or not the area has the focus.
    static void show(StyleClassedTextArea area) {
        var bounds = area.caretBoundsProperty().getValue();
        if (bounds != null) {
            bounds.ifPresent(caret -> show(area, caret));
        }
    }

    private static void show(StyleClassedTextArea area, Bounds onScreen) {
        ScrollPane pane = Scrolling.around(area);
        if (pane == null || pane.getContent() == null) {
            return;
        }
        Bounds caret = pane.getContent().screenToLocal(onScreen);
        if (caret != null) {
            Scrolling.show(pane, caret.getMinY(), caret.getMaxY());
        }
    }
}
