package fettle.ui.example.editor;

import fettle.example.Example;
import fettle.example.Remarks;
import fettle.ui.session.Command;
import fettle.ui.session.Commands;
import fettle.ui.session.Place;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the turn that has the focus, so that keys, palette and key sheet know it.
public final class EditorCommands {

    private final EditorViewModel editor;
    private final TurnsPane turns;
    private final Commands commands;
    private final BooleanBinding inTurn;
    private final BooleanBinding writing;

    public EditorCommands(EditorViewModel editor, TurnsPane turns) {
        this.editor = editor;
        this.turns = turns;
        this.commands = editor.session().commands();
        this.inTurn = Bindings.createBooleanBinding(() -> turns.currentTurn().get() >= 0, turns.currentTurn());
        this.writing = inTurn.and(editor.session().writable());
    }

    /// Adds them. Those of turns can be done while a turn has the focus; what is said of the row as a whole, while
    /// `listed` and an example is open.
    public void add(EditorView view, ObservableBooleanValue listed) {
        addTurns();
        addTexts(view);
        addRemarks(view, listed);
    }

    private void addTurns() {
        TurnEdits edits = editor.edits();
        commands.add(
                reading("turn-previous", "Turn: to the one before", Feather.CHEVRON_UP, "Alt+Up", turn -> go(turn - 1)),
                reading("turn-next", "Turn: to the next", Feather.CHEVRON_DOWN, "Alt+Down", turn -> go(turn + 1)),
                writing("turn-add", "Turn: add one below", Feather.PLUS, "Shortcut+Enter", edits::addBelow),
                writing("turn-split", "Turn: split at the caret", Feather.SCISSORS, "Shift+Shortcut+Enter",
                        _ -> split()),
                writing("turn-merge", "Turn: merge with the next", Feather.LINK, "Shift+Shortcut+M", edits::merge),
                writing("turn-duplicate", "Turn: duplicate", Feather.COPY, "Shift+Shortcut+D", edits::duplicate),
                writing("turn-remove", "Turn: remove", Feather.TRASH_2, "Shift+Shortcut+Backspace", edits::remove),
                writing("turn-up", "Turn: move up", Feather.ARROW_UP, "Shift+Alt+Up",
                        turn -> edits.move(turn, turn - 1)),
                writing("turn-down", "Turn: move down", Feather.ARROW_DOWN, "Shift+Alt+Down",
                        turn -> edits.move(turn, turn + 1)),
                writing("turn-role", "Turn: next role", Feather.USER, "Shift+Shortcut+R", edits::nextRole),
                writing("turn-weight", "Turn: trained or not", Feather.TARGET, "Shift+Shortcut+T",
                        edits::switchTrained),
                writing("turn-call", "Turn: add a tool call", Feather.TOOL, "Shift+Shortcut+J", edits::addCall));
    }

    private void addTexts(EditorView view) {
        commands.add(reading("text-find", "Text: find in this example", Feather.SEARCH, "Shortcut+F",
                _ -> view.find(false)),
                reading("text-replace", "Text: find and replace in this example", Feather.EDIT_3, "Shift+Shortcut+F",
                        _ -> view.find(true)));
    }

    private void addRemarks(EditorView view, ObservableBooleanValue listed) {
        BooleanBinding open = Bindings.createBooleanBinding(
                () -> listed.get() && editor.stateProperty().get() instanceof EditorState.Open, editor.stateProperty(),
                listed);
        BooleanBinding marking = open.and(editor.session().writable());
        commands.add(Command.of("example-preview", "Preview the example", Feather.EYE, view::togglePreview).keys("P")
                .in(Place.EXAMPLES).within("List").when(open),
                Command.of("example-flag", "Flag the example, or take the flag off", Feather.FLAG,
                        () -> marked(example -> editor.marks().setFlag(example.id(), !example.remarks().flagged())))
                        .keys("F").in(Place.EXAMPLES).within("List").when(marking),
                Command.of("example-note", "Write a note on the example", Feather.EDIT_3, view::editNote).keys("N")
                        .in(Place.EXAMPLES).within("List").when(marking));
        for (int rating = 0; rating <= Remarks.BEST; rating++) {
            int value = rating;
            commands.add(Command.of("example-rate-" + rating, rating == 0
                    ? "Take the rating off the example"
                    : "Rate the example " + rating + " of 5", Feather.STAR,
                    () -> marked(example -> editor.marks().setRating(example.id(), value))).keys("" + rating)
                    .in(Place.EXAMPLES).within("List").when(marking));
        }
    }

    private void marked(Consumer<Example> mark) {
        if (editor.stateProperty().get() instanceof EditorState.Open(var example)) {
            mark.accept(example);
        }
    }

    private void go(int turn) {
        turns.show(new Caret(turn, 0, 0));
    }

    private void split() {
        turns.caret().ifPresent(caret -> editor.edits().split(caret.turn(), caret.text(), caret.offset()));
    }

    private Command reading(String id, String title, Feather icon, String keys, IntConsumer act) {
        return Command.of(id, title, icon, () -> act.accept(turns.currentTurn().get())).keys(keys).in(Place.EXAMPLES)
                .when(inTurn);
    }

    private Command writing(String id, String title, Feather icon, String keys, IntConsumer act) {
        return reading(id, title, icon, keys, act).when(writing);
    }
}
