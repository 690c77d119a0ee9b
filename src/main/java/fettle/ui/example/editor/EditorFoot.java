package fettle.ui.example.editor;

import fettle.example.Example;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Stars;
import fettle.ui.control.TokenBar;
import fettle.ui.control.TwoEnds;
import fettle.ui.session.Moment;
import fettle.ui.session.Words;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The foot of the editor: tokens against the limit, tags, rating, flag and note.
final class EditorFoot {

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final int limit;
    private final TagRow tags;
    private final NoteField note;
    private final Stars stars;
    private final ToggleButton flag = toggle("flag", Feather.FLAG, "Flag it, to look at it again");
    private final ToggleButton noted = toggle("note-toggle", Feather.EDIT_3, "A note on this example");

    EditorFoot(EditorViewModel editor, Moment.Maker moments) {
        this.editor = editor;
        this.limit = editor.tokenLimit();
        this.tags = new TagRow(editor, root::requestFocus);
        this.note = new NoteField(editor, moments, root::requestFocus);
        this.stars = new Stars("rating", rating -> current().ifPresent(
                example -> editor.marks().setRating(example.id(), rating)));
        root.setFocusTraversable(false);
        root.getStyleClass().add("editor-foot");
        HBox.setHgrow(tags.root(), Priority.ALWAYS);
        var remarks = new HBox(8, tags.root(), noted, flag, stars.root());
        remarks.setAlignment(Pos.TOP_RIGHT);
        root.getChildren().addAll(numbers(), bar(), remarks, note.root());
        flag.setOnAction(_ -> current().ifPresent(
                example -> editor.marks().setFlag(example.id(), !example.remarks().flagged())));
        note.root().visibleProperty().bind(noted.selectedProperty());
        note.root().managedProperty().bind(noted.selectedProperty());
        noted.setOnAction(_ -> {
            if (noted.isSelected()) {
                note.root().requestFocus();
            }
        });
        for (Node each : new Node[]{flag, stars.root()}) {
            each.disableProperty().bind(editor.session().writable().not());
        }
        editor.stateProperty().subscribe(state -> {
            if (state instanceof EditorState.Open(var example)) {
                show(example);
            } else {
                note.write();
            }
        });
    }

    Node root() {
        return root;
    }

    /// Opens the note, and puts the caret into it.
    void editNote() {
        noted.setSelected(true);
        note.root().requestFocus();
    }

    private void show(Example example) {
        tags.show(example);
        note.show(example);
        stars.ratingProperty().set(example.remarks().rating());
        flag.setSelected(example.remarks().flagged());
        flag.setAccessibleText(example.remarks().flagged() ? "Flagged" : "Not flagged");
        if (!note.root().isFocused()) {
            noted.setSelected(!example.remarks().note().isEmpty());
        }
    }

    private java.util.Optional<Example> current() {
        return editor.stateProperty().get() instanceof EditorState.Open(var example)
                ? java.util.Optional.of(example)
                : java.util.Optional.empty();
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

    private static ToggleButton toggle(String id, Feather icon, String says) {
        var toggle = new ToggleButton("", Icons.of(icon, "icon-small"));
        toggle.setId(id);
        toggle.getStyleClass().addAll("icon-toggle");
        toggle.setTooltip(new Tooltip(says));
        toggle.setAccessibleText(says);
        return toggle;
    }
}
