package fettle.ui.history;

import fettle.example.Step;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.WideButton;
import fettle.ui.session.Command;
import fettle.ui.session.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the history at the right edge: a sentence per step; a click travels there.
public final class HistoryPanel {

    private static final int MOST = 400;

    private final HistoryViewModel model;
    private final Overlay overlay;
    private final VBox rows = new VBox();
    private final VBox root;

    public HistoryPanel(HistoryViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head(), Card.hairline(), scroll);
        root.setId("history-panel");
        root.getStyleClass().addAll("dialog-layer", "history-panel");
        model.steps().subscribe(this::draw);
        model.session().commands().add(Command.of("history", "Show the history", Feather.ROTATE_CCW, this::open)
                .keys("Shift+Shortcut+H").when(model.session().hasProject()));
    }

    private void open() {
        draw();
        overlay.show(root, Pos.CENTER_RIGHT, new Insets(56, 8, 40, 8), () -> {});
    }

    private Node head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button undo = Buttons.small(Buttons.secondary("panel-undo", "Undo", Feather.CORNER_UP_LEFT,
                () -> run("undo")));
        Button redo = Buttons.small(Buttons.secondary("panel-redo", "Redo", Feather.CORNER_UP_RIGHT,
                () -> run("redo")));
        undo.disableProperty().bind(model.session().writable().not());
        redo.disableProperty().bind(model.session().writable().not());
        var head = new HBox(8, Labels.whole("History", "t-heading"), Labels.of(model.placeProperty(), "t-soft"), gap,
                undo, redo, Buttons.icon("close-history", Feather.X, "Close", overlay::close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(12, 12, 12, 16));
        return head;
    }

    private void run(String command) {
        model.session().commands().find(command).ifPresent(found -> found.run().run());
    }

    private void draw() {
        rows.getChildren().clear();
        if (model.steps().isEmpty()) {
            var none = Labels.wrapped("Nothing was changed yet. Every import, edit and decision will stand here.",
                    "t-soft");
            none.setPadding(new Insets(16));
            rows.getChildren().add(none);
            return;
        }
        long here = model.steps().stream().filter(step -> !step.undone()).mapToLong(Step::number).max().orElse(0);
        model.steps().stream().limit(MOST).forEach(step -> rows.getChildren().add(row(step, step.number() == here)));
        if (model.steps().size() <= MOST) {
            rows.getChildren().add(begin(here == 0));
        }
    }

    private Node row(Step step, boolean here) {
        var words = Labels.wrapped(step.sentence(), here ? "t-strong" : step.undone() ? "t-soft" : "t-plain");
        var when = Labels.wrapped(Words.when(step.atMillis()) + " · " + Words.count(step.rows(), "row", "rows")
                + (step.undone() ? " · undone" : ""), "t-small", "t-soft");
        return line("step-" + step.number(), here, step.sentence(), new VBox(1, words, when),
                () -> model.travel(step.number()));
    }

    private Node begin(boolean here) {
        return line("step-0", here, "The beginning", new VBox(Labels.of("The beginning", here ? "t-strong" : "t-soft")),
                () -> model.travel(0));
    }

    private Node line(String id, boolean here, String says, VBox words, Runnable action) {
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(10, Icons.of(here ? Feather.MAP_PIN : Feather.CIRCLE,
                here ? "icon-accent" : "icon-faint", "icon-small"), words);
        line.setAlignment(Pos.CENTER_LEFT);
        WideButton row = WideButton.row(id, (here ? "Here: " : "Go to: ") + says, line, action);
        row.getStyleClass().add("history-row");
        row.disableProperty().bind(model.session().writable().not());
        return row;
    }
}
