package fettle.ui.jobs;

import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One job: what it is, how far or how ended, and Stop while it runs.
final class JobCell extends ListCell<JobLine> {

    private final JobsViewModel model;

    JobCell(JobsViewModel model) {
        this.model = model;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable JobLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty || line == null ? null : row(line));
    }

    private HBox row(JobLine line) {
        var sentence = Labels.of(line.sentence(), "t-small", line.kind() == JobLine.Kind.FAILED ? "t-bad" : "t-soft");
        var words = new VBox(2, Labels.of(line.title(), "t-medium"), sentence);
        if (!line.next().isEmpty()) {
            words.getChildren().add(Labels.of(line.next(), "t-small", "t-soft"));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, icon(line.kind()), words);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (line.kind() == JobLine.Kind.RUNNING) {
            var bar = new ProgressBar(line.share() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : line.share());
            bar.setMinWidth(160);
            row.getChildren().addAll(bar, Buttons.small(Buttons.danger("stop-job-" + line.id(), "Stop", Feather.SQUARE,
                    () -> model.stop(line.id()))));
        } else if (!line.details().isEmpty()) {
            row.getChildren().add(copy(line));
        }
        return row;
    }

    private static Button copy(JobLine line) {
        return Buttons.small(Buttons.secondary("copy-job-" + line.id(), "Copy details", Feather.COPY, () -> {
            var content = new ClipboardContent();
            content.putString(line.details());
            Clipboard.getSystemClipboard().setContent(content);
        }));
    }

    private static FontIcon icon(JobLine.Kind kind) {
        return switch (kind) {
            case RUNNING -> Icons.of(Feather.ACTIVITY, "icon-accent");
            case DONE -> Icons.of(Feather.CHECK_CIRCLE, "icon-good");
            case STOPPED -> Icons.of(Feather.PAUSE_CIRCLE, "icon-warn");
            case FAILED -> Icons.of(Feather.ALERT_OCTAGON, "icon-bad");
        };
    }
}
