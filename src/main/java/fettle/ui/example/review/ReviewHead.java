package fettle.ui.example.review;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.review.ReviewViewModel.Place;
import fettle.ui.example.review.ReviewViewModel.State;
import fettle.ui.session.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The line above the review: the way back, its mode, the filter that made the queue, how far it is and how long it will
/// take.
final class ReviewHead {

    private final ReviewViewModel review;
    private final HBox root = new HBox();
    private final Label mode = Pill.of("Reading", Pill.Tone.NEUTRAL);
    private final Label filter = Pill.of("", Pill.Tone.ACCENT);
    private final Label count = Labels.whole("", "t-soft");
    private final Label pace = Labels.whole("", "t-soft");
    private final ProgressBar progress = new ProgressBar(0);

    ReviewHead(ReviewViewModel review) {
        this.review = review;
        root.getStyleClass().add("review-head");
        mode.setId("review-mode");
        count.setId("review-count");
        filter.getStyleClass().add("code");
        filter.setMinWidth(40);
        progress.getStyleClass().add("review-progress");
        progress.setMinWidth(60);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        root.getChildren().addAll(Buttons.quiet("review-back", "Examples", Feather.ARROW_LEFT, review::end),
                Labels.whole("Review", "t-strong"), mode, filter, gap, count, progress, pace);
        review.stateProperty().subscribe(this::show);
        review.editingProperty().subscribe(editing -> {
            mode.setText(editing ? "Editing" : "Reading");
            Pill.tone(mode, editing ? Pill.Tone.WARN : Pill.Tone.NEUTRAL);
        });
    }

    Node root() {
        return root;
    }

    private void show(State state) {
        boolean on = state instanceof State.On;
        for (Node node : new Node[]{mode, count, progress, pace}) {
            node.setVisible(on);
            node.setManaged(on);
        }
        filter.setText(review.filter());
        filter.setVisible(!review.filter().isEmpty());
        filter.setManaged(!review.filter().isEmpty());
        if (state instanceof State.On(Place place, _, _)) {
            count.setText(Words.number(place.position() + 1L) + " of " + Words.number(place.all()));
            progress.setProgress((double) place.position() / Math.max(1, place.all()));
            pace.setText(place.millisEach() == 0 ? "" : ExampleWords.pace(place.millisEach(), place.left()));
        }
    }
}
