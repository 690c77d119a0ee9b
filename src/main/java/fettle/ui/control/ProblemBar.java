package fettle.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A problem in place: the sentence, what to do next, and "Copy details" for a bug. Takes no room while there is none.
public final class ProblemBar {

    private final HBox root = new HBox();

    public ProblemBar(ObservableValue<Optional<Problem>> problem) {
        root.getStyleClass().add("problem");
        root.setId("problem");
        root.setManaged(false);
        root.setVisible(false);
        show(problem.getValue());
        problem.addListener((_, _, now) -> show(now));
    }

    /// Closes itself too: `dismiss` takes the problem away.
    public ProblemBar(ObservableValue<Optional<Problem>> problem, Runnable dismiss) {
        this(problem);
        problem.addListener((_, _, now) -> now.ifPresent(_ -> addDismiss(dismiss)));
        problem.getValue().ifPresent(_ -> addDismiss(dismiss));
    }

    public Node root() {
        return root;
    }

    private void show(Optional<Problem> problem) {
        root.getChildren().clear();
        root.setManaged(problem.isPresent());
        root.setVisible(problem.isPresent());
        problem.ifPresent(this::fill);
    }

    private void fill(Problem problem) {
        var words = new VBox(2, Labels.wrapped(problem.sentence(), "problem-sentence"));
        words.getStyleClass().add("problem-words");
        if (!problem.next().isEmpty()) {
            words.getChildren().add(Labels.wrapped(problem.next(), "problem-next"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        root.getChildren().addAll(Icons.of(Feather.ALERT_OCTAGON, "icon-bad"), words);
        if (!problem.details().isEmpty()) {
            root.getChildren().add(Buttons.small(copy(problem.details())));
        }
    }

    private void addDismiss(Runnable dismiss) {
        root.getChildren().add(Buttons.icon("dismiss-problem", Feather.X, "Dismiss", dismiss));
    }

    private static Button copy(String details) {
        return Buttons.secondary("copy-details", "Copy details", Feather.COPY, () -> {
            var content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
