package fettle.ui.source.intake;

import fettle.job.JobState;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands in the dialog while work runs, when it was stopped, and when nothing could be read.
final class Waiting {

    private final Label words = Labels.wrapped("", "t-strong");
    private final Label further = Labels.wrapped("", "t-soft");
    private final Label note = Labels.wrapped("", "t-soft", "t-small");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop;
    private final HBox running;
    private final VBox root;
    private final HBox sentence;

    Waiting(IntakeViewModel model) {
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        stop = Buttons.small(Buttons.secondary("intake-stop", "Stop", Feather.SQUARE, model::stop));
        running = new HBox(12, bar, stop);
        running.setAlignment(Pos.CENTER_LEFT);
        sentence = new HBox(8, Icons.of(Feather.ALERT_OCTAGON, "icon-bad"), words);
        sentence.setAlignment(Pos.TOP_LEFT);
        root = new VBox(10, sentence, further, running, note);
        root.getStyleClass().add("dialog-body");
        root.setId("intake-waiting");
        model.progressProperty().subscribe(this::progress);
    }

    Region root() {
        return root;
    }

    void show(String what, String quiet) {
        say(what, quiet, false, true);
    }

    void fail(String what, String next) {
        say(what, next, true, false);
    }

    void ask(String question) {
        say(question, "", false, false);
    }

    private void say(String what, String quiet, boolean bad, boolean runs) {
        words.setText(what);
        further.setText(quiet);
        further.setVisible(!quiet.isEmpty());
        further.setManaged(!quiet.isEmpty());
        sentence.getChildren().getFirst().setVisible(bad);
        sentence.getChildren().getFirst().setManaged(bad);
        running.setVisible(runs);
        running.setManaged(runs);
        note.setVisible(runs);
        note.setManaged(runs);
    }

    private void progress(Optional<JobState> now) {
        bar.setProgress(now.filter(job -> job.total() > 0).map(job -> (double) job.done() / job.total()).orElse(0.0));
        note.setText(now.map(JobState::note).orElse(""));
    }
}
