package fettle.ui.example.review;

import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.TurnTokens;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.TokenBar;
import fettle.ui.example.review.ReviewViewModel.Place;
import fettle.ui.example.review.ReviewViewModel.State;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Beside the reviewed example: its tokens, its status, the keys, and what was decided.
final class ReviewSide {

    private final VBox column = new VBox();
    private final ScrollPane root = new ScrollPane(column);

    ReviewSide(ReviewViewModel review, int limit) {
        column.getStyleClass().add("review-side");
        root.getStyleClass().add("review-side-pane");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        var tokens = review.editor().tokensProperty();
        Label words = Labels.wrapped(tokens.map(ReviewSide::tokens), "t-label");
        var bar = new TokenBar(limit);
        bar.trainedProperty().bind(tokens.map(TurnTokens.Counted::trained));
        bar.untrainedProperty().bind(tokens.map(now -> now.total() - now.trained()));
        Label status = Labels.whole("", "t-soft");
        status.textProperty().bind(review.stateProperty().map(ReviewSide::status));
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var tally = new HBox(8, Icons.of(Feather.CHECK, "icon-good", "icon-small"),
                Labels.of(review.stateProperty().map(ReviewSide::tally), "t-small", "t-soft"));
        tally.setAlignment(Pos.CENTER_LEFT);
        column.getChildren().addAll(words, bar, status, keys(), gap, tally);
    }

    Region root() {
        return root;
    }

    private static String tokens(TurnTokens.Counted tokens) {
        return Words.number(tokens.total()) + " tokens, " + (tokens.trained() == 0
                ? "none of them is trained"
                : Words.number(tokens.trained()) + " of them are trained");
    }

    private static String status(State state) {
        return state instanceof State.On(_, var example, _) && example.isPresent()
                ? "Now: " + ExampleWords.status(example.get().status())
                : "";
    }

    private static String tally(State state) {
        return switch (state) {
            case State.Off() -> "";
            case State.On(Place place, _, _) -> tally(place);
            case State.Through(Place place) -> tally(place);
        };
    }

    private static String tally(Place place) {
        return "Approved " + Words.number(place.approved()) + " · rejected " + Words.number(place.rejected());
    }

    private static Node keys() {
        var keys = new VBox(8, Labels.whole("Keys", "t-label"), key("A", "Approve"), key("X", "Reject"),
                key("E", "Edit"), key("Space", "Skip"), key("K", "Back by one"),
                key("Backspace", "Take the last one back"), key("Esc", "Back to the list"), key("?", "All keys"));
        keys.getStyleClass().add("review-keys");
        return keys;
    }

    private static Node key(String key, String words) {
        var line = new HBox(8, KeyCap.caps(key.equals("Backspace") ? "⌫" : key), Labels.of(words, "t-soft"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
