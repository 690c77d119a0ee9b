package fettle.ui.example.ask;

import fettle.example.Example;
import fettle.ui.control.Buttons;
import fettle.ui.control.Overlay;
import fettle.ui.example.editor.EditedTurn;
import fettle.ui.example.editor.EditorState;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.MessageForm.Piece;
import fettle.ui.example.editor.Selected;
import fettle.ui.session.Command;
import fettle.ui.session.Moment;
import fettle.ui.session.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// The way to ask a model about the open example: a button under the turns, and a command.
public final class AskAction {

    private static final String ANSWER = "assistant";

    private final EditorViewModel editor;
    private final Supplier<Optional<Selected>> selected;
    private final AskDesk desk;
    private final Overlay overlay;
    private final Moment.Maker moments;
    private final BooleanBinding possible;

    /// `selected` tells which words are selected in the editor.
    public AskAction(EditorViewModel editor, Supplier<Optional<Selected>> selected, AskDesk desk, Overlay overlay,
            Moment.Maker moments) {
        this.editor = editor;
        this.selected = selected;
        this.desk = desk;
        this.overlay = overlay;
        this.moments = moments;
        this.possible = Bindings.createBooleanBinding(
                () -> editor.stateProperty().get() instanceof EditorState.Open && !targets().isEmpty(),
                editor.stateProperty(), editor.turns()).and(editor.session().writable());
    }

    /// The button.
    public Node button() {
        Button button = Buttons
                .small(Buttons.secondary("ask-model", "Ask a model…", Feather.MESSAGE_CIRCLE, this::show));
        button.disableProperty().bind(possible.not());
        return button;
    }

    /// The command of the palette.
    public Command command() {
        return Command.of("example-ask", "Ask a model to rewrite a text…", Feather.MESSAGE_CIRCLE, this::show)
                .keys("M").in(Place.EXAMPLES).when(possible);
    }

    void show() {
        if (!(editor.stateProperty().get() instanceof EditorState.Open(Example example)) || !possible.get()) {
            return;
        }
        editor.save();
        var now = new Example(example.id(), editor.body(), example.status(), example.tags(), example.generated(),
                example.origin(), example.remarks());
        var subject = new AskViewModel.Subject(now, targets(),
                (target, text, model) -> editor.edits().rewrite(example.id(),
                        target.turn(), target.path(), text, "Accepted a suggestion of " + model + " in example "));
        AskView.show(new AskViewModel(editor.session(), desk, subject, moments), overlay);
    }

    /// The selection, then the answers from the last one up, then all other texts.
    private List<Target> targets() {
        var targets = new ArrayList<Target>();
        selected.get().ifPresent(words -> {
            EditedTurn turn = editor.turns().get(words.turn());
            String whole = turn.text(words.text()).get();
            if (words.to() <= whole.length()) {
                targets.add(new Target(words.turn(), turn.form().role(), words.text().path(), whole, words.from(),
                        words.to()));
            }
        });
        for (boolean answers : new boolean[]{true, false}) {
            for (int turn = editor.turns().size() - 1; turn >= 0; turn--) {
                EditedTurn edited = editor.turns().get(turn);
                if (edited.form().role().equals(ANSWER) == answers) {
                    for (Piece.Words words : edited.words()) {
                        targets.add(Target.all(turn, edited.form().role(), words.path(), edited.text(words).get()));
                    }
                }
            }
        }
        return List.copyOf(targets);
    }

    /// "Example 0412".
    static String name(long id) {
        return "Example " + ExampleWords.number(id);
    }
}
