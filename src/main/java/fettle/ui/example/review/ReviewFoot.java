package fettle.ui.example.review;

import fettle.ui.example.editor.ExampleWords;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.Turn;
import fettle.ui.control.Buttons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The decisions of the review, and what comes next.
final class ReviewFoot {

    private final HBox root = new HBox();

    ReviewFoot(ReviewViewModel review, Optional<Example> next) {
        root.getStyleClass().add("review-foot");
        if (review.editingProperty().get()) {
            root.getChildren().addAll(decision("review-edited", "Done", Feather.CHECK, "Esc", review::stopEditing));
            return;
        }
        Button approve = decision("review-approve", "Approve", Feather.CHECK, "A",
                () -> review.decide(ExampleStatus.APPROVED));
        approve.getStyleClass().add("good");
        Button edit = decision("review-edit", "Edit", Feather.EDIT_2, "E", review::edit);
        Button reject = decision("review-reject", "Reject", Feather.X, "X",
                () -> review.decide(ExampleStatus.REJECTED));
        reject.getStyleClass().addAll("danger", "outlined-bad");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label after = Labels.of(next.map(ReviewFoot::next).orElse(""), "t-soft");
        after.setMinWidth(0);
        root.getChildren().addAll(approve, edit, reject, gap, after);
    }

    Node root() {
        return root;
    }

    private static String next(Example example) {
        String question = example.turns().stream().filter(turn -> turn.role().equals("user")).map(Turn::text)
                .findFirst().orElse("").replaceAll("\\s+", " ");
        return "Next: " + ExampleWords.number(example.id()) + " "
                + (question.length() > 60 ? question.substring(0, 60) + "…" : question);
    }

    /// A button with its key inside; it never takes the focus, so that the keys go on to work.
    private static Button decision(String id, String words, Feather icon, String key, Runnable act) {
        Button button = Buttons.secondary(id, words, icon, act);
        var line = new HBox(8, button.getGraphic(), Labels.whole(words, "decision-words"), KeyCap.caps(key));
        line.setAlignment(javafx.geometry.Pos.CENTER);
        button.setText("");
        button.setAccessibleText(words);
        button.setGraphic(line);
        button.setFocusTraversable(false);
        button.getStyleClass().add("decision");
        return button;
    }
}
