package fettle.ui.control;

import javafx.scene.control.Label;

/// A word in a coloured box: a state beside a thing. The word says it, the colour repeats it.
public final class Pill {

    private Pill() {}

    /// What the colour means.
    public enum Tone {
        NEUTRAL(""), GOOD("good"), WARN("warn"), BAD("bad"), ACCENT("accent"), OUTLINE("outline");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    public static Label of(String text, Tone tone) {
        Label pill = Labels.whole(text, "pill");
        tone(pill, tone);
        return pill;
    }

    /// Changes the colour of a pill.
    public static void tone(Label pill, Tone tone) {
        for (Tone other : Tone.values()) {
            pill.getStyleClass().remove(other.style);
        }
        if (!tone.style.isEmpty()) {
            pill.getStyleClass().add(tone.style);
        }
    }
}
