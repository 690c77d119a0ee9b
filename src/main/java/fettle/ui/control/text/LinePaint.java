package fettle.ui.control.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The styles of a long text, sorted by its lines, so that a line can be painted when it comes into sight.
final class LinePaint {

    /// A span over more lines than this is looked at for each line instead of being listed with it.
    private static final int MANY_LINES = 60;

    private final int[] starts;
    private final int length;
    private final Map<Integer, List<Span>> ofLine = new HashMap<>();
    private final List<Span> ofMany = new ArrayList<>();
    private final BitSet painted = new BitSet();

    LinePaint(String text, List<Span> spans) {
        length = text.length();
        starts = starts(text);
        for (Span span : spans) {
            int first = line(span.from());
            int last = line(Math.max(span.from(), span.to() - 1));
            if (last - first > MANY_LINES) {
                ofMany.add(span);
            } else {
                for (int line = first; line <= last; line++) {
                    ofLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(span);
                }
            }
        }
    }

    /// The spans of a line that was not painted yet, counted from its start; null when it was, or is none.
    @org.jspecify.annotations.Nullable
    List<Span> take(int line) {
        if (line >= starts.length || painted.get(line)) {
            return null;
        }
        painted.set(line);
        int from = starts[line];
        int to = line + 1 < starts.length ? starts[line + 1] - 1 : length;
        var spans = new ArrayList<Span>();
        for (Span span : ofMany) {
            if (span.from() < to && span.to() > from) {
                spans.add(new Span(span.from() - from, span.to() - from, span.style()));
            }
        }
        for (Span span : ofLine.getOrDefault(line, List.of())) {
            spans.add(new Span(span.from() - from, span.to() - from, span.style()));
        }
        return spans;
    }

    int lengthOf(int line) {
        return (line + 1 < starts.length ? starts[line + 1] - 1 : length) - starts[line];
    }

    private int line(int offset) {
        int at = java.util.Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }

    private static int[] starts(String text) {
        var starts = java.util.stream.IntStream.builder().add(0);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return starts.build().toArray();
    }
}
