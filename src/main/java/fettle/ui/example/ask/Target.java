package fettle.ui.example.ask;

/// The words that shall be rewritten.
///
/// @param turn from 0
/// @param role of that turn
/// @param path of the text within the turn's message, such as "/content"
/// @param whole the text as it stands
/// @param from where the words begin in it
/// @param to exclusive
public record Target(int turn, String role, String path, String whole, int from, int to) {

    /// All of a text.
    public static Target all(int turn, String role, String path, String whole) {
        return new Target(turn, role, path, whole, 0, whole.length());
    }

    String words() {
        return whole.substring(from, to);
    }

    boolean isPart() {
        return from > 0 || to < whole.length();
    }

    /// The whole text with other words in the place of these.
    String with(String others) {
        return whole.substring(0, from) + others + whole.substring(to);
    }

    /// "Selection in turn 3, assistant".
    String title() {
        return (isPart() ? "Selection in turn " : "Turn ") + (turn + 1) + ", " + role;
    }
}
