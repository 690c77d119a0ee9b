package fettle.ui.example.review;

import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.TokenBar;
import fettle.ui.control.WideButton;
import fettle.ui.example.editor.EditedTurn;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.TurnTokens;
import fettle.ui.example.review.Decision.What;
import fettle.ui.example.review.NearestViewModel.Nearest;
import fettle.ui.example.review.ReviewViewModel.State;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Beside the reviewed example: its tokens, what was said of it, the approved one nearest to it, the keys, and the last
/// decisions.
final class ReviewSide {

    private static final int SHOWN = 10;

    private final ReviewViewModel review;
    private final VBox column = new VBox();
    private final ScrollPane root = new ScrollPane(column);
    private final VBox nearest = new VBox(8);
    private final VBox last = new VBox();

    ReviewSide(ReviewViewModel review, ReviewRemarks remarks, int limit) {
        this.review = review;
        column.getStyleClass().add("review-side");
        root.getStyleClass().add("review-side-pane");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        var tokens = review.editor().tokensProperty();
        Label words = Labels.wrapped(tokens.map(now -> tokens(now, limit)), "t-label");
        words.setId("review-tokens");
        var bar = new TokenBar(limit);
        bar.trainedProperty().bind(tokens.map(TurnTokens.Counted::trained));
        bar.untrainedProperty().bind(tokens.map(now -> now.total() - now.trained()));
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Label tally = Labels.of(review.stateProperty().map(ReviewSide::tally), "t-small", "t-soft");
        tally.setId("review-tally");
        var foot = new HBox(8, Icons.of(Feather.CHECK, "icon-good", "icon-small"), tally);
        foot.setAlignment(Pos.CENTER_LEFT);
        column.getChildren().addAll(words, bar, remarks.root(), nearest, new ReviewKeys(review).root(), last, gap,
                foot);
        review.nearest().nearestProperty().subscribe(this::near);
        review.decisions().addListener((ListChangeListener<Decision>) _ -> last());
        last();
    }

    Region root() {
        return root;
    }

    private String tokens(TurnTokens.Counted tokens, int limit) {
        int answers = 0;
        for (int turn = 0; turn < tokens.turns().size() && turn < review.editor().turns().size(); turn++) {
            EditedTurn edited = review.editor().turns().get(turn);
            answers += edited.form().role().equals("assistant") ? tokens.turns().get(turn) : 0;
        }
        String all = Words.number(tokens.total()) + " tokens, ";
        if (tokens.total() > limit) {
            return all + "cut off at " + Words.number(limit);
        }
        return all + (tokens.trained() == 0
                ? "none of them is trained"
                : tokens.trained() >= answers
                        ? "all of the answer is trained"
                        : Words.number(tokens.trained()) + " of them are trained");
    }

    private static String tally(State state) {
        return switch (state) {
            case State.Off(),State.Nothing() -> "";
            case State.On(var place, _, _) -> tally(place.tally());
            case State.Through(var place) -> tally(place.tally());
        };
    }

    private static String tally(ReviewViewModel.Tally tally) {
        String words = "Approved " + Words.number(tally.approved()) + " · rejected " + Words.number(tally.rejected());
        return tally.skipped() == 0 ? words : words + " · skipped " + Words.number(tally.skipped());
    }

    private void near(Optional<Nearest> found) {
        nearest.setManaged(found.isPresent());
        nearest.setVisible(found.isPresent());
        nearest.getChildren().clear();
        found.ifPresent(near -> {
            var words = new VBox(2, Labels.of(near.question()), Labels.of(near.answer(), "t-soft"),
                    Labels.of(near.words(), "t-mono", "t-small", "t-soft"));
            words.setMinWidth(0);
            words.getStyleClass().addAll("card", "review-near");
            javafx.scene.control.Tooltip.install(words, tip(near));
            nearest.getChildren().addAll(Labels.of("Nearest approved example", "t-label"), words);
        });
    }

    private static javafx.scene.control.Tooltip tip(Nearest near) {
        var tip = new javafx.scene.control.Tooltip(ExampleWords.number(near.id()) + ": " + near.question() + "\n"
                + near.answer() + "\n\nBy the words in common (tf-idf), not by their meaning"
                + (near.all() ? "." : ", among the first " + Words.number(NearestViewModel.MOST) + " approved."));
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private void last() {
        last.getChildren().clear();
        if (review.decisions().stream().anyMatch(Decision::passes)) {
            last.getChildren().add(Labels.of("Last decisions", "t-label", "review-last-head"));
        }
        review.decisions().stream().filter(Decision::passes).limit(SHOWN)
                .forEach(decision -> last.getChildren().add(line(decision)));
    }

    private Node line(Decision decision) {
        var title = Labels.of(decision.title(), "t-small");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(8, icon(decision.what()),
                Labels.whole(ExampleWords.number(decision.id()), "t-mono", "t-small", "t-soft"), title);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = WideButton.row("decision-" + decision.id(), decision.words() + ", "
                + ExampleWords.number(decision.id()) + ": decide anew", row, () -> review.show(decision));
        button.getStyleClass().add("review-decision");
        button.setFocusTraversable(false);
        javafx.scene.control.Tooltip.install(button,
                new javafx.scene.control.Tooltip(decision.words() + ". Press to decide anew."));
        return button;
    }

    private static Node icon(What what) {
        return switch (what) {
            case What.Status(_, var after) -> switch (after) {
                case APPROVED -> Icons.of(Feather.CHECK, "icon-good", "icon-small");
                case REJECTED -> Icons.of(Feather.X, "icon-bad", "icon-small");
                case DRAFT -> Icons.of(Feather.CIRCLE, "icon-small");
            };
            case What.Skipped() -> Icons.of(Feather.SKIP_FORWARD, "icon-small");
            case What.Rated _ -> Icons.of(Feather.STAR, "icon-small");
            case What.Flagged _ -> Icons.of(Feather.FLAG, "icon-small");
            case What.Noted _ -> Icons.of(Feather.FILE_TEXT, "icon-small");
            case What.Tagged _ -> Icons.of(Feather.TAG, "icon-small");
        };
    }
}
