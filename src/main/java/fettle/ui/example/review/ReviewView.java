package fettle.ui.example.review;

import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.TurnsPane;
import fettle.ui.example.editor.TurnFrame;
import fettle.ui.example.editor.LineEnds;
import fettle.example.Example;
import fettle.example.Turn;
import fettle.ui.control.Buttons;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.control.text.MarkdownView;
import fettle.ui.example.review.ReviewViewModel.State;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the review: one example in large type, the keys beside it, the decisions below.
public final class ReviewView {

    private final BorderPane root = new BorderPane();
    private final ReviewViewModel review;
    private final TurnsPane turns;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox page = new VBox();
    private final HBox head = new HBox();
    private final ReviewSide side;
    private Optional<Example> drawn = Optional.empty();

    /// `tokenLimit` is what a row may have.
    public ReviewView(ReviewViewModel review, TurnsPane turns, int tokenLimit) {
        this.review = review;
        this.turns = turns;
        this.side = new ReviewSide(review, tokenLimit);
        root.setId("review");
        root.setFocusTraversable(true);
        root.getStyleClass().addAll("pane", "review");
        head.getStyleClass().add("review-head");
        page.getStyleClass().add("review-page");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        root.setTop(head);
        root.setCenter(scroll);
        root.setRight(side.root());
        review.stateProperty().subscribe(this::show);
        review.editingProperty().subscribe(_ -> draw());
    }

    public Node root() {
        return root;
    }

    private void show(State state) {
        switch (state) {
            case State.Off() -> drawn = Optional.empty();
            case State.On(var place, var example, var next) -> {
                showHead(place);
                root.setRight(side.root());
                root.setBottom(new ReviewFoot(review, next).root());
                if (example.isPresent() && !example.equals(drawn)) {
                    boolean another = drawn.map(Example::id).filter(id -> id == example.get().id()).isEmpty();
                    drawn = example;
                    draw();
                    if (another) {
                        scroll.setVvalue(0);
                    }
                }
            }
            case State.Through(var place) -> through(place);
        }
    }

    private void draw() {
        root.setCenter(scroll);
        drawn.ifPresent(example -> {
            page.getChildren().setAll(Labels.of(where(example), "t-mono", "t-soft"));
            if (review.editingProperty().get()) {
                page.getChildren().add(turns.root());
                turns.focusText();
            } else {
                example.turns().forEach(turn -> page.getChildren().add(turn(turn)));
                root.requestFocus();
            }
        });
    }

    private static String where(Example example) {
        String source = example.origin().source();
        return ExampleWords.number(example.id()) + (source.isEmpty() ? "" : " · " + source);
    }

    private static Node turn(Turn turn) {
        var bar = new Region();
        bar.getStyleClass().addAll("review-bar", "role-" + TurnFrame.colour(turn.role()));
        VBox words = MarkdownView.of(LineEnds.shown(turn.text()));
        words.getStyleClass().addAll("review-text", "review-" + TurnFrame.colour(turn.role()));
        words.setAccessibleText(ExampleWords.role(turn.role()));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(12, bar, words);
    }

    private void showHead(ReviewViewModel.Place place) {
        var back = Buttons.quiet("review-back", "Examples", Feather.ARROW_LEFT, review::end);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var progress = new ProgressBar((double) place.position() / Math.max(1, place.all()));
        progress.getStyleClass().add("review-progress");
        Label count = Labels.whole(Words.number(place.position() + 1L) + " of " + Words.number(place.all()), "t-soft");
        count.setId("review-count");
        head.getChildren().setAll(back, Labels.whole("Review", "t-strong"));
        if (!review.filter().isEmpty()) {
            Label filter = Pill.of(review.filter(), Pill.Tone.ACCENT);
            filter.getStyleClass().add("code");
            filter.setMinWidth(40);
            head.getChildren().add(filter);
        }
        head.getChildren().addAll(gap, count, progress);
        if (place.millisEach() > 0) {
            head.getChildren().add(Labels.whole(ExampleWords.pace(place.millisEach(), place.left()), "t-soft"));
        }
    }

    private void through(ReviewViewModel.Place place) {
        drawn = Optional.empty();
        head.getChildren().setAll(Buttons.quiet("review-back", "Examples", Feather.ARROW_LEFT, review::end),
                Labels.whole("Review", "t-strong"));
        root.setBottom(null);
        root.setRight(null);
        int skipped = place.all() - place.approved() - place.rejected();
        String words = Words.count(place.all(), "example", "examples") + " read: "
                + Words.number(place.approved()) + " approved, " + Words.number(place.rejected()) + " rejected, "
                + Words.number(Math.max(0, skipped)) + " left as they are. Everything is saved.";
        root.setCenter(EmptyState.of(Feather.CHECK, "The review is through", words,
                Buttons.primary("review-done", "Back to the examples", Feather.ARROW_LEFT, review::end),
                Buttons.secondary("review-take-back", "Take the last one back", Feather.ROTATE_CCW,
                        review::takeBack)));
        root.requestFocus();
    }
}
