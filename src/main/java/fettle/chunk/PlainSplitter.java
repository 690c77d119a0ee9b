package fettle.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits text without structure at its strongest breaks: the longest run of newlines, then of tabs, then of white space
/// (after the end of a sentence, of a clause …), then punctuation, then anywhere. Neighbours that fit together stay
/// together.
final class PlainSplitter {

    /// Ends of sentences, of clauses, and what joins words; the strongest first.
    private static final List<String> PUNCTUATION = List.of(".?!。！？", ";,()[]“”‘’'\"`，、；「」", ":：", "—…", "/\\–&-");

    private final Slices slices;
    private final int limit;

    /// `limit` in tokens, not above that of `slices`.
    PlainSplitter(Slices slices, int limit) {
        this.slices = slices;
        this.limit = limit;
    }

    /// Slices that each fit, in order; together they cover all but white space.
    List<Span> split(int from, int to) {
        var parts = new ArrayList<Span>();
        split(from, to, parts);
        return parts;
    }

    private void split(int from, int to, List<Span> out) {
        int end = slices.trimmedEnd(from, to);
        if (end == from) {
            return;
        }
        if (slices.fits(from, end, limit)) {
            out.add(new Span(from, end));
            return;
        }
        List<Integer> breaks = breaks(from, end);
        if (breaks.isEmpty()) {
            anywhere(from, end, out);
            return;
        }
        breaks.add(end);
        int begin = from;
        int next = 0;
        while (next < breaks.size()) {
            int start = begin;
            int last = Gallop.last(next, breaks.size(), i -> slices.fits(start, breaks.get(i), limit));
            if (last < next) {
                split(start, breaks.get(next), out);
                last = next;
            } else if (slices.trimmedEnd(start, breaks.get(last)) > start) {
                out.add(new Span(start, breaks.get(last)));
            }
            begin = breaks.get(last);
            next = last + 1;
        }
    }

    private void anywhere(int from, int to, List<Span> out) {
        for (int start = from; start < to;) {
            int end = slices.furthest(start, to, limit);
            out.add(new Span(start, end));
            start = end;
        }
    }

    /// Where the strongest kind of break lies: the places after it, within the slice. Empty when there is none.
    private List<Integer> breaks(int from, int to) {
        for (String run : List.of("\\n+", "\\t+", "\\s+")) {
            List<Span> runs = longest(run, from, to);
            if (runs.isEmpty()) {
                continue;
            }
            boolean single = runs.getFirst().end() - runs.getFirst().start() == 1;
            return run.equals("\\s+") && single ? afterPunctuation(runs) : ends(runs);
        }
        for (String tier : PUNCTUATION) {
            List<Integer> breaks = new ArrayList<>();
            for (int i = from; i + 1 < to; i++) {
                if (tier.indexOf(slices.text().charAt(i)) >= 0) {
                    breaks.add(i + 1);
                }
            }
            if (!breaks.isEmpty()) {
                return breaks;
            }
        }
        return new ArrayList<>();
    }

    private List<Span> longest(String run, int from, int to) {
        var found = new ArrayList<Span>();
        int length = 0;
        Matcher matcher = Pattern.compile(run).matcher(slices.text()).region(from, to);
        while (matcher.find()) {
            int size = matcher.end() - matcher.start();
            if (matcher.start() == from || matcher.end() == to || size < length) {
                continue;
            }
            if (size > length) {
                found.clear();
                length = size;
            }
            found.add(new Span(matcher.start(), matcher.end()));
        }
        return found;
    }

    private List<Integer> afterPunctuation(List<Span> spaces) {
        for (String tier : PUNCTUATION) {
            var after = spaces.stream()
                    .filter(space -> tier.indexOf(slices.text().charAt(space.start() - 1)) >= 0).toList();
            if (!after.isEmpty()) {
                return ends(after);
            }
        }
        return ends(spaces);
    }

    private static List<Integer> ends(List<Span> spans) {
        return new ArrayList<>(spans.stream().map(Span::end).toList());
    }
}
