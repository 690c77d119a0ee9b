package fettle.ui.example.facet;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A choice of a facet with its count. A click asks for only it; Ctrl/⌘+click or the + that the mouse brings adds it, the
/// − excludes it. On the keyboard Enter, + and −.
final class ChoiceRow extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass EXCLUDED = PseudoClass.getPseudoClass("excluded");

    /// What a choice looks like.
    ///
    /// @param value as conditions write it
    /// @param words as people read it
    /// @param mono whether it is an identifier
    record Look(String value, String words, boolean mono, Optional<Node> icon) {}

    /// What can be done with a choice.
    interface Acts {

        void only(String value);

        void include(String value);

        void exclude(String value);
    }

    private final String value;
    private final Acts acts;
    private final Label count = Labels.whole("", "t-small", "facet-count");
    private final HBox hover;
    private final String words;

    ChoiceRow(String field, Look look, Acts acts) {
        super(6);
        this.value = look.value();
        this.words = look.words();
        this.acts = acts;
        setId("facet-" + field + "-" + look.value());
        getStyleClass().add("facet-choice");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Label name = Labels.of(look.words(), look.mono() ? "t-mono" : "facet-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        hover = new HBox(small("facet-include", Feather.PLUS, "Also these rows", () -> acts.include(value)),
                small("facet-exclude", Feather.MINUS, "Without these rows", () -> acts.exclude(value)));
        hover.setAlignment(Pos.CENTER);
        hover.visibleProperty().bind(hoverProperty().or(focusVisibleProperty()));
        hover.managedProperty().bind(hover.visibleProperty());
        look.icon().ifPresent(getChildren()::add);
        getChildren().addAll(name, hover, count);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows how many rows have it, and whether it is asked for.
    void show(int rows, boolean chosen, boolean excluded) {
        count.setText(Words.number(rows));
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(EXCLUDED, excluded);
        setAccessibleText(words + ", " + Words.count(rows, "row", "rows")
                + (chosen ? ", asked for" : excluded ? ", excluded" : ""));
    }

    private static Button small(String id, Feather icon, String says, Runnable act) {
        Button button = Buttons.icon(id, icon, says, act);
        button.setFocusTraversable(false);
        return button;
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        if (event.isShortcutDown() || event.isShiftDown()) {
            acts.include(value);
        } else {
            acts.only(value);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            if (event.isShortcutDown() || event.isShiftDown()) {
                acts.include(value);
            } else {
                acts.only(value);
            }
        } else if (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.ADD
                || (event.getCode() == KeyCode.EQUALS && event.isShiftDown())) {
            acts.include(value);
        } else if (event.getCode() == KeyCode.MINUS || event.getCode() == KeyCode.SUBTRACT) {
            acts.exclude(value);
        } else {
            return;
        }
        event.consume();
    }
}
