package fettle.ui.example.review;

import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.session.Commands;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The keys of the review, as they are bound now.
final class ReviewKeys {

    private final Commands commands;
    private final VBox root = new VBox(8);

    ReviewKeys(ReviewViewModel review) {
        this.commands = review.session().commands();
        root.getStyleClass().add("review-keys");
        root.getChildren().addAll(Labels.whole("Keys", "t-label"), key("review-approve", "Approve"),
                key("review-reject", "Reject"), key("review-edit", "Edit"), key("review-skip", "Skip"),
                key("review-flag", "Flag"), line(KeyCap.caps("1–5"), "Rate"), key("review-tag", "Tag"),
                key("review-note", "Note"), key("review-take-back", "Take the last one back"),
                key("keys", "All keys"));
    }

    Node root() {
        return root;
    }

    private Node key(String command, String words) {
        ObservableValue<String> keys = commands.keysOf(command);
        HBox line = line(KeyCap.caps(keys), words);
        line.managedProperty().bind(keys.map(now -> !now.isEmpty()));
        line.visibleProperty().bind(line.managedProperty());
        return line;
    }

    private static HBox line(Node caps, String words) {
        var line = new HBox(8, caps, Labels.of(words, "t-soft"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
