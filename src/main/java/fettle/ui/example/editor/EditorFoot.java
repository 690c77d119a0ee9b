package fettle.ui.example.editor;

import fettle.ui.control.TwoEnds;
import fettle.example.Example;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.TokenBar;
import fettle.ui.session.Words;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The foot of the editor: tokens against the limit, and tags.
final class EditorFoot {

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final FlowPane tags = new FlowPane(8, 6);
    private final int limit;
    private Shown shown = new Shown(-1, List.of(), false);

    private record Shown(long id, List<String> tags, boolean writable) {}

    EditorFoot(EditorViewModel editor, int limit) {
        this.editor = editor;
        this.limit = limit;
        root.getStyleClass().add("editor-foot");
        root.getChildren().addAll(numbers(), bar(), tags);
        editor.stateProperty().subscribe(state -> {
            if (state instanceof EditorState.Open(var example)) {
                showTags(example);
            }
        });
    }

    Node root() {
        return root;
    }

    private Node numbers() {
        var tokens = editor.tokensProperty();
        Label total = Labels.whole("", "t-small", "t-medium");
        total.setId("token-total");
        total.textProperty().bind(tokens.map(now -> total(now.total())));
        var legend = new HBox(6, dot("trained-dot"),
                words(tokens.map(now -> "trained " + Words.number(now.trained()))),
                dot("untrained-dot"), words(
                        tokens.map(now -> "not trained " + Words.number(now.total() - now.trained()))));
        legend.setAlignment(Pos.CENTER_LEFT);
        return TwoEnds.of(total, legend);
    }

    private static Label words(ObservableValue<String> text) {
        Label label = Labels.of(text, "t-small", "t-soft");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private String total(int tokens) {
        String over = tokens > limit ? ", " + Words.number((long) tokens - limit) + " over the limit" : "";
        return Words.number(tokens) + " of " + Words.number(limit) + " tokens" + over;
    }

    private Node bar() {
        var bar = new TokenBar(limit);
        bar.trainedProperty().bind(editor.tokensProperty().map(TurnTokens.Counted::trained));
        bar.untrainedProperty().bind(editor.tokensProperty().map(now -> now.total() - now.trained()));
        return bar;
    }

    private static Region dot(String style) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", style);
        return dot;
    }

    private void showTags(Example example) {
        boolean writable = editor.session().writable().get();
        var wanted = new Shown(example.id(), example.tags(), writable);
        if (wanted.equals(shown)) {
            return; // keeps what is being typed
        }
        shown = wanted;
        tags.getChildren().clear();
        for (String tag : example.tags()) {
            var chip = new HBox(4, Icons.of(Feather.TAG, "icon-small"), Labels.whole(tag, "t-small"));
            chip.getStyleClass().add("tag-chip");
            if (writable) {
                chip.getChildren().add(Buttons.icon("remove-tag-" + tag, Feather.X, "Take this tag off",
                        () -> editor.marks().removeTag(example, tag)));
            }
            tags.getChildren().add(chip);
        }
        if (writable) {
            tags.getChildren().add(field(example));
        } else if (example.tags().isEmpty()) {
            tags.getChildren().add(Labels.of("No tags", "t-small", "t-soft"));
        }
    }

    private TextField field(Example example) {
        var field = new TextField();
        field.setId("add-tag");
        field.setPromptText("Add a tag");
        field.getStyleClass().addAll("small", "tag-field");
        field.setOnAction(_ -> {
            editor.marks().addTag(example, field.getText());
            field.clear();
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                root.requestFocus();
            }
        });
        return field;
    }
}
