package fettle.ui.example.review;

import fettle.example.Example;
import fettle.example.Remarks;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.review.ReviewViewModel.State;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was said of the example: status, rating, flag, tags and note; with a field for the next tag or the note, when
/// they are asked for.
final class ReviewRemarks {

    private final ReviewViewModel review;
    private final Runnable leave;
    private final FlowPane chips = new FlowPane(6, 6);
    private final VBox fields = new VBox(8);
    private final VBox root = new VBox(8, chips, fields);
    private Optional<Example> shown = Optional.empty();

    /// `leave` gives the focus back to the page.
    ReviewRemarks(ReviewViewModel review, Runnable leave) {
        this.review = review;
        this.leave = leave;
        root.setId("review-remarks");
        chips.setRowValignment(javafx.geometry.VPos.CENTER);
        chips.setAlignment(Pos.CENTER_LEFT);
        review.stateProperty().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    /// Asks for a tag.
    void askTag() {
        ask("review-tag-field", "A tag", "", tag -> review.tag(tag));
    }

    /// Asks for the note.
    void askNote() {
        ask("review-note-field", "A note", shown.map(example -> example.remarks().note()).orElse(""),
                note -> review.write(note));
    }

    private void ask(String id, String prompt, String text, java.util.function.Consumer<String> done) {
        if (shown.isEmpty() || !review.session().writable().get()) {
            return;
        }
        var field = new TextField(text);
        field.setId(id);
        field.setPromptText(prompt + ", then Enter");
        field.setOnAction(_ -> {
            done.accept(field.getText());
            close();
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        fields.getChildren().setAll(field);
        field.requestFocus();
        field.end();
    }

    private void close() {
        fields.getChildren().clear();
        leave.run();
    }

    private void show(State state) {
        Optional<Example> now = state instanceof State.On(_, var example, _) ? example : Optional.empty();
        if (!now.map(Example::id).equals(shown.map(Example::id))) {
            fields.getChildren().clear();
        }
        shown = now;
        chips.getChildren().clear();
        now.ifPresent(this::draw);
    }

    private void draw(Example example) {
        chips.getChildren().add(Pill.of(ExampleWords.status(example.status()), switch (example.status()) {
            case DRAFT -> Pill.Tone.NEUTRAL;
            case APPROVED -> Pill.Tone.GOOD;
            case REJECTED -> Pill.Tone.BAD;
        }));
        Remarks remarks = example.remarks();
        if (remarks.rating() > 0) {
            var stars = Labels.whole("★".repeat(remarks.rating()) + "☆".repeat(Remarks.BEST - remarks.rating()),
                    "review-stars");
            stars.setId("review-stars");
            stars.setAccessibleText("Rated " + remarks.rating() + " of 5");
            chips.getChildren().add(stars);
        }
        if (remarks.flagged()) {
            var flag = Pill.of("Flagged", Pill.Tone.WARN);
            flag.setId("review-flagged");
            flag.setGraphic(Icons.of(Feather.FLAG, "icon-warn", "icon-small"));
            chips.getChildren().add(flag);
        }
        example.tags().forEach(tag -> chips.getChildren().add(Pill.of(tag, Pill.Tone.OUTLINE)));
        if (!remarks.note().isEmpty()) {
            chips.getChildren().add(Labels.wrapped("“" + remarks.note() + "”", "t-small", "t-soft"));
        }
    }
}
