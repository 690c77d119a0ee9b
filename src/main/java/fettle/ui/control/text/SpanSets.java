package fettle.ui.control.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Spans laid over each other, as one row of style sets.
final class SpanSets {

    private SpanSets() {}

    /// At most 64 different styles.
    ///
    /// @param length of the text, at least 1
    static StyleSpans<Collection<String>> of(int length, List<Span> spans) {
        var names = new ArrayList<String>();
        long[] masks = new long[length];
        for (Span span : spans) {
            if (!names.contains(span.style())) {
                names.add(span.style());
            }
            long bit = 1L << names.indexOf(span.style());
            for (int at = Math.max(0, span.from()); at < Math.min(length, span.to()); at++) {
                masks[at] |= bit;
            }
        }
        Map<Long, Collection<String>> sets = new HashMap<>();
        var builder = new StyleSpansBuilder<Collection<String>>();
        int from = 0;
        for (int at = 1; at <= length; at++) {
            if (at == length || masks[at] != masks[from]) {
                builder.add(sets.computeIfAbsent(masks[from], mask -> named(mask, names)), at - from);
                from = at;
            }
        }
        return builder.create();
    }

    private static Collection<String> named(long mask, List<String> names) {
        var set = new ArrayList<String>();
        for (int bit = 0; bit < names.size(); bit++) {
            if ((mask & 1L << bit) != 0) {
                set.add(names.get(bit));
            }
        }
        return List.copyOf(set);
    }
}
