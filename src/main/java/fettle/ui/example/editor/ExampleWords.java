package fettle.ui.example.editor;

import fettle.example.ExampleStatus;
import fettle.ui.session.Words;
import java.util.Locale;

/// Words for people on this screen.
public final class ExampleWords {

    private ExampleWords() {}

    /// "0417".
    public static String number(long id) {
        return String.format(Locale.ROOT, "%04d", id);
    }

    /// "Approved example 0417".
    public static String decided(ExampleStatus status, long id) {
        String example = "example " + number(id);
        return switch (status) {
            case APPROVED -> "Approved " + example;
            case REJECTED -> "Rejected " + example;
            case DRAFT -> "Made " + example + " a draft again";
        };
    }

    public static String status(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
        };
    }

    /// The name of a role as a heading; what is not known stays as it is.
    public static String role(String role) {
        return switch (role) {
            case "" -> "No role";
            case "system", "developer", "user", "assistant", "tool", "function" -> role.substring(0, 1)
                    .toUpperCase(Locale.ROOT) + role.substring(1);
            default -> role;
        };
    }

    /// "37 of 1,204", or "1,204" when all are shown.
    public static String shown(int shown, int all) {
        return shown == all ? Words.number(all) : Words.number(shown) + " of " + Words.number(all);
    }

    /// "9 s each, 4 min left".
    public static String pace(long millisEach, int left) {
        long seconds = Math.max(1, Math.round(millisEach / 1000.0));
        long rest = millisEach * left / 1000;
        String time = rest < 60 ? "under a minute left" : Words.number((rest + 59) / 60) + " min left";
        return seconds + " s each, " + time;
    }
}
