package fettle.ui.example.editor;

import fettle.ui.example.editor.MessageForm.Piece;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tools.jackson.databind.node.ObjectNode;

/// A turn while it is being edited: the form it was read as, and what its texts are now.
public final class EditedTurn {

    private final MessageForm form;
    private final List<StringProperty> texts = new ArrayList<>();
    private final IntegerProperty tokens = new SimpleIntegerProperty(-1);

    public EditedTurn(MessageForm form, Runnable edited) {
        this.form = form;
        for (Piece.Words words : words()) {
            var text = new SimpleStringProperty(LineEnds.shown(words.text()));
            text.addListener(_ -> edited.run());
            texts.add(text);
        }
    }

    public MessageForm form() {
        return form;
    }

    /// The pieces that can be written, from top to bottom.
    public List<Piece.Words> words() {
        return form.pieces().stream().filter(Piece.Words.class::isInstance).map(Piece.Words.class::cast).toList();
    }

    /// The text of one of [#words] as it stands in its area, with `\n` line ends. What is set here from outside is
    /// shown in the area, where Ctrl+Z takes it back.
    public StringProperty text(Piece.Words words) {
        return texts.get(words().indexOf(words));
    }

    /// Tokens of its contents; -1 while not counted.
    public IntegerProperty tokensProperty() {
        return tokens;
    }

    /// Writes the texts that were changed into `body`.
    public void writeInto(ObjectNode body) {
        for (Piece.Words words : words()) {
            String now = LineEnds.restored(words.text(), text(words).get());
            if (!now.equals(words.text())) {
                BodyEdits.setText(body, form.index(), words.path(), now);
            }
        }
    }
}
