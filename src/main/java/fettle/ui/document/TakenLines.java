package fettle.ui.document;

import fettle.document.PageReader;
import fettle.ui.control.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of a whole page, with those marked that its text was made from.
final class TakenLines {

    /// A line of so many words is found wherever it stands; a shorter one, such as "Home", only where the text goes on.
    private static final int LONG = 5;
    private static final int NEAR = 400;

    private TakenLines() {}

    static List<Block> of(PageReader.Reading reading) {
        String taken = words(reading.markdown());
        var lines = new ArrayList<Block>();
        int from = 0;
        for (String line : reading.wholeText().lines().filter(line -> !line.isBlank()).toList()) {
            int at = place(taken, words(line), from);
            if (at >= 0) {
                from = at;
            }
            lines.add(new Block.Part(at >= 0, line.strip()));
        }
        return List.copyOf(lines);
    }

    /// Where the words of a line stand in the text; -1 when they do not.
    private static int place(String taken, String line, int from) {
        if (line.isBlank()) {
            return -1;
        }
        int at = taken.indexOf(line, from);
        boolean isLong = line.strip().split(" ", LONG).length == LONG;
        if (isLong) {
            return at >= 0 ? at : taken.indexOf(line);
        }
        return at >= 0 && at <= from + NEAR ? at : -1;
    }

    /// Letters and digits alone, a blank around each word: neither marks of Markdown nor gaps count.
    private static String words(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("\\]\\([^)\\s]*\\)", "]").replaceAll("[^\\p{L}\\p{N}]+",
                " ").strip() + " ";
    }
}
