package fettle.ui.history;

import fettle.example.Step;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.history.HistoryLine.Beginning;
import fettle.ui.history.HistoryLine.Day;
import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import fettle.ui.session.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One line of the history, with the lines that join the steps at its left.
final class HistoryCell extends ListCell<HistoryLine> {

    HistoryCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("history-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable HistoryLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("day", "fold", "here");
        setTooltip(null);
        setId(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(switch (line) {
            case Day(LocalDate day) -> day(day);
            case Mark mark -> mark(mark);
            case Fold fold -> fold(fold);
            case Beginning(boolean here) -> beginning(here);
        });
    }

    private Node day(LocalDate day) {
        String words = Words.day(day, LocalDate.now(ZoneId.systemDefault()));
        getStyleClass().add("day");
        setAccessibleText(words);
        return Labels.whole(words, "t-label");
    }

    private Node mark(Mark mark) {
        Step step = mark.step();
        setId("step-" + step.number());
        if (mark.here()) {
            getStyleClass().add("here");
        }
        String rows = Words.count(step.rows(), "row", "rows");
        String state = mark.here() ? "The project stands here" : switch (step.state()) {
            case DONE -> "";
            case UNDONE -> "undone";
            case BRANCH -> "kept from before";
        };
        Label sentence = Labels.of(step.sentence(),
                mark.here() ? "t-strong" : step.done() ? "t-plain" : "t-soft");
        String ago = Words.ago(step.atMillis());
        Label detail = Labels.of(ago + " · " + rows + (state.isEmpty() ? "" : " · " + state), "t-small", "t-soft");
        setTooltip(new Tooltip(step.sentence() + "\n" + Words.exact(step.atMillis())));
        setAccessibleText(step.sentence() + ", " + ago + ", " + rows + (state.isEmpty() ? "" : ", " + state));
        return row(Rail.step(mark), sentence, detail);
    }

    private Node fold(Fold fold) {
        setId("branch-" + fold.root());
        getStyleClass().add("fold");
        String words = "Kept from before: " + Words.count(fold.steps(), "step", "steps");
        setAccessibleText(words + (fold.open() ? ", open" : ", closed"));
        setTooltip(new Tooltip("Done, undone, and left behind when something else was done. One can still go there."));
        var line = new HBox(Rail.fold(fold),
                Icons.of(fold.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, "icon-small"),
                Labels.of(words, "t-small", "t-soft"));
        line.getStyleClass().add("history-line");
        return line;
    }

    private Node beginning(boolean here) {
        setId("step-0");
        if (here) {
            getStyleClass().add("here");
        }
        setAccessibleText("The beginning" + (here ? ", the project stands here" : ""));
        return row(Rail.beginning(here), Labels.of("The beginning", here ? "t-strong" : "t-plain"),
                Labels.of(here ? "The project stands here" : "Before the first step", "t-small", "t-soft"));
    }

    private static Node row(Node rail, Label sentence, Label detail) {
        var words = new VBox(1, sentence, detail);
        words.getStyleClass().add("history-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(rail, words);
        line.getStyleClass().add("history-line");
        return line;
    }
}
