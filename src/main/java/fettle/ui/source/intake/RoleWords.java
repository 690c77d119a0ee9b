package fettle.ui.source.intake;

import java.util.Locale;

/// Parts of an example as people read them.
final class RoleWords {

    private RoleWords() {}

    /// "User", "Second question", "Rejected answer".
    static String of(String key) {
        return switch (key) {
            case "system" -> "System";
            case "user" -> "User";
            case "assistant" -> "Assistant";
            case "rejected" -> "Rejected answer";
            case "label" -> "Label";
            case "tag" -> "Tags";
            default -> key.startsWith("user")
                    ? "User, turn " + key.substring(4)
                    : key.startsWith("assistant") ? "Assistant, turn " + key.substring(9) : capital(key);
        };
    }

    /// What a field may hold.
    static String hint(String key) {
        return switch (key) {
            case "system" -> "A column, a template, or a text in quotes";
            case "user" -> "The column with the question";
            case "assistant" -> "The column with the answer";
            case "rejected" -> "For pairs: the answer that is worse";
            case "label" -> "For KTO: whether the answer is good";
            case "tag" -> "Columns, joined by +";
            default -> "A column or a template";
        };
    }

    /// The style of a role's colour.
    static String style(String role) {
        return switch (role) {
            case "system", "developer" -> "role-word-system";
            case "user" -> "role-word-user";
            case "assistant" -> "role-word-assistant";
            case "tool", "function" -> "role-word-tool";
            default -> "t-soft";
        };
    }

    private static String capital(String word) {
        return word.isEmpty() ? "No role" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
