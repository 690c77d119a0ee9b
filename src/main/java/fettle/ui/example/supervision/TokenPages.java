package fettle.ui.example.supervision;

import fettle.tuning.supervision.Supervision;
import fettle.tuning.supervision.Supervision.Kind;
import fettle.tuning.supervision.Supervision.Stretch;
import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.text.StyledArea;
import fettle.ui.session.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The tokens of a row, a page at a time, with what one knows of the token under the mouse or at the caret.
final class TokenPages {

    private final SupervisionViewModel model;
    private final VBox root = new VBox(8);
    private final VBox card = new VBox();
    private final FlowPane turning = new FlowPane(8, 6);
    private final Label pointed = Labels.wrapped("", "t-small", "t-soft");
    private Supervision row;
    private SupervisionText shown;

    TokenPages(SupervisionViewModel model) {
        this.model = model;
        this.row = NO_ROW;
        this.shown = new SupervisionText(NO_ROW, 0, 0, false);
        card.getStyleClass().add("supervision-text");
        pointed.setId("supervision-token");
        root.getChildren().setAll(card, pointed, turning);
        model.bordersProperty().addListener(_ -> draw());
        model.pageProperty().addListener(_ -> draw());
    }

    private static final Supervision NO_ROW = Supervision.none();

    Node root() {
        return root;
    }

    void show(Supervision now) {
        row = now;
        draw();
    }

    private void draw() {
        int page = model.pageProperty().get();
        shown = new SupervisionText(row, page * SupervisionViewModel.PAGE, SupervisionViewModel.PAGE,
                model.bordersProperty().get());
        var area = new StyledArea(shown.text(), true);
        area.paint(shown.text(), shown.styling());
        area.area().setId("supervision-words");
        area.area().addEventFilter(MouseEvent.MOUSE_MOVED, event -> area.area().hit(event.getX(), event.getY())
                .getCharacterIndex().ifPresent(this::point));
        area.area().caretPositionProperty().addListener((_, _, at) -> point(at));
        card.getChildren().setAll(area.root());
        pointed.setText("Point at a token, or move the caret to it, to see its number and its id.");
        turn(page);
    }

    private void turn(int page) {
        int length = row.row().length();
        turning.getChildren().clear();
        if (length <= SupervisionViewModel.PAGE) {
            return;
        }
        int from = page * SupervisionViewModel.PAGE;
        int to = Math.min(length, from + SupervisionViewModel.PAGE);
        turning.getChildren().add(Labels.whole("Tokens %s to %s of %s".formatted(Words.number(from + 1L),
                Words.number(to), Words.number(length)), "t-small"));
        var previous = Buttons.small(Buttons.secondary("supervision-previous", "Previous", Feather.CHEVRON_LEFT,
                () -> model.turn(-1)));
        previous.setDisable(page == 0);
        var next = Buttons.small(Buttons.secondary("supervision-next", "Next", Feather.CHEVRON_RIGHT,
                () -> model.turn(1)));
        next.setDisable(to == length);
        turning.getChildren().addAll(previous, next);
        if (row.counts().cut() > 0) {
            turning.getChildren().add(Buttons.small(Buttons.secondary("supervision-to-cut", "Where it is cut",
                    Feather.SCISSORS, model::goToTheCut)));
        }
    }

    private void point(int offset) {
        int token = shown.tokenAt(offset);
        if (token >= 0) {
            pointed.setText(words(token));
        }
    }

    /// "Token 38 of 1,182 · id 15496 · “ gas” · trained · turn 3".
    private String words(int token) {
        Stretch stretch = shown.stretchOf(token);
        String text = row.text().substring(token == 0 ? 0 : row.end(token - 1), row.end(token)).replace("\n", "↵");
        int id = row.row().id(token);
        return "Token %s of %s · %s · %s · %s%s%s".formatted(Words.number(token + 1L),
                Words.number(row.row().length()), id >= 0 ? "id " + id : "its id is not known here",
                text.isEmpty() ? "part of a letter" : "“" + text + "”", KindWords.name(stretch.kind()),
                stretch.kind() == Kind.CUT && stretch.wouldTrain() ? ", would be trained" : "",
                stretch.turn() >= 0 ? " · turn " + (stretch.turn() + 1) : "");
    }
}
