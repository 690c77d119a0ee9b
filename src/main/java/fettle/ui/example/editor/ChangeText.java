package fettle.ui.example.editor;

import fettle.ui.control.text.MarkdownStyles;
import fettle.ui.control.text.Span;
import fettle.ui.control.text.Styling;
import fettle.ui.control.text.WordDiff;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A changed turn as one text to read; long stretches that stayed are folded.
final class ChangeText {

    /// Shorter stretches are shown whole.
    private static final int LONG = 700;
    /// What is shown at each end of a folded one.
    private static final int ENDS = 220;

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /// Where a hunk stands in this text.
    private record Place(int from, int to, TurnChange.Hunk hunk) {}

    ChangeText(TurnChange change, boolean folds) {
        List<TurnChange.Hunk> hunks = change.hunks();
        int next = 0;
        for (int piece = 0; piece < change.pieces().size(); piece++) {
            WordDiff.Piece each = change.pieces().get(piece);
            int from = text.length();
            if (each.kind() == WordDiff.Kind.SAME) {
                add(each.text(), folds, piece == 0, piece == change.pieces().size() - 1);
                continue;
            }
            text.append(each.text());
            spans.add(new Span(from, text.length(), each.kind() == WordDiff.Kind.GONE ? "diff-gone" : "diff-new"));
            if (next < hunks.size() && hunks.get(next).piece() == piece) {
                places.add(new Place(from, text.length(), hunks.get(next++)));
            } else if (!places.isEmpty()) {
                Place last = places.removeLast();
                places.add(new Place(last.from(), text.length(), last.hunk()));
            }
        }
    }

    String text() {
        return text.toString();
    }

    Styling styling() {
        Styling markdown = MarkdownStyles.of(text());
        var all = new ArrayList<>(spans);
        all.addAll(markdown.spans());
        return new Styling(List.copyOf(all), markdown.codeLines());
    }

    /// The hunk at an offset of this text; empty between them.
    Optional<TurnChange.Hunk> hunkAt(int offset) {
        return places.stream().filter(place -> offset >= place.from() && offset <= place.to()).map(Place::hunk)
                .findFirst();
    }

    /// Whether the place at an offset is where something is folded.
    boolean isFold(int offset) {
        return spans.stream().anyMatch(
                span -> span.style().equals("diff-fold") && offset >= span.from() && offset <= span.to());
    }

    private void add(String same, boolean folds, boolean first, boolean last) {
        if (!folds || same.length() <= LONG) {
            text.append(same);
            return;
        }
        int head = first ? 0 : wordEnd(same, ENDS);
        int tail = last && !first ? same.length() : wordEnd(same, same.length() - ENDS);
        if (first && last) {
            head = wordEnd(same, ENDS);
            tail = same.length();
        }
        String folded = same.substring(head, tail);
        text.append(same, 0, head).append(head == 0 ? "" : "\n");
        int from = text.length();
        text.append("⋯ ").append(Words.count(folded.strip().split("\\s+", -1).length, "word", "words"))
                .append(" unchanged, show them");
        spans.add(new Span(from, text.length(), "diff-fold"));
        text.append(tail == same.length() ? "" : "\n").append(same, tail, same.length());
    }

    private static int wordEnd(String text, int near) {
        int at = text.indexOf(' ', near);
        return at < 0 || at > near + 60 ? near + (Character.isLowSurrogate(text.charAt(near)) ? 1 : 0) : at + 1;
    }
}
