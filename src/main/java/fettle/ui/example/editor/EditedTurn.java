package fettle.ui.example.editor;

import fettle.example.JsonText;
import fettle.ui.example.editor.MessageForm.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A turn while it is being edited: the form it was read as, and what its texts are now.
public final class EditedTurn {

    private static final String NAME = "/name";
    private static final String ARGUMENTS = "/arguments";

    private final MessageForm form;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final IntegerProperty tokens = new SimpleIntegerProperty(-1);

    /// @param shown what the area began with
    private record Field(String shown, StringProperty now) {

        boolean edited() {
            return !now.get().equals(shown);
        }
    }

    public EditedTurn(MessageForm form, Runnable edited) {
        this.form = form;
        for (Piece piece : form.pieces()) {
            switch (piece) {
                case Piece.Words words -> add(words.path(), LineEnds.shown(words.text()), edited);
                case Piece.Call call -> {
                    add(call.path() + NAME, call.name(), edited);
                    add(call.path() + ARGUMENTS, JsonText.pretty(call.arguments()), edited);
                }
                case Piece.Answers _,Piece.Fixed _ -> {}
            }
        }
    }

    private void add(String path, String shown, Runnable edited) {
        var now = new SimpleStringProperty(shown);
        now.addListener(_ -> edited.run());
        fields.put(path, new Field(shown, now));
    }

    public MessageForm form() {
        return form;
    }

    /// The texts that can be written, from top to bottom.
    public List<Piece.Words> words() {
        return form.pieces().stream().filter(Piece.Words.class::isInstance).map(Piece.Words.class::cast).toList();
    }

    /// The text of one of [#words] as it stands in its area, with `\n` line ends. What is set here from outside is
    /// shown in the area, where Ctrl+Z takes it back.
    public StringProperty text(Piece.Words words) {
        return now(words.path());
    }

    /// All texts as they stand on the screen: those of [#words], then the arguments of the calls.
    List<StringProperty> texts() {
        var all = new ArrayList<StringProperty>();
        words().forEach(words -> all.add(text(words)));
        form.pieces().forEach(piece -> {
            if (piece instanceof Piece.Call call) {
                all.add(arguments(call));
            }
        });
        return List.copyOf(all);
    }

    /// The name of the function as it is now.
    StringProperty name(Piece.Call call) {
        return now(call.path() + NAME);
    }

    /// The arguments as they are on the screen, which need not be JSON.
    StringProperty arguments(Piece.Call call) {
        return now(call.path() + ARGUMENTS);
    }

    private StringProperty now(String path) {
        Field field = fields.get(path);
        if (field == null) {
            throw new IllegalArgumentException("This turn has no text at " + path + ".");
        }
        return field.now();
    }

    /// Tokens of its contents; -1 while not counted.
    public IntegerProperty tokensProperty() {
        return tokens;
    }

    /// Writes the texts that were changed into `body`; what was not touched stays as it was.
    public void writeInto(ObjectNode body) {
        for (Piece piece : form.pieces()) {
            switch (piece) {
                case Piece.Words words when edited(words.path()) -> BodyEdits.setText(body, form.index(), words.path(),
                        LineEnds.restored(words.text(), text(words).get()));
                case Piece.Call call -> writeInto(body, call);
                case Piece.Words _,Piece.Answers _,Piece.Fixed _ -> {}
            }
        }
    }

    private void writeInto(ObjectNode body, Piece.Call call) {
        if (edited(call.path() + NAME)) {
            BodyEdits.setText(body, form.index(), call.path() + NAME, name(call).get());
        }
        if (edited(call.path() + ARGUMENTS)) {
            String now = JsonText.likeBefore(call.arguments(), arguments(call).get());
            JsonNode node = call.asObject() ? JsonText.read(now).orElse(null) : null;
            if (node != null) {
                BodyEdits.setNode(body, form.index(), call.path() + ARGUMENTS, node);
            } else {
                BodyEdits.setText(body, form.index(), call.path() + ARGUMENTS, now);
            }
        }
    }

    private boolean edited(String path) {
        Field field = fields.get(path);
        return field != null && field.edited();
    }
}
