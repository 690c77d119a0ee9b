package fettle.ui.example.editor;

import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.example.editor.MessageForm.Piece;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which call a tool's result belongs to: a choice of the calls before it.
final class AnswersBox {

    private final VBox root = new VBox(4);

    AnswersBox(EditorViewModel editor, int turn, Piece.Answers answers, boolean readOnly) {
        boolean known = answers.choices().stream().anyMatch(choice -> choice.id().equals(answers.id()));
        var line = new HBox(8, Icons.of(Feather.CORNER_DOWN_RIGHT, "icon-small"), Labels.whole("Result of", "t-small",
                "t-soft"));
        line.setAlignment(Pos.CENTER_LEFT);
        if (readOnly) {
            line.getChildren().add(Labels.of(answers.id(), "t-mono", "t-small"));
        } else {
            line.getChildren().add(choice(editor, turn, answers, known));
        }
        root.getChildren().add(line);
        if (!known) {
            Label problem = Labels.wrapped(problem(answers), "t-small", "t-bad");
            root.getChildren().add(new HBox(6, Icons.of(Feather.ALERT_CIRCLE, "icon-small", "icon-bad"), problem));
        }
    }

    Node root() {
        return root;
    }

    private static ComboBox<Piece.Choice> choice(EditorViewModel editor, int turn, Piece.Answers answers,
            boolean known) {
        var choice = new ComboBox<Piece.Choice>();
        choice.setId("answers-" + turn);
        choice.getStyleClass().addAll("small", "call-name");
        choice.getItems().setAll(answers.choices());
        if (!known && !answers.id().isEmpty()) {
            choice.getItems().add(new Piece.Choice(answers.id(), ""));
        }
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Piece.@Nullable Choice each) {
                return each == null ? "" : each.name().isEmpty() ? each.id() : each.name() + "  ·  " + each.id();
            }

            @Override
            public Piece.Choice fromString(String typed) {
                return new Piece.Choice(typed, "");
            }
        });
        choice.setPromptText("Choose the call");
        choice.getItems().stream().filter(each -> each.id().equals(answers.id())).findFirst()
                .ifPresent(choice::setValue);
        choice.valueProperty().addListener((_, _, now) -> {
            if (now != null) {
                editor.edits().setCallId(turn, now.id());
            }
        });
        return choice;
    }

    private static String problem(Piece.Answers answers) {
        List<Piece.Choice> choices = answers.choices();
        String next = choices.isEmpty()
                ? "Add a tool call to an assistant turn above."
                : "Choose one of the " + choices.size() + " calls above.";
        return (answers.id().isEmpty() ? "This result belongs to no call. " : "No call above has this id. ") + next;
    }
}
