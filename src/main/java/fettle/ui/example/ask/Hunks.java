package fettle.ui.example.ask;

import fettle.ui.control.text.Span;
import fettle.ui.control.text.Styling;
import fettle.ui.control.text.WordDiff;
import fettle.ui.control.text.WordDiff.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The changes that a suggestion makes to a text, each of which can be taken or left. Immutable.
///
/// @param parts in reading order
/// @param left the changes that are not taken, by their number from 0
record Hunks(List<Part> parts, BitSet left) {

    /// A stretch of the text.
    ///
    /// @param hunk the number of the change, or -1 for words that stay
    /// @param before the present words
    /// @param after the suggested words
    record Part(int hunk, String before, String after) {}

    /// A change in the drawn text.
    record Drawn(String text, Styling styling, List<Place> places) {}

    /// Where a change stands in the drawn text.
    record Place(int hunk, int from, int to) {}

    Hunks {
        left = (BitSet) left.clone();
    }

    @Override
    public BitSet left() {
        return (BitSet) left.clone();
    }

    /// All changes taken.
    static Hunks of(String before, String after) {
        var parts = new ArrayList<Part>();
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        int hunks = 0;
        for (Piece piece : WordDiff.of(before, after)) {
            switch (piece.kind()) {
                case GONE -> gone.append(piece.text());
                case NEW -> fresh.append(piece.text());
                case SAME -> {
                    if (!gone.isEmpty() || !fresh.isEmpty()) {
                        parts.add(new Part(hunks++, gone.toString(), fresh.toString()));
                        gone.setLength(0);
                        fresh.setLength(0);
                    }
                    parts.add(new Part(-1, piece.text(), piece.text()));
                }
            }
        }
        if (!gone.isEmpty() || !fresh.isEmpty()) {
            parts.add(new Part(hunks, gone.toString(), fresh.toString()));
        }
        return new Hunks(List.copyOf(parts), new BitSet());
    }

    /// How many changes there are.
    int count() {
        return (int) parts.stream().filter(part -> part.hunk() >= 0).count();
    }

    int taken() {
        return count() - left.cardinality();
    }

    boolean takes(int hunk) {
        return !left.get(hunk);
    }

    Hunks with(int hunk, boolean take) {
        BitSet now = left();
        now.set(hunk, !take);
        return new Hunks(parts, now);
    }

    /// The text that comes of it.
    String result() {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.hunk() < 0 || takes(part.hunk()) ? part.after() : part.before()));
        return text.toString();
    }

    /// Both sides of each change as one text; `current` is the change that keys act on, or -1.
    Drawn draw(int current) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        var places = new ArrayList<Place>();
        for (Part part : parts) {
            int from = text.length();
            if (part.hunk() < 0) {
                text.append(part.after());
                continue;
            }
            boolean takes = takes(part.hunk());
            append(text, spans, part.before(), takes ? "diff-gone" : "hunk-kept");
            append(text, spans, part.after(), takes ? "diff-new" : "hunk-left");
            places.add(new Place(part.hunk(), from, text.length()));
            if (part.hunk() == current) {
                spans.add(new Span(from, text.length(), "hunk-current"));
            }
        }
        return new Drawn(text.toString(), new Styling(List.copyOf(spans), new BitSet()), List.copyOf(places));
    }

    private static void append(StringBuilder text, List<Span> spans, String words, String style) {
        if (!words.isEmpty()) {
            spans.add(new Span(text.length(), text.length() + words.length(), style));
            text.append(words);
        }
    }
}
