package fettle.ui.session;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Light or dark, and how large the text is. The window dresses its scene from this.
public final class Appearance {

    /// What the person chose.
    public enum Choice {
        SYSTEM, LIGHT, DARK
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final BooleanProperty systemDark = new SimpleBooleanProperty();
    private final IntegerProperty textPercent = new SimpleIntegerProperty(100);
    private final BooleanBinding dark = Bindings.createBooleanBinding(() -> switch (choice.get()) {
        case SYSTEM -> systemDark.get();
        case LIGHT -> false;
        case DARK -> true;
    }, choice, systemDark);

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /// Whether the desktop is dark; the window keeps it up to date.
    public BooleanProperty systemDarkProperty() {
        return systemDark;
    }

    /// 100 to 200.
    public IntegerProperty textPercentProperty() {
        return textPercent;
    }

    public BooleanBinding darkBinding() {
        return dark;
    }

    /// From light to dark or back, whatever the desktop says.
    public void toggle() {
        choice.set(dark.get() ? Choice.LIGHT : Choice.DARK);
    }

    /// Makes the text larger (10) or smaller (-10), between 100 and 200 %.
    public void resizeText(int by) {
        textPercent.set(Math.clamp(textPercent.get() + (long) by, 100, 200));
    }
}
