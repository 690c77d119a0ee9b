package fettle.ui.example.versions;

import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.Turn;
import fettle.ui.control.text.MarkdownStyles;
import fettle.ui.control.text.Span;
import fettle.ui.control.text.Styling;
import fettle.ui.control.text.WordDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version of an example against the example as it stands: what would go and what would come back.
///
/// @param marks what differs beside the texts, a sentence each
/// @param same whether restoring it would change nothing
record Comparison(Example version, List<TurnChange> turns, List<String> marks, boolean same) {

    /// A turn as one text to read.
    record TurnChange(String role, String text, Styling styling, boolean changed) {}

    /// `now` is empty when the row is not in the project at present.
    static Comparison of(Example version, Optional<Example> now) {
        List<Turn> present = now.map(Example::turns).orElse(List.of());
        List<Turn> then = version.turns();
        var turns = new ArrayList<TurnChange>();
        for (int turn = 0; turn < Math.max(present.size(), then.size()); turn++) {
            String role = turn < then.size() ? then.get(turn).role() : present.get(turn).role();
            turns.add(turn(role, text(present, turn), text(then, turn)));
        }
        List<String> marks = now.map(row -> marks(version, row)).orElse(List.of("It is not in the project now."));
        boolean sameBody = now.map(row -> row.body().equals(version.body())).orElse(false);
        return new Comparison(version, List.copyOf(turns), marks, sameBody && marks.isEmpty());
    }

    private static String text(List<Turn> turns, int turn) {
        return turn < turns.size() ? turns.get(turn).text().replace("\r\n", "\n").replace('\r', '\n') : "";
    }

    private static TurnChange turn(String role, String now, String then) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        for (WordDiff.Piece piece : WordDiff.of(now, then)) {
            int from = text.length();
            text.append(piece.text());
            switch (piece.kind()) {
                case SAME -> {}
                case GONE -> spans.add(new Span(from, text.length(), "diff-gone"));
                case NEW -> spans.add(new Span(from, text.length(), "diff-new"));
            }
        }
        Styling markdown = MarkdownStyles.of(text.toString());
        spans.addAll(markdown.spans());
        return new TurnChange(role, text.toString(), new Styling(List.copyOf(spans), markdown.codeLines()),
                !now.equals(then));
    }

    private static List<String> marks(Example version, Example now) {
        var marks = new ArrayList<String>();
        if (version.status() != now.status()) {
            marks.add("It was " + status(version.status()) + "; now it is " + status(now.status()) + ".");
        }
        if (!version.tags().equals(now.tags())) {
            marks.add("Its tags were " + tags(version.tags()) + "; now they are " + tags(now.tags()) + ".");
        }
        if (version.remarks().rating() != now.remarks().rating()) {
            marks.add("Its rating was " + rating(version.remarks().rating()) + "; now it is "
                    + rating(now.remarks().rating()) + ".");
        }
        if (version.remarks().flagged() != now.remarks().flagged()) {
            marks.add(version.remarks().flagged() ? "It was flagged." : "It was not flagged.");
        }
        if (!version.remarks().note().equals(now.remarks().note())) {
            marks.add(version.remarks().note().isEmpty()
                    ? "It had no note."
                    : "Its note was “" + version.remarks().note() + "”.");
        }
        return List.copyOf(marks);
    }

    private static String status(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "a draft";
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
        };
    }

    private static String tags(List<String> tags) {
        return tags.isEmpty() ? "none" : String.join(", ", tags);
    }

    private static String rating(int rating) {
        return rating == 0 ? "none" : String.valueOf(rating);
    }
}
