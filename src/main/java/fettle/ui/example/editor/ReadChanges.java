package fettle.ui.example.editor;

import fettle.example.Turn;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.control.text.MarkdownStyles;
import fettle.ui.control.text.Span;
import fettle.ui.control.text.Styling;
import fettle.ui.control.text.WordDiff;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What was changed between the generated row and the one as it stands, turn by turn.
record ReadChanges(ObjectNode generated, ObjectNode now) implements Work<List<ReadChanges.TurnChange>> {

    /// A turn with what is gone and what came, as one text.
    ///
    /// @param changed whether the turn differs
    record TurnChange(String role, String text, Styling styling, boolean changed) {}

    @Override
    public List<TurnChange> run(Progress progress) throws InterruptedException {
        List<Turn> before = Turn.of(generated);
        List<Turn> after = Turn.of(now);
        var changes = new ArrayList<TurnChange>();
        for (int turn = 0; turn < Math.max(before.size(), after.size()); turn++) {
            progress.stopIfCancelled();
            String old = turn < before.size() ? LineEnds.shown(before.get(turn).text()) : "";
            String fresh = turn < after.size() ? LineEnds.shown(after.get(turn).text()) : "";
            String role = turn < after.size() ? after.get(turn).role() : before.get(turn).role();
            changes.add(change(role, old, fresh));
        }
        return List.copyOf(changes);
    }

    private static TurnChange change(String role, String old, String fresh) {
        var text = new StringBuilder();
        var marks = new ArrayList<Span>();
        for (WordDiff.Piece piece : WordDiff.of(old, fresh)) {
            int from = text.length();
            text.append(piece.text());
            switch (piece.kind()) {
                case SAME -> {}
                case GONE -> marks.add(new Span(from, text.length(), "diff-gone"));
                case NEW -> marks.add(new Span(from, text.length(), "diff-new"));
            }
        }
        Styling markdown = MarkdownStyles.of(text.toString());
        marks.addAll(markdown.spans());
        return new TurnChange(role, text.toString(), new Styling(List.copyOf(marks), markdown.codeLines()),
                !old.equals(fresh));
    }
}
