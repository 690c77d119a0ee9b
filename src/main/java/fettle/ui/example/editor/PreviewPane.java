package fettle.ui.example.editor;

import fettle.ui.control.LazyColumn;
import fettle.ui.control.text.MarkdownView;
import fettle.ui.session.Moment;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The turns as they read: Markdown drawn, following what is typed.
final class PreviewPane implements EditorPane {

    static final String ID = "preview";
    private static final long PAUSE_MILLIS = 200;
    private static final double GAP = 10;

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final Moment.Maker moments;
    private List<EditedTurn> shown = List.of();

    PreviewPane(EditorViewModel editor, Moment.Maker moments) {
        this.editor = editor;
        this.moments = moments;
        root.getStyleClass().addAll("turns", "preview");
        root.setId("preview");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Preview";
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void refresh() {
        List<EditedTurn> turns = List.copyOf(editor.turns());
        if (!turns.equals(shown)) {
            shown = turns;
            root.getChildren().setAll(new LazyColumn(turns.size(), turn -> new Drawn(turns.get(turn)).root(),
                    turn -> 60 + Math.min(2000, length(turns.get(turn)) / 3.5), GAP, _ -> {}));
        }
    }

    private static double length(EditedTurn turn) {
        return turn.texts().stream().mapToInt(text -> text.get().length()).sum();
    }

    /// A turn that is drawn anew a moment after its text changed.
    private final class Drawn {

        private final VBox words = new VBox(8);
        private final TurnFrame frame;
        private final EditedTurn turn;
        private final Moment pause = moments.of(PAUSE_MILLIS);
        private final ChangeListener<String> typed = (_, _, _) -> pause.restart(this::draw);

        Drawn(EditedTurn turn) {
            this.turn = turn;
            this.frame = new TurnFrame(turn.form().role());
            frame.add(words);
            frame.root().getProperties().put("drawn", this); // lives as long as what it draws
            turn.texts().forEach(text -> text.addListener(new WeakChangeListener<>(typed)));
            draw();
        }

        Node root() {
            return frame.root();
        }

        private void draw() {
            words.getChildren().clear();
            for (MessageForm.Piece piece : turn.form().pieces()) {
                switch (piece) {
                    case MessageForm.Piece.Words each ->
                        words.getChildren().add(MarkdownView.of(turn.text(each).get()));
                    case MessageForm.Piece.Call call -> words.getChildren().add(MarkdownView
                            .of("`" + turn.name(call).get() + "`\n```json\n" + text(turn.arguments(call)) + "\n```"));
                    case MessageForm.Piece.Answers _ -> {}
                    case MessageForm.Piece.Fixed fixed -> words.getChildren().add(TurnFrame.fixed(fixed));
                }
            }
        }

        private static String text(StringProperty text) {
            return text.get().replace("```", "'''");
        }
    }
}
