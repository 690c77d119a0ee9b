package fettle.ui.example.table;

import fettle.example.SearchText;
import fettle.example.SearchText.Hit;
import java.util.ArrayList;
import java.util.List;

/// A text on one line, cut so that the first hit of a search is seen.
///
/// @param text at most some hundred characters; "… " in front of it stands for what was cut
/// @param hits places in it, in order, apart from each other
public record Snippet(String text, List<Hit> hits) {

    private static final int MOST = 240;
    private static final int LEAD = 28;
    private static final String MARK = "… ";
    /// Texts are looked through no further than this: one line never shows more.
    private static final int FAR = 200_000;

    public static final Snippet NONE = new Snippet("", List.of());

    public Snippet {
        hits = List.copyOf(hits);
    }

    /// A text with the hits of a search in it.
    static Snippet of(String full, SearchText search) {
        String line = oneLine(full.length() > FAR ? full.substring(0, FAR) : full);
        List<Hit> found = search.isEmpty() ? List.of() : search.hits(line);
        int start = found.isEmpty() ? 0 : start(line, found.getFirst().start(), LEAD);
        String lead = start == 0 ? "" : MARK;
        String cut = lead + line.substring(start, Math.min(line.length(), start + MOST));
        var hits = new ArrayList<Hit>();
        for (Hit hit : found) {
            int from = hit.start() - start + lead.length();
            int to = Math.min(hit.end() - start + lead.length(), cut.length());
            if (from < to) {
                hits.add(new Hit(from, to));
            }
        }
        return new Snippet(cut, hits);
    }

    /// The same with words in front, such as the role of the turn.
    Snippet after(String words) {
        return new Snippet(words + text,
                hits.stream().map(hit -> new Hit(hit.start() + words.length(), hit.end() + words.length())).toList());
    }

    /// The same, with at most about so many characters before the first hit.
    Snippet lead(int most) {
        if (hits.isEmpty() || hits.getFirst().start() <= Math.max(4, most)) {
            return this;
        }
        int cut = start(text, hits.getFirst().start(), Math.max(4, most));
        int moved = cut - MARK.length();
        return new Snippet(MARK + text.substring(cut),
                hits.stream().map(hit -> new Hit(hit.start() - moved, hit.end() - moved)).toList());
    }

    boolean hasHits() {
        return !hits.isEmpty();
    }

    /// Where a cut begins: a few words before the hit, never inside a letter of two units.
    private static int start(String line, int hit, int lead) {
        if (hit <= lead) {
            return 0;
        }
        int start = hit - lead;
        int blank = line.indexOf(' ', start);
        start = blank >= 0 && blank < hit ? blank + 1 : lead < LEAD ? hit : start;
        return start < line.length() && Character.isLowSurrogate(line.charAt(start)) ? start + 1 : start;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
