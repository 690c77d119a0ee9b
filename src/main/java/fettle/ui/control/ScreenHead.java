package fettle.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the top of a screen: its title, a note with the numbers, and its buttons, the primary one last.
public final class ScreenHead {

    private final HBox root = new HBox();

    public ScreenHead(String title, ObservableValue<String> note, Node... buttons) {
        Label name = Labels.whole(title, "t-title");
        Label words = Labels.of(note, "t-soft", "head-note");
        words.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        root.getStyleClass().add("screen-head");
        root.getChildren().addAll(name, words, gap);
        root.getChildren().addAll(buttons);
    }

    /// Draws a line under the head, for screens whose panes touch it.
    public ScreenHead ruled() {
        root.getStyleClass().add("ruled");
        return this;
    }

    public Node root() {
        return root;
    }
}
