package fettle.ui.tuning;

import fettle.tuning.Tuning;
import fettle.tuning.TuningStatus;
import fettle.ui.control.Pill;
import javafx.scene.control.Label;

/// How a tuning stands, in a word and a colour.
final class StatusWords {

    private StatusWords() {}

    static Label pill(Tuning tuning) {
        return Pill.of(word(tuning.status()), tone(tuning.status()));
    }

    static String word(TuningStatus status) {
        return switch (status) {
            case RUNNING -> "Running";
            case SUCCEEDED -> "Done";
            case FAILED -> "Failed";
            case STOPPED -> "Stopped";
            case INTERRUPTED -> "Interrupted";
        };
    }

    private static Pill.Tone tone(TuningStatus status) {
        return switch (status) {
            case RUNNING -> Pill.Tone.ACCENT;
            case SUCCEEDED -> Pill.Tone.GOOD;
            case FAILED -> Pill.Tone.BAD;
            case STOPPED, INTERRUPTED -> Pill.Tone.WARN;
        };
    }
}
