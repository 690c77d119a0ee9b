package fettle.ui.example.bulk;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.Turn;
import fettle.example.bulk.LookAhead.Changed;
import fettle.ui.control.text.WordDiff;
import fettle.ui.control.text.WordDiff.Kind;
import fettle.ui.control.text.WordDiff.Piece;
import fettle.ui.example.editor.ExampleWords;
import java.util.ArrayList;
import java.util.List;

/// A row that would change, as the preview shows it.
///
/// @param title its number and where it came from
/// @param texts the turns that differ, each as pieces to read; long parts that stay are shortened
record PreviewRow(long id, String title, List<Text> texts) {

    /// Signs of an unchanged part that stay on each side of a change.
    private static final int CONTEXT = 56;
    private static final int MOST_PIECES = 80;

    /// One turn, or one thing said of the row.
    ///
    /// @param role of the turn; empty for what is said of the row
    record Text(String role, List<Piece> pieces) {}

    /// What a change looks like. Compares texts word by word: to be called away from the screen.
    static PreviewRow of(Changed changed) {
        Example before = changed.before();
        var texts = new ArrayList<Text>();
        changed.result().changes().forEach(change -> add(texts, before, change));
        String source = before.origin().source();
        return new PreviewRow(before.id(), ExampleWords.number(before.id()) + (source.isEmpty() ? "" : " · " + source),
                List.copyOf(texts));
    }

    private static void add(List<Text> texts, Example before, Change change) {
        switch (change) {
            case Change.SetBody(_, var body) -> bodies(texts, before, Turn.of(body));
            case Change.SetStatus(_, ExampleStatus status) -> said(texts, ExampleWords.status(before.status()),
                    ExampleWords.status(status), before);
            case Change.SetTags(_, var tags) -> said(texts, String.join(", ", before.tags()), String.join(", ", tags),
                    before);
            default -> said(texts, "", "", before);
        }
    }

    private static void said(List<Text> texts, String old, String fresh, Example example) {
        texts.add(new Text("", List.of(new Piece(Kind.GONE, old), new Piece(Kind.NEW, fresh), new Piece(Kind.SAME,
                "   " + cut(example.turns().stream().filter(turn -> turn.role().equals("user")).map(Turn::text)
                        .findFirst().orElse(""), 2 * CONTEXT, false)))));
    }

    private static void bodies(List<Text> texts, Example before, List<Turn> after) {
        List<Turn> old = before.turns();
        int same = 0; // turns that went or came at the beginning shift the others
        while (old.size() != after.size() && same < Math.min(old.size(), after.size())
                && old.get(old.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        int rows = Math.max(old.size(), after.size()) - same;
        for (int turn = 0; turn < rows; turn++) {
            Turn was = turn < old.size() - same ? old.get(turn) : new Turn("", "", false);
            Turn now = turn < after.size() - same ? after.get(turn) : new Turn("", "", false);
            if (!was.equals(now)) {
                texts.add(new Text(now.role().isEmpty() ? was.role() : now.role(), pieces(was, now)));
            }
        }
        if (texts.isEmpty()) {
            texts.add(new Text("", List.of(new Piece(Kind.NEW, "another field of the row"))));
        }
    }

    private static List<Piece> pieces(Turn was, Turn now) {
        var pieces = new ArrayList<Piece>();
        if (!was.role().equals(now.role()) && !was.role().isEmpty() && !now.role().isEmpty()) {
            pieces.add(new Piece(Kind.GONE, was.role()));
            pieces.add(new Piece(Kind.NEW, now.role()));
            pieces.add(new Piece(Kind.SAME, "  "));
        }
        if (was.trained() != now.trained() && was.text().equals(now.text())) {
            pieces.add(new Piece(Kind.NEW, now.trained() ? "trained" : "not trained"));
            pieces.add(new Piece(Kind.SAME, "  "));
        }
        List<Piece> diff = WordDiff.of(was.text(), now.text());
        for (int at = 0; at < diff.size() && pieces.size() < MOST_PIECES; at++) {
            Piece piece = diff.get(at);
            pieces.add(piece.kind() == Kind.SAME
                    ? new Piece(Kind.SAME, around(piece.text(), at == 0, at == diff.size() - 1))
                    : new Piece(piece.kind(), cut(signs(piece.text()), 8 * CONTEXT, false)));
        }
        if (diff.size() > MOST_PIECES) {
            pieces.add(new Piece(Kind.SAME, " … and more"));
        }
        return List.copyOf(pieces);
    }

    /// Both ends of a part that stays, or one of them at the ends of the text.
    private static String around(String text, boolean first, boolean last) {
        String line = text.replace('\n', ' ');
        if (first && last) {
            return cut(line, 2 * CONTEXT, false);
        }
        if (first || last) {
            return cut(line, CONTEXT, first);
        }
        return line.length() <= 2 * CONTEXT
                ? line
                : cut(line, CONTEXT, false) + " " + cut(line, CONTEXT, true).substring(1);
    }

    private static String cut(String text, int length, boolean fromEnd) {
        if (text.length() <= length) {
            return text;
        }
        return fromEnd ? "…" + text.substring(text.length() - length) : text.substring(0, length) + "…";
    }

    /// Changed signs that nobody sees, made visible.
    private static String signs(String text) {
        String shown = text.replace("\r", "␍").replace("\n", "↵").replace("\t", "⇥").replace("\u00A0", "⍽")
                .replace("\u200B", "∅").replace("\uFEFF", "∅").replace("\u00AD", "∅").replace("\u2060", "∅")
                .replace("\u3000", "⍽").replaceAll("[\\u2000-\\u200A\\u202F\\u205F]", "⍽");
        return shown.isBlank() ? shown.replace(' ', '·') : shown;
    }
}
