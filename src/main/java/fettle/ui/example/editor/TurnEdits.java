package fettle.ui.example.editor;

import fettle.example.JsonText;
import fettle.ui.example.editor.MessageForm.Piece;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What can be done with the turns of the open example as blocks. Each is one step of the history; afterwards the caret
/// stands where one goes on writing.
public final class TurnEdits {

    static final List<String> ROLES = List.of("system", "developer", "user", "assistant", "tool");
    /// Writes a whole new text in the place of one, as a step of its own, if that example is still open. `sentence` ends
    /// with "example ".
    public void rewrite(long id, int turn, String path, String text, String sentence) {
        if (id == editor.currentId() && turn < editor.turns().size()) {
            editor.turns().get(turn).words().stream().filter(words -> words.path().equals(path)).findFirst()
                    .ifPresent(words -> editor.change(body -> {
                        BodyEdits.setText(body, turn, path, LineEnds.restored(words.text(), text));
                        return body;
                    }, sentence, new Caret(turn, 0, 0)));
        }
    }

    private static final JsonNode FIRST_TOOL = JsonText.read("""
            [{"type":"function","function":{"name":"look_up","description":"What it does, for the model.",\
            "parameters":{"type":"object","properties":{"query":{"type":"string"}},"required":["query"],\
            "additionalProperties":false}}}]""").orElseThrow();

    private final EditorViewModel editor;

    TurnEdits(EditorViewModel editor) {
        this.editor = editor;
    }

    /// A new turn at this place.
    public void add(int at, String role) {
        change(body -> BodyEdits.withTurn(body, at, role), "Added a turn to", new Caret(at, 0, 0));
    }

    /// A new turn below, of the role that follows.
    public void addBelow(int turn) {
        add(turn + 1, next(role(turn)));
    }

    public void remove(int turn) {
        if (isTurn(turn)) {
            change(body -> BodyEdits.without(body, turn), "Removed a turn from",
                    new Caret(Math.clamp(turn, 0, Math.max(0, editor.turns().size() - 2)), 0, 0));
        }
    }

    /// To another place; out of range does nothing.
    public void move(int turn, int to) {
        if (turn != to && isTurn(turn) && isTurn(to)) {
            change(body -> BodyEdits.moved(body, turn, to), "Moved a turn in", new Caret(to, 0, 0));
        }
    }

    public void duplicate(int turn) {
        if (isTurn(turn)) {
            change(body -> BodyEdits.duplicated(body, turn), "Duplicated a turn of", new Caret(turn + 1, 0, 0));
        }
    }

    /// Cuts a turn in two where the caret stands.
    ///
    /// @param text which of the turn's texts, from 0
    /// @param offset in that text as it is on the screen
    public void split(int turn, int text, int offset) {
        if (isTurn(turn) && text < editor.turns().get(turn).words().size()) {
            EditedTurn edited = editor.turns().get(turn);
            Piece.Words words = edited.words().get(text);
            String now = edited.text(words).get();
            change(body -> TurnJoints.split(body, turn, words.path(), now, Math.clamp(offset, 0, now.length())),
                    "Split a turn of", new Caret(turn + 1, 0, 0));
        }
    }

    /// Joins a turn with the one below.
    public void merge(int turn) {
        if (isTurn(turn) && isTurn(turn + 1)) {
            List<Piece.Words> words = editor.turns().get(turn).words();
            int end = words.isEmpty() ? 0 : editor.turns().get(turn).text(words.getLast()).get().length();
            change(body -> TurnJoints.merged(body, turn), "Merged two turns of",
                    new Caret(turn, Math.max(0, words.size() - 1), end));
        }
    }

    public void setRole(int turn, String role) {
        if (isTurn(turn) && !role(turn).equals(role)) {
            change(body -> BodyEdits.withRole(body, turn, role), "Changed a role in", new Caret(turn, 0, 0));
        }
    }

    /// System, developer, user, assistant, tool, and again.
    public void nextRole(int turn) {
        if (isTurn(turn)) {
            setRole(turn, ROLES.get((ROLES.indexOf(role(turn)) + 1) % ROLES.size()));
        }
    }

    /// Whether a trainer learns an assistant's turn.
    public void setTrained(int turn, boolean trained) {
        if (isTurn(turn) && role(turn).equals("assistant")) {
            change(body -> BodyEdits.withWeight(body, turn, trained),
                    trained ? "Made a turn trained in" : "Made a turn not trained in", new Caret(turn, 0, 0));
        }
    }

    public void switchTrained(int turn) {
        if (isTurn(turn)) {
            setTrained(turn, !editor.turns().get(turn).form().trained());
        }
    }

    /// A call of the first tool, or of one without a name.
    void addCall(int turn) {
        if (isTurn(turn) && role(turn).equals("assistant")) {
            List<String> names = editor.tools().checkProperty().get().names();
            change(body -> BodyEdits.withCall(body, turn, names.isEmpty() ? "" : names.getFirst()),
                    "Added a tool call to", new Caret(turn, Integer.MAX_VALUE, 1));
        }
    }

    void removeCall(int turn, int call) {
        change(body -> BodyEdits.withoutCall(body, turn, call), "Removed a tool call from", new Caret(turn, 0, 0));
    }

    void setCallId(int turn, String id) {
        change(body -> BodyEdits.withCallId(body, turn, id), "Bound a tool result in", new Caret(turn, 0, 0));
    }

    /// A list of one tool to begin with.
    void addTools() {
        change(body -> BodyEdits.withTools(body, FIRST_TOOL.deepCopy()), "Added tools to", new Caret(0, 0, 0));
    }

    private void change(java.util.function.UnaryOperator<ObjectNode> edit, String sentence, Caret caret) {
        editor.change(edit, sentence + " example ", caret);
    }

    private boolean isTurn(int turn) {
        return turn >= 0 && turn < editor.turns().size();
    }

    private String role(int turn) {
        return isTurn(turn) ? editor.turns().get(turn).form().role() : "";
    }

    private static String next(String role) {
        return switch (role) {
            case "user", "tool" -> "assistant";
            default -> "user";
        };
    }
}
