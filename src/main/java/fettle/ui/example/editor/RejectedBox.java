package fettle.ui.example.editor;

import fettle.ui.control.Labels;
import fettle.ui.control.text.MarkdownStyles;
import fettle.ui.control.text.Span;
import fettle.ui.control.text.WordDiff;
import fettle.ui.session.Moment;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The worse answer of a pair, below the conversation: written like any other text, with the words marked in which it
/// differs from the better one, as long as the two are alike.
final class RejectedBox {

    private static final long PAUSE_MILLIS = 250;
    private static final int LONGEST = 20_000;

    private final VBox root = new VBox(10);
    private final EditedRejected rejected;

    RejectedBox(EditedRejected rejected, TextTools tools) {
        this.rejected = rejected;
        root.setId("rejected");
        for (EditedTurn turn : rejected.turns()) {
            root.getChildren().add(card(turn, tools));
        }
    }

    Node root() {
        return root;
    }

    private Node card(EditedTurn turn, TextTools tools) {
        var frame = new TurnFrame("rejected", "Rejected answer");
        frame.mark(Labels.of("the worse of the pair; a chat leaves it out", "t-small", "t-soft"));
        int number = 0;
        for (MessageForm.Piece piece : turn.form().pieces()) {
            switch (piece) {
                case MessageForm.Piece.Words words -> {
                    var text = new TurnText(turn.text(words), MarkdownStyles::of, tools);
                    text.area().setId("rejected-" + turn.form().index() + (number++ == 0 ? "" : "-" + number));
                    text.area().setAccessibleText("Rejected answer");
                    follow(text, tools.moments().of(PAUSE_MILLIS));
                    frame.add(text.root());
                }
                case MessageForm.Piece.Call call -> frame.add(TurnFrame.fixed(new MessageForm.Piece.Fixed(
                        call.name() + " " + call.arguments(), "A call of a tool; it is kept as it is.")));
                case MessageForm.Piece.Fixed fixed -> frame.add(TurnFrame.fixed(fixed));
                case MessageForm.Piece.Answers _ -> {}
            }
        }
        return frame.root();
    }

    private void follow(TurnText text, Moment pause) {
        mark(text);
        text.text().addListener(_ -> pause.restart(() -> mark(text)));
    }

    private void mark(TurnText text) {
        String now = text.text().get();
        boolean cheap = now.length() + rejected.preferred().length() < LONGEST;
        text.mark("differs", cheap ? differing(LineEnds.shown(rejected.preferred()), now) : List.of());
    }

    /// What only the worse answer says; nothing when less than half of it is the same, for then all of it would be.
    static List<Span> differing(String preferred, String now) {
        var spans = new ArrayList<Span>();
        int at = 0;
        int same = 0;
        for (WordDiff.Piece piece : WordDiff.of(preferred, now)) {
            if (piece.kind() == WordDiff.Kind.NEW) {
                spans.add(new Span(at, at + piece.text().length(), "rejected-word"));
            }
            same += piece.kind() == WordDiff.Kind.SAME ? piece.text().length() : 0;
            at += piece.kind() == WordDiff.Kind.GONE ? 0 : piece.text().length();
        }
        return same * 2 >= now.length() ? List.copyOf(spans) : List.of();
    }
}
