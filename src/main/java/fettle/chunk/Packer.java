package fettle.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Puts units together into chunks: as many as fit, a break rather before a heading, no heading at the end of a chunk, a
/// tiny rest with what came before it under the same heading.
final class Packer {

    private static final int TINY = 64;
    private static final int HIGH_HEADING = 3;

    private final Slices slices;
    private final List<Unit> units;
    private final int[] estimates;
    private final List<List<String>> paths;
    private final UnaryOperator<String> closing;

    private Packer(Slices slices, List<Unit> units, UnaryOperator<String> closing) {
        this.slices = slices;
        this.closing = closing;
        this.units = units;
        estimates = units.stream().mapToInt(unit -> slices.counter().count(unit.lead() + unit.trail())
                + slices.tokens(unit.start(), unit.end()) + 1).toArray();
        paths = new HeadingPaths(units).paths();
    }

    /// A chunk without its document.
    record Piece(int start, int end, List<String> headingPath, String text, int tokens) {}

    /// `closing` gives what a text lacks at its end, such as the line that closes a fence.
    static List<Piece> pack(Slices slices, List<Unit> units, UnaryOperator<String> closing) {
        return new Packer(slices, units, closing).pack();
    }

    private List<Piece> pack() {
        var starts = new ArrayList<Integer>();
        int first = 0;
        while (first < units.size()) {
            starts.add(first);
            first = nextStart(first);
        }
        mendTinyTails(starts);
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : units.size();
            String text = text(starts.get(i), end);
            if (!text.isEmpty()) {
                pieces.add(piece(starts.get(i), end, text));
            }
        }
        return pieces;
    }

    private Piece piece(int first, int end, String open) {
        String closed = open + closing.apply(open);
        String text = slices.counter().count(closed) <= slices.limit() ? closed : open;
        int from = units.get(first).start();
        int to = slices.trimmedEnd(from, units.get(end - 1).end());
        return new Piece(slices.trimmedStart(from, to), to, paths.get(first), text, slices.counter().count(text));
    }

    private String text(int first, int end) {
        Unit one = units.get(first);
        Unit last = units.get(end - 1);
        String slice = slices.trimmed(one.start(), last.end());
        if (slice.isEmpty()) {
            return "";
        }
        return one.lead() + slice + last.trail();
    }

    private boolean fits(int first, int end) {
        return slices.counter().count(text(first, end)) <= slices.limit();
    }

    private boolean isWhole(int first, int end) {
        return closing.apply(text(first, end)).isEmpty();
    }

    private boolean mustBreakAt(int unit) {
        return units.get(unit).begins() || units.get(unit - 1).ends();
    }

    /// Where the chunk that begins at `first` ends (exclusive) and the next one begins.
    private int nextStart(int first) {
        int best = preferredEnd(first, furthest(first));
        while (best > first + 1 && !(fits(first, best) && isWhole(first, best))) {
            best--;
        }
        return best;
    }

    private int preferredEnd(int first, int end) {
        if (end == units.size() || mustBreakAt(end)) {
            return end;
        }
        int best = preferred(first, end, HIGH_HEADING);
        if (best < 0) {
            best = preferred(first, end, 6);
        }
        if (best < 0) {
            best = end;
            while (best - 1 > first && units.get(best - 1).heading() > 0) {
                best--;
            }
        }
        return best;
    }

    private int furthest(int first) {
        int end = first + 1;
        int sum = estimates[first];
        while (end < units.size() && !mustBreakAt(end) && sum + estimates[end] <= slices.limit()) {
            sum += estimates[end];
            end++;
        }
        while (end > first + 1 && !fits(first, end)) {
            end--;
        }
        while (end < units.size() && !mustBreakAt(end) && fits(first, end + 1)) {
            end++;
        }
        return end;
    }

    /// The last place before a heading of `level` or higher that leaves the chunk half full; -1 if there is none.
    private int preferred(int first, int end, int level) {
        int sum = 0;
        int best = -1;
        for (int i = first; i <= end; i++) {
            boolean heading = i > first && units.get(i).heading() > 0 && units.get(i).heading() <= level;
            if (heading && sum * 2 >= slices.limit() && units.get(i - 1).heading() == 0) {
                best = i;
            }
            sum += estimates[i];
        }
        return best;
    }

    private void mendTinyTails(List<Integer> starts) {
        for (int i = starts.size() - 1; i > 0; i--) {
            int before = starts.get(i - 1);
            int start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : units.size();
            int tiny = Math.min(TINY, slices.limit() / 8);
            if (mustBreakAt(start) || !paths.get(before).equals(paths.get(start)) || size(start, end) >= tiny) {
                continue;
            }
            if (fits(before, end) && isWhole(before, end)) {
                starts.remove(/* index */ i);
            } else if (start - before > 1 && size(before, start - 1) >= tiny * 2
                    && paths.get(start - 1).equals(paths.get(start)) && !mustBreakAt(start - 1)
                    && fits(start - 1, end) && isWhole(start - 1, end) && isWhole(before, start - 1)) {
                starts.set(i, start - 1);
            }
        }
    }

    private int size(int first, int end) {
        return slices.counter().count(text(first, end));
    }
}
