package fettle.ui.example.review;

import fettle.example.Example;
import fettle.ui.control.Buttons;
import fettle.ui.control.EmptyState;
import fettle.ui.example.editor.TurnsPane;
import fettle.ui.example.review.ReviewViewModel.State;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Draws the review: one example in large type, what is known of it beside, the decisions below.
public final class ReviewView {

    private static final double LINE = 52;

    private final BorderPane root = new BorderPane();
    private final ReviewViewModel review;
    private final TurnsPane turns;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox page = new VBox();
    private final ReviewRemarks remarks;
    private final ReviewSide side;
    private final ReviewFoot foot;
    private final PauseTransition quiet = new PauseTransition(Duration.millis(60));
    private Optional<Example> drawn = Optional.empty();
    private Optional<Drawn> ahead = Optional.empty();

    /// The next page, drawn before it is asked for.
    private record Drawn(Example example, List<Node> nodes) {}

    /// `tokenLimit` is what a row may have.
    public ReviewView(ReviewViewModel review, TurnsPane turns, int tokenLimit) {
        this.review = review;
        this.turns = turns;
        this.remarks = new ReviewRemarks(review, root::requestFocus);
        this.side = new ReviewSide(review, remarks, tokenLimit);
        this.foot = new ReviewFoot(review);
        root.setId("review");
        root.setFocusTraversable(true);
        root.getStyleClass().addAll("pane", "review");
        page.getStyleClass().add("review-page");
        scroll.setContent(page);
        scroll.setId("review-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        root.setTop(new ReviewHead(review).root());
        review.stateProperty().subscribe(this::show);
        review.editingProperty().subscribe(_ -> draw());
    }

    public Node root() {
        return root;
    }

    public void askTag() {
        remarks.askTag();
    }

    public void askNote() {
        remarks.askNote();
    }

    /// Down by most of a page by 1, up by -1.
    public void page(int by) {
        scroll(by * Math.max(LINE, scroll.getViewportBounds().getHeight() - 2 * LINE));
    }

    /// Down by two lines by 1, up by -1.
    public void line(int by) {
        scroll(by * LINE);
    }

    private void scroll(double by) {
        double room = page.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + by / room, 0, 1));
        }
    }

    private void show(State state) {
        switch (state) {
            case State.Off() -> drawn = Optional.empty();
            case State.Nothing() -> alone(nothing());
            case State.Through(var place) -> alone(through(place));
            case State.On(_, var example, var next) -> {
                root.setRight(side.root());
                root.setBottom(foot.root());
                if (example.isPresent() && !example.equals(drawn)) {
                    boolean another = drawn.map(Example::id).filter(id -> id == example.get().id()).isEmpty();
                    drawn = example;
                    draw();
                    if (another) {
                        scroll.setVvalue(0);
                    }
                }
                next.ifPresent(this::drawAhead);
            }
        }
    }

    private void draw() {
        root.setCenter(scroll);
        drawn.ifPresent(example -> {
            if (review.editingProperty().get()) {
                page.getChildren().setAll(turns.root());
                turns.focusText();
            } else {
                page.getChildren().setAll(ahead.filter(made -> made.example().equals(example)).map(Drawn::nodes)
                        .orElseGet(() -> ReviewPage.of(example)));
                ahead = Optional.empty();
                root.requestFocus();
            }
        });
    }

    /// Once the screen is quiet, so that it takes no time from the decision.
    private void drawAhead(Example next) {
        if (ahead.map(Drawn::example).filter(next::equals).isEmpty()) {
            quiet.setOnFinished(_ -> ahead = Optional.of(new Drawn(next, ReviewPage.of(next))));
            quiet.playFromStart();
        }
    }

    private void alone(Node node) {
        drawn = Optional.empty();
        root.setBottom(null);
        root.setRight(null);
        root.setCenter(node);
        root.requestFocus();
    }

    private Node nothing() {
        return EmptyState.of(Feather.FILTER, "Nothing to review",
                "The filter leaves no example. Take a condition away, or show all examples, then begin again.",
                Buttons.primary("review-done", "Back to the examples", Feather.ARROW_LEFT, review::end));
    }

    private Node through(ReviewViewModel.Place place) {
        ReviewViewModel.Tally tally = place.tally();
        int untouched = place.all() - tally.approved() - tally.rejected() - tally.skipped();
        var words = new StringBuilder(Words.count(place.all(), "example", "examples")).append(": ")
                .append(Words.number(tally.approved())).append(" approved, ").append(Words.number(tally.rejected()))
                .append(" rejected, ").append(Words.number(tally.skipped())).append(" skipped");
        if (untouched > 0) {
            words.append(", ").append(Words.number(untouched)).append(" only read");
        }
        words.append('.');
        if (place.millisEach() > 0) {
            words.append(" You read for ").append(Words.duration(tally.millis()).replace(' ', '\u00A0')).append(", ")
                    .append(Math.max(1, Math.round(place.millisEach() / 1000.0))).append("\u00A0s each.");
        }
        words.append(" Everything is saved.");
        var buttons = new ArrayList<Node>();
        buttons.add(Buttons.primary("review-done", "Back to the examples", Feather.ARROW_LEFT, review::end));
        if (tally.skipped() > 0) {
            buttons.add(Buttons.secondary("review-skipped", "Review the " + Words.number(tally.skipped()) + " skipped",
                    Feather.PLAY, review::beginSkipped));
        }
        buttons.add(Buttons.secondary("review-take-back-button", "Take the last one back", Feather.ROTATE_CCW,
                review::takeBack));
        return EmptyState.of(Feather.CHECK, "The review is through", words.toString(), buttons.toArray(Node[]::new));
    }
}
