package fettle.ui.example.review;

import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.review.ReviewViewModel.State;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The decisions of the review with their keys, and what comes next.
final class ReviewFoot {

    private final ReviewViewModel review;
    private final HBox root = new HBox();
    private final HBox decisions = new HBox(12);
    private final Label next = Labels.of("", "t-soft");

    ReviewFoot(ReviewViewModel review) {
        this.review = review;
        root.getStyleClass().add("review-foot");
        next.setId("review-next");
        next.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        decisions.setMinWidth(Region.USE_PREF_SIZE);
        root.getChildren().addAll(decisions, gap, next);
        review.editingProperty().subscribe(_ -> buttons());
        review.session().writable().subscribe(_ -> buttons());
        review.stateProperty().subscribe(state -> next.setText(state instanceof State.On(_, _, var after)
                ? after.map(ReviewFoot::next).orElse("")
                : ""));
    }

    Node root() {
        return root;
    }

    private void buttons() {
        decisions.setAlignment(Pos.CENTER_LEFT);
        if (!review.session().writable().get()) {
            decisions.getChildren().setAll(Icons.of(Feather.LOCK, "icon-warn"), Labels.of(
                    "Read only: someone else holds the project. You can read on, but not decide.", "t-soft"));
        } else if (review.editingProperty().get()) {
            Button approve = decision("review-approve-edited", "Approve", Feather.CHECK, review::approveEdited);
            approve.getStyleClass().add("good");
            decisions.getChildren().setAll(approve,
                    decision("review-edited", "Done", Feather.BOOK_OPEN, review::stopEditing));
        } else {
            Button approve = decision("review-approve", "Approve", Feather.CHECK,
                    () -> review.decide(ExampleStatus.APPROVED));
            approve.getStyleClass().add("good");
            Button reject = decision("review-reject", "Reject", Feather.X,
                    () -> review.decide(ExampleStatus.REJECTED));
            reject.getStyleClass().addAll("danger", "outlined-bad");
            decisions.getChildren().setAll(approve, decision("review-edit", "Edit", Feather.EDIT_2, review::edit),
                    reject);
        }
    }

    private static String next(Example example) {
        String title = Decision.title(example);
        return "Next: " + ExampleWords.number(example.id()) + " "
                + (title.length() > 60 ? title.substring(0, 60) + "…" : title);
    }

    /// A button with the key of its command inside; it never takes the focus, so that the keys go on to work.
    private Button decision(String id, String words, Feather icon, Runnable act) {
        Button button = Buttons.secondary(id, words, icon, act);
        var keys = id.equals("review-edited")
                ? KeyCap.caps("Esc")
                : KeyCap.caps(review.session().commands().keysOf(id));
        var line = new HBox(8, button.getGraphic(), Labels.whole(words, "decision-words"), keys);
        line.setAlignment(Pos.CENTER);
        button.setText("");
        button.setAccessibleText(words);
        button.setGraphic(line);
        button.setFocusTraversable(false);
        button.getStyleClass().add("decision");
        return button;
    }
}
