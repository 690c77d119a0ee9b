package fettle.ui.example.editor;

/// Text areas know `\n` alone; rows may hold `\r\n`. What was not edited keeps its line ends; what was keeps their kind.
public final class LineEnds {

    private LineEnds() {}

    /// As an area shows it.
    public static String shown(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The edited text with the line ends that the original has.
    public static String restored(String original, String edited) {
        if (shown(original).equals(edited)) {
            return original;
        }
        boolean windows = original.contains("\r\n") && !original.replace("\r\n", "").contains("\n");
        return windows ? edited.replace("\n", "\r\n") : edited;
    }
}
