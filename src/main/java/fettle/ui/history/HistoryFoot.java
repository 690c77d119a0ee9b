package fettle.ui.history;

import fettle.example.Step;
import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.history.HistoryLine.Beginning;
import fettle.ui.history.HistoryLine.Day;
import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import fettle.ui.session.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Below the list: the chosen step in full, and the buttons that say what they do before they do it.
final class HistoryFoot {

    private final HistoryViewModel model;
    private final Label sentence = Labels.wrapped("", "t-strong");
    private final Label detail = Labels.wrapped("", "t-small", "t-soft");
    private final Button go;
    private final Button rows;
    private final VBox root;
    private Optional<HistoryLine> line = Optional.empty();

    HistoryFoot(HistoryViewModel model, Consumer<Step> showRows) {
        this.model = model;
        this.go = Buttons.small(Buttons.primary("history-go", "", Feather.CORNER_UP_LEFT,
                () -> number().ifPresent(model::travel)));
        this.rows = Buttons.small(Buttons.secondary("history-rows", "", Feather.LIST,
                () -> step().ifPresent(showRows)));
        var buttons = new FlowPane(8, 8, go, rows);
        root = new VBox(sentence, detail, buttons);
        root.getStyleClass().add("history-foot");
        root.managedProperty().bind(root.visibleProperty());
        go.managedProperty().bind(go.visibleProperty());
        rows.managedProperty().bind(rows.visibleProperty());
        go.disableProperty().bind(model.session().writable().not().or(model.travellingProperty()));
        show(Optional.empty());
    }

    Node root() {
        return root;
    }

    void show(Optional<HistoryLine> chosen) {
        line = chosen;
        root.setVisible(number().isPresent());
        number().ifPresent(this::fill);
    }

    private void fill(long number) {
        String route = model.routeWords(number);
        sentence.setText(step().map(Step::sentence).orElse("The beginning"));
        detail.setText(step().map(HistoryFoot::detail).orElse("Before the first step.")
                + (route.isEmpty() ? " The project stands here." : "")
                + (route.isEmpty() || model.session().writable().get()
                        ? ""
                        : " It can be looked at, not travelled to: the project is open for reading only."));
        go.setText(route);
        go.setVisible(!route.isEmpty());
        rows.setVisible(step().filter(step -> step.rows() > 0).isPresent());
        step().ifPresent(step -> rows.setText(step.rows() == 1
                ? "Show the row"
                : "Show the " + Words.count(step.rows(), "row", "rows")));
    }

    private static String detail(Step step) {
        return Words.exact(step.atMillis()) + ". Step " + Words.number(step.number())
                + switch (step.state()) {
                    case DONE -> ".";
                    case UNDONE -> ", undone.";
                    case BRANCH -> ", kept from before on a branch.";
                };
    }

    private Optional<Step> step() {
        return line.flatMap(now -> now instanceof Mark mark ? Optional.of(mark.step()) : Optional.empty());
    }

    private Optional<Long> number() {
        return line.flatMap(now -> switch (now) {
            case Mark mark -> Optional.of(mark.step().number());
            case Beginning _ -> Optional.of(0L);
            case Day _,Fold _ -> Optional.empty();
        });
    }
}
