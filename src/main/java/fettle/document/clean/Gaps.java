package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import fettle.document.clean.Regions.Part;
import java.util.ArrayList;
import java.util.List;

/// Line ends, spaces at the end of lines, blank lines.
final class Gaps {

    private static final int MOST_BLANK_LINES = 2;

    private Gaps() {}

    /// `\r\n` and `\r` become `\n`.
    static List<Edit> lineEnds(String text) {
        var edits = new ArrayList<Edit>();
        int at = text.indexOf('\r');
        while (at >= 0) {
            int end = at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            edits.add(new Edit(at, end, "\n"));
            at = text.indexOf('\r', end);
        }
        return edits;
    }

    /// Spaces at the end of lines and more than two blank lines; not in code and tables. Two spaces that break a line of
    /// Markdown stay.
    static List<Edit> edits(String text, Layout layout) {
        Regions regions = Regions.of(text, layout);
        var edits = new ArrayList<Edit>();
        int blank = 0;
        for (int line = 0; line < regions.lines(); line++) {
            Part part = regions.part(line);
            boolean isLast = line + 1 == regions.lines();
            blank = part == Part.BLANK ? blank + 1 : 0;
            if (blank > MOST_BLANK_LINES && !isLast) {
                edits.add(new Edit(regions.start(line), regions.start(line + 1), ""));
            } else if (part == Part.BLANK || part == Part.PROSE) {
                boolean breaks = layout == Layout.MARKDOWN && part == Part.PROSE && !isLast
                        && regions.part(line + 1) == Part.PROSE;
                trim(text, regions.start(line), regions.end(line), breaks, edits);
            }
        }
        return edits;
    }

    private static void trim(String text, int start, int end, boolean breaks, List<Edit> edits) {
        int last = end;
        boolean spaces = true;
        while (last > start && isSpace(text.charAt(last - 1))) {
            last--;
            spaces &= text.charAt(last) == ' ';
        }
        String kept = breaks && last > start && spaces && end - last >= 2 ? "  " : "";
        if (end - last != kept.length()) {
            edits.add(new Edit(last, end, kept));
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
