package fettle.ui.example.supervision;

import fettle.tuning.supervision.Supervision;
import fettle.tuning.supervision.Supervision.Kind;
import fettle.tuning.supervision.Supervision.Stretch;
import fettle.ui.control.text.Span;
import fettle.ui.control.text.Styling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A page of a row's tokens as a text to look at: line ends of the template are made visible, kinds and borders become
/// styles.
final class SupervisionText {

    private final Supervision row;
    private final int first;
    private final int[] ends;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    /// The tokens from `first` on, `most` at most.
    SupervisionText(Supervision row, int first, int most, boolean borders) {
        this.row = row;
        this.first = first;
        int last = Math.min(row.row().length(), first + most);
        this.ends = new int[Math.max(0, last - first)];
        for (Stretch stretch : row.stretches()) {
            int from = Math.max(first, stretch.fromToken());
            int to = Math.min(last, stretch.toToken());
            if (from < to) {
                draw(stretch, from, to, borders);
            }
        }
    }

    String text() {
        return text.toString();
    }

    Styling styling() {
        return new Styling(List.copyOf(spans), new BitSet());
    }

    /// The token at an offset of the text; -1 for none.
    int tokenAt(int offset) {
        if (offset < 0 || offset >= text.length()) {
            return -1;
        }
        int at = Arrays.binarySearch(ends, offset);
        int next = at >= 0 ? at + 1 : -at - 1;
        while (next < ends.length && ends[next] <= offset) {
            next++;
        }
        return next < ends.length ? first + next : -1;
    }

    /// The stretch that a token lies in.
    Stretch stretchOf(int token) {
        int low = 0;
        int high = row.stretches().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row.stretches().get(middle).toToken() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return row.stretches().get(low);
    }

    private void draw(Stretch stretch, int from, int to, boolean borders) {
        int begin = text.length();
        for (int token = from; token < to; token++) {
            int start = text.length();
            String words = row.text().substring(token == 0 ? 0 : row.end(token - 1), row.end(token));
            boolean shows = stretch.turn() < 0 || stretch.kind() == Kind.TEMPLATE;
            text.append(shows ? words.replace("\n", "↵\n") : words);
            ends[token - first] = text.length();
            if (borders && token % 2 == 1) {
                spans.add(new Span(start, text.length(), "token-odd"));
            }
        }
        spans.add(new Span(begin, text.length(), style(stretch.kind())));
        if (stretch.wouldTrain()) {
            spans.add(new Span(begin, text.length(), "would-train"));
        }
    }

    /// The class of fettle.css.
    static String style(Kind kind) {
        return "sup-" + kind.name().toLowerCase(Locale.ROOT);
    }
}
