package fettle.ui.example.editor;

import fettle.example.ToolCheck;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.text.JsonStyles;
import fettle.ui.control.text.Span;
import fettle.ui.example.editor.MessageForm.Piece;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A call of a tool: the function, its arguments as JSON, and what the tool's schema says of them.
final class CallBox {

    private final VBox root = new VBox(6);
    private final EditorViewModel editor;
    private final EditedTurn turn;
    private final Piece.Call call;
    private final TurnText arguments;
    private final VBox findings = new VBox(2);

    CallBox(EditorViewModel editor, EditedTurn turn, Piece.Call call, TextTools tools) {
        this.editor = editor;
        this.turn = turn;
        this.call = call;
        this.arguments = new TurnText(turn.arguments(call), JsonStyles::of, tools);
        root.getStyleClass().add("call-box");
        String id = turn.form().index() + "-" + call.at();
        arguments.area().getStyleClass().add("json");
        arguments.area().setId("call-arguments-" + id);
        arguments.root().getStyleClass().add("code-block");
        findings.setId("call-findings-" + id);
        root.getChildren().addAll(head(id, tools.readOnly()), arguments.root(), findings);
        turn.name(call).addListener(_ -> check());
        turn.arguments(call).addListener(_ -> check());
        editor.tools().checkProperty().addListener(_ -> check());
        check();
    }

    Node root() {
        return root;
    }

    TurnText arguments() {
        return arguments;
    }

    private Node head(String id, boolean readOnly) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Icons.of(Feather.TOOL, "icon-small"), name(id, readOnly), gap);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!call.id().isEmpty()) {
            Label number = Labels.of(call.id(), "t-mono", "t-soft", "t-small");
            number.setMinWidth(30);
            head.getChildren().add(number);
        }
        if (!readOnly) {
            head.getChildren().add(Buttons.icon("remove-call-" + id, Feather.X, "Remove this call",
                    () -> editor.edits().removeCall(turn.form().index(), call.at())));
        }
        return head;
    }

    private Node name(String id, boolean readOnly) {
        if (readOnly) {
            return Labels.of(turn.name(call), "t-mono", "t-strong");
        }
        var name = new ComboBox<String>();
        name.setId("call-name-" + id);
        name.setEditable(true);
        name.getStyleClass().addAll("small", "call-name");
        name.getItems().setAll(editor.tools().checkProperty().get().names());
        name.setValue(call.name());
        name.getEditor().textProperty().bindBidirectional(turn.name(call));
        name.getEditor().setPromptText("Name of the function");
        String says = editor.tools().checkProperty().get().description(call.name());
        if (!says.isEmpty()) {
            name.setTooltip(new Tooltip(says));
        }
        NameCompletion.on(name.getEditor(), name::getItems);
        return name;
    }

    private void check() {
        List<ToolCheck.Finding> found = editor.tools().checkProperty().get()
                .findings(turn.name(call).get(), turn.arguments(call).get());
        findings.getChildren().setAll(found.stream().map(CallBox::line).toList());
        findings.setManaged(!found.isEmpty());
        arguments.mark("schema", found.stream().filter(finding -> finding.to() > finding.from())
                .map(finding -> new Span(finding.from(), finding.to(), "wrong")).toList());
    }

    private static Node line(ToolCheck.Finding finding) {
        Label words = Labels.wrapped(finding.sentence(), "t-small", "t-bad");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(6, Icons.of(Feather.ALERT_CIRCLE, "icon-small", "icon-bad"), words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
