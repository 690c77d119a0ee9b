package fettle.ui.control;

import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A field that narrows a list; Esc or the cross empties it.
public final class SearchField {

    private final HBox root = new HBox();
    private final TextField field = new TextField();

    public SearchField(String id, String prompt, Property<String> text) {
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button clear = Buttons.icon(id + "-clear", Feather.X, "Clear", field::clear);
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        root.getStyleClass().add("search-field");
        root.getChildren().addAll(Icons.of(Feather.SEARCH), field, clear);
    }

    /// Without a border, 40 high: the head of a list.
    public SearchField flush() {
        root.getStyleClass().add("flush");
        return this;
    }

    /// With a further thing at its end, such as a button that explains it.
    public SearchField with(Node node) {
        root.getChildren().add(node);
        return this;
    }

    /// Runs on Enter.
    public SearchField onEnter(Runnable run) {
        field.setOnAction(_ -> run.run());
        return this;
    }

    public Node root() {
        return root;
    }

    public void requestFocus() {
        field.requestFocus();
    }
}
