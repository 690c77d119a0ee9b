package fettle.ui.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A menu as a list of rows, for a [DropDown]. Up and Down walk, Enter and a click choose.
public final class MenuList {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final VBox rows = new VBox();
    private final ScrollPane root = new ScrollPane(rows);

    public MenuList() {
        rows.getStyleClass().add("menu-rows");
        root.getStyleClass().add("menu-list");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public Region root() {
        return root;
    }

    public void clear() {
        rows.getChildren().clear();
    }

    /// A small heading over the rows that follow.
    public void heading(String words) {
        Label label = Labels.of(words, "t-label", "menu-heading");
        rows.getChildren().add(label);
    }

    /// Anything else, such as a field.
    public void add(Node node) {
        rows.getChildren().add(node);
    }

    /// A row; `detail` stands at its end, `extras` behind it.
    public Button row(String id, Feather icon, String words, String detail, Runnable action, Node... extras) {
        Label name = Labels.of(words);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(8, Icons.of(icon), name);
        if (!detail.isEmpty()) {
            line.getChildren().add(Labels.whole(detail, "t-small", "t-soft"));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId(id);
        button.setAccessibleText(detail.isEmpty() ? words : words + ", " + detail);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("menu-row");
        button.setOnAction(_ -> action.run());
        line.prefWidthProperty().bind(button.widthProperty().subtract(20));
        HBox.setHgrow(button, Priority.ALWAYS);
        if (extras.length == 0) {
            rows.getChildren().add(button);
        } else {
            var whole = new HBox(2, button);
            whole.setAlignment(Pos.CENTER_LEFT);
            whole.getChildren().addAll(extras);
            rows.getChildren().add(whole);
        }
        return button;
    }

    /// Marks a row as the one that holds now.
    public static void choose(Button row, boolean chosen) {
        row.pseudoClassStateChanged(CHOSEN, chosen);
    }

    /// Puts the focus on the first row.
    public void focusFirst() {
        List<Button> all = buttons();
        if (!all.isEmpty()) {
            all.getFirst().requestFocus();
        }
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0) {
            return;
        }
        List<Button> all = buttons();
        Node focused = rows.getScene() == null ? null : rows.getScene().getFocusOwner();
        int at = indexOf(all, focused);
        if (!all.isEmpty()) {
            all.get(Math.floorMod(at < 0 && step < 0 ? -1 : at + step, all.size())).requestFocus();
        }
        event.consume();
    }

    private static int indexOf(List<Button> all, @Nullable Node node) {
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).equals(node)) {
                return index;
            }
        }
        return -1;
    }

    private List<Button> buttons() {
        return rows.lookupAll(".menu-row").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> !button.isDisabled()).toList();
    }
}
