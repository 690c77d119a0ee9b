package fettle.ui.control;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Something that is on or off. A click, Space and Enter turn it.
public final class Switch {

    private Switch() {}

    /// `text` stands beside it and may be empty; `says` is what a screen reader reads.
    public static ToggleSwitch of(String id, String text, String says, boolean on, Consumer<Boolean> turned) {
        var power = new ToggleSwitch(text);
        power.setId(id);
        power.setSelected(on);
        power.setAccessibleText(says);
        power.setMinWidth(ToggleSwitch.USE_PREF_SIZE);
        power.selectedProperty().addListener((_, _, now) -> turned.accept(now));
        power.addEventHandler(KeyEvent.KEY_PRESSED, event -> { // its own skin knows the mouse alone
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                event.consume();
                power.setSelected(!power.isSelected());
            }
        });
        return power;
    }
}
