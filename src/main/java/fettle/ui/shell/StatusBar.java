package fettle.ui.shell;

import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The running job with its progress and Stop; at the right what there is and that it is safe.
final class StatusBar {

    private final HBox root = new HBox();

    StatusBar(ShellViewModel model) {
        var status = model.status();
        var running = status.map(StatusLine::running);
        var sign = Icons.of(Feather.ACTIVITY, "icon-accent");
        var title = Labels.of(status.map(StatusLine::title));
        title.setId("status-title");
        var note = Labels.of(status.map(StatusLine::note));
        var left = Labels.of(status.map(StatusLine::left));
        var progress = new ProgressBar();
        progress.setPrefWidth(160);
        progress.setMinWidth(60);
        progress.progressProperty().bind(status.map(StatusLine::progress).map(Number.class::cast));
        Button stop = Buttons.quiet("stop", "Stop", Feather.SQUARE, model::stop);
        stop.getStyleClass().add("small");
        for (Node part : new Node[]{sign, note, progress, left, stop}) {
            part.visibleProperty().bind(running);
            part.managedProperty().bind(running);
        }
        running.addListener((_, _, now) -> strong(title, now));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var saved = Labels.of(model.saved());
        saved.setId("saved");
        saved.setGraphic(Icons.of(Feather.CHECK, "icon-good"));
        saved.visibleProperty().bind(model.session().hasProject());
        var examples = Labels.of(model.exampleCount());
        examples.visibleProperty().bind(Bindings.createBooleanBinding(() -> !model.exampleCount().getValue().isEmpty(),
                model.session().countsProperty()));
        root.getStyleClass().add("status-bar");
        root.getChildren().addAll(sign, title, note, progress, left, stop, gap, examples, saved);
    }

    Node root() {
        return root;
    }

    private static void strong(Node title, boolean running) {
        title.getStyleClass().remove("t-text");
        if (running) {
            title.getStyleClass().add("t-text");
        }
    }
}
