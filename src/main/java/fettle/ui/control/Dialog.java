package fettle.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The frame of a dialog: head with a title and a cross, body, foot with a sentence and the buttons, the primary last.
public final class Dialog {

    private Dialog() {}

    /// `promise` is what the person may rely on, such as "It can be undone as a whole."; it may be empty.
    public static VBox of(String title, Node body, String promise, Overlay overlay, Node... buttons) {
        body.getStyleClass().add("dialog-body");
        var dialog = new VBox(head(title, overlay), body);
        if (buttons.length > 0) {
            dialog.getChildren().add(foot(promise, buttons));
        }
        dialog.getStyleClass().add("dialog-layer");
        dialog.setMaxWidth(560);
        return dialog;
    }

    private static HBox head(String title, Overlay overlay) {
        var head = new HBox(Labels.of(title, "t-heading"), gap(),
                Buttons.icon("close-dialog", Feather.X, "Close", overlay::close));
        head.getStyleClass().add("dialog-head");
        return head;
    }

    private static HBox foot(String promise, Node... buttons) {
        var words = Labels.wrapped(promise, "t-soft");
        var foot = new HBox(words, gap());
        foot.getChildren().addAll(buttons);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
