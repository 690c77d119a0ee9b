package fettle.chunk;

import java.util.ArrayList;
import java.util.List;

/// Cuts source code before what begins after a blank line: first where that is not indented (a definition), where a part
/// is too long also at the next depth, and so on; then at any blank line, then between lines.
final class CodeUnits {

    private final Slices slices;
    private final List<Unit> units = new ArrayList<>();

    private CodeUnits(Slices slices) {
        this.slices = slices;
    }

    static List<Unit> of(Slices slices) {
        var made = new CodeUnits(slices);
        made.add(0, slices.text().length(), 0);
        return made.units;
    }

    private void add(int from, int to, int depth) {
        if (from >= to) {
            return;
        }
        if (slices.fits(from, to)) {
            units.add(Unit.plain(new Span(from, to)));
            return;
        }
        List<Integer> places = new ArrayList<>();
        int deeper = Integer.MAX_VALUE;
        for (int line = afterBlankLine(from, to); line < to; line = afterBlankLine(line, to)) {
            int indent = indent(line);
            if (indent <= depth && !closes(line + indent)) {
                places.add(line);
            } else if (indent > depth) {
                deeper = Math.min(deeper, indent);
            }
        }
        if (places.isEmpty() && deeper == Integer.MAX_VALUE) {
            new PlainSplitter(slices, slices.limit()).split(from, to).forEach(part -> units.add(Unit.plain(part)));
            return;
        }
        places.add(to);
        int start = from;
        for (int place : places) {
            add(start, place, places.size() == 1 ? deeper : depth);
            start = place;
        }
    }

    /// The start of the next line that has text and follows a blank one; `to` if there is none.
    private int afterBlankLine(int from, int to) {
        boolean blank = false;
        int newline = slices.text().indexOf('\n', from);
        while (newline >= 0 && newline + 1 < to) {
            int line = newline + 1;
            newline = slices.text().indexOf('\n', line);
            int end = newline < 0 ? to : Math.min(newline, to);
            boolean empty = slices.text().substring(line, end).isBlank();
            if (!empty && blank) {
                return line;
            }
            blank = empty;
        }
        return to;
    }

    private int indent(int line) {
        int at = line;
        while (at < slices.text().length() && (slices.text().charAt(at) == ' ' || slices.text().charAt(at) == '\t')) {
            at++;
        }
        return at - line;
    }

    private boolean closes(int at) {
        return "})]".indexOf(slices.text().charAt(at)) >= 0;
    }
}
