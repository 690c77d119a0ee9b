package fettle.ui.example;

import fettle.ui.example.editor.EditorState;
import fettle.example.ExampleStatus;
import fettle.example.Remarks;
import fettle.ui.example.review.ReviewView;
import fettle.ui.example.review.ReviewViewModel;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/// The commands of the screen, so that keys, palette and key sheet know them.
final class ExampleCommands {

    private final ExamplesViewModel model;
    private final ReviewViewModel review;

    ExampleCommands(ExamplesViewModel model, ReviewViewModel review) {
        this.model = model;
        this.review = review;
    }

    /// `edit` puts the caret into the text, `search` into the search field; `generate` asks how to generate.
    void add(ReviewView view, Runnable edit, Runnable search, Runnable generate) {
        ObservableBooleanValue open = Bindings.createBooleanBinding(
                () -> model.editor().stateProperty().get() instanceof EditorState.Open,
                model.editor().stateProperty());
        BooleanBinding list = review.reviewing().not();
        BooleanBinding writing = list.and(open).and(model.session().writable());
        model.session().commands().add(
                inList("example-approve", "Approve the example", Feather.CHECK, "A",
                        () -> model.decide(ExampleStatus.APPROVED)).when(writing),
                inList("example-reject", "Reject the example", Feather.X, "X",
                        () -> model.decide(ExampleStatus.REJECTED)).when(writing),
                inList("example-draft", "Make the example a draft again", Feather.CIRCLE, "D",
                        () -> model.decide(ExampleStatus.DRAFT)).when(writing),
                inList("example-next", "Next example", Feather.CHEVRON_DOWN, "J", () -> model.move(1)).when(list),
                inList("example-previous", "Previous example", Feather.CHEVRON_UP, "K", () -> model.move(-1))
                        .when(list),
                inList("example-edit", "Edit the example", Feather.EDIT_2, "E", edit).when(list.and(open)),
                inList("example-search", "Search the examples", Feather.SEARCH, "/", search).when(list),
                command("generate", "Generate examples…", Feather.ZAP, "", generate).when(model.session().writable()),
                inList("example-show-all", "Show all examples", Feather.FILTER, "", model.query()::clear).when(list),
                inList("example-by-tokens", "Sort the examples by tokens", Feather.ARROW_DOWN, "",
                        () -> model.query().sort("tokens", true)).when(list));
        addReview(view);
        addHistory();
    }

    private void addReview(ReviewView view) {
        BooleanBinding on = review.reviewing();
        BooleanBinding reading = on.and(review.editingProperty().not());
        BooleanBinding deciding = reading.and(model.session().writable());
        model.session().commands().add(
                inList("review", "Review the examples that are shown", Feather.PLAY, "R", review::begin)
                        .when(on.not()),
                inReview("review-approve", "Approve", Feather.CHECK, "A|Enter",
                        () -> review.decide(ExampleStatus.APPROVED)).when(deciding),
                inReview("review-reject", "Reject", Feather.X, "X", () -> review.decide(ExampleStatus.REJECTED))
                        .when(deciding),
                inReview("review-skip", "Skip", Feather.SKIP_FORWARD, "Space", review::skip).when(reading),
                inReview("review-next", "Next without a decision", Feather.CHEVRON_DOWN, "J|Right", review::next)
                        .when(reading),
                inReview("review-back", "Back by one", Feather.CHEVRON_UP, "K|Left", review::back).when(reading),
                inReview("review-take-back", "Take the last decision back", Feather.ROTATE_CCW,
                        "Backspace|Shortcut+Z",
                        review::takeBack).when(reading),
                inReview("review-edit", "Edit", Feather.EDIT_2, "E", review::edit).when(deciding),
                inReview("review-approve-edited", "Approve what was edited", Feather.CHECK, "Alt+Enter",
                        review::approveEdited).when(on.and(review.editingProperty())),
                inReview("review-flag", "Flag, or take the flag off", Feather.FLAG, "F", review::flag).when(deciding),
                inReview("review-tag", "Tag", Feather.TAG, "T", view::askTag).when(deciding),
                inReview("review-note", "Note", Feather.FILE_TEXT, "N", view::askNote).when(deciding),
                inReview("review-page-down", "Down by a page", Feather.CHEVRONS_DOWN, "PageDown|Shift+Space",
                        () -> view.page(1)).when(reading),
                inReview("review-page-up", "Up by a page", Feather.CHEVRONS_UP, "PageUp", () -> view.page(-1))
                        .when(reading),
                inReview("review-line-down", "Down", Feather.ARROW_DOWN, "Down", () -> view.line(1)).when(reading),
                inReview("review-line-up", "Up", Feather.ARROW_UP, "Up", () -> view.line(-1)).when(reading),
                inReview("review-end", "Back to the list", Feather.ARROW_LEFT, "Esc", review::end).when(reading));
        for (int rating = 0; rating <= Remarks.BEST; rating++) {
            int stars = rating;
            model.session().commands().add(inReview("review-rate-" + rating,
                    rating == 0 ? "Take the rating off" : "Rate " + rating + " of " + Remarks.BEST, Feather.STAR,
                    Integer.toString(rating), () -> review.rate(stars)).when(deciding));
        }
    }

    /// Undo and redo, unless the window has them for all screens.
    private void addHistory() {
        if (model.session().commands().find("undo").isPresent()) {
            return;
        }
        model.session().commands().add(
                command("undo", "Undo the last step of the project", Feather.ROTATE_CCW, "Shortcut+Z",
                        model::undo).when(model.session().writable()),
                command("redo", "Do the undone step again", Feather.ROTATE_CW, "Shift+Shortcut+Z",
                        model::redo).when(model.session().writable()));
    }

    private static Command command(String id, String title, Feather icon, String keys, Runnable run) {
        return Command.of(id, title, icon, run).keys(keys).in(Place.EXAMPLES);
    }

    /// Only beside the list: the review has the same keys for its own.
    private static Command inList(String id, String title, Feather icon, String keys, Runnable run) {
        return command(id, title, icon, keys, run).within("List");
    }

    private static Command inReview(String id, String title, Feather icon, String keys, Runnable run) {
        return command(id, title, icon, keys, run).within("Review");
    }
}
