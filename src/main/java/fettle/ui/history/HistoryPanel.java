package fettle.ui.history;

import fettle.example.Step;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Pill;
import fettle.ui.control.Pill.Tone;
import fettle.ui.control.SearchField;
import fettle.ui.history.HistoryLine.Beginning;
import fettle.ui.history.HistoryLine.Day;
import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import fettle.ui.session.Command;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the history at the right edge: a line per step, branches beside it; below, what can be done with the chosen one.
public final class HistoryPanel {

    private final HistoryViewModel model;
    private final Overlay overlay;
    private final ListView<HistoryLine> list;
    private final SearchField search;
    private final HistoryFoot foot;
    private final VBox root;
    private long chosen = -1;
    private long chosenFold = -1;

    public HistoryPanel(HistoryViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.search = new SearchField("history-filter", "Filter the steps", model.filterProperty()).flush();
        this.foot = new HistoryFoot(model, this::showRows);
        this.list = list();
        root = new VBox(head(), Card.hairline(), search.root(), Card.hairline(), list, foot.root());
        root.setId("history-panel");
        root.getStyleClass().addAll("dialog-layer", "history-panel");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key); // before the list takes Enter for itself
        model.lines().addListener((ListChangeListener<HistoryLine>) _ -> listed()); // after the list's own listeners
        model.treeProperty().addListener(_ -> list.setPlaceholder(nothing())); // no lines before and none after: no change
        listed();
        model.session().commands().add(Command.of("history", "Show the history", Feather.ROTATE_CCW, this::open)
                .keys("Shift+Shortcut+H").when(model.session().hasProject()));
    }

    private void open() {
        chosen = -1;
        chosenFold = -1;
        model.filterProperty().set("");
        model.shownProperty().set(true);
        overlay.show(root, Pos.CENTER_RIGHT, new Insets(56, 8, 40, 8), () -> model.shownProperty().set(false));
        list.requestFocus();
    }

    private Node head() {
        var tree = model.treeProperty();
        Label place = Pill.of("", Tone.NEUTRAL);
        place.setId("history-place");
        place.textProperty().bind(tree.map(now -> now.onTheWay() == 0
                ? ""
                : Words.number(now.done()) + " / " + Words.number(now.onTheWay())));
        place.visibleProperty().bind(place.textProperty().isNotEmpty());
        place.setTooltip(new Tooltip("How many of the steps are done. Those kept on branches are not counted."));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button undo = Buttons.icon("panel-undo", Feather.CORNER_UP_LEFT, "Undo one step", () -> run("undo"));
        Button redo = Buttons.icon("panel-redo", Feather.CORNER_UP_RIGHT, "Redo one step", () -> run("redo"));
        var locked = model.session().writable().not().or(model.travellingProperty());
        undo.disableProperty().bind(locked.or(Bindings.createBooleanBinding(() -> tree.get().head() == 0, tree)));
        redo.disableProperty().bind(locked.or(
                Bindings.createBooleanBinding(() -> tree.get().done() == tree.get().onTheWay(), tree)));
        var head = new HBox(8, Labels.whole("History", "t-heading"), place, gap,
                undo, redo, Buttons.icon("close-history", Feather.X, "Close", overlay::close));
        head.getStyleClass().add("history-head");
        return head;
    }

    private void run(String command) {
        model.session().commands().find(command).ifPresent(found -> found.run().run());
    }

    private ListView<HistoryLine> list() {
        var view = new ListView<>(model.lines());
        view.setId("history-list");
        view.getStyleClass().addAll("unruled", "plain");
        view.setCellFactory(_ -> new HistoryCell());
        view.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> choose(line));
        view.setOnMouseClicked(event -> {
            if (view.getSelectionModel().getSelectedItem() instanceof Fold) {
                act();
            } else if (event.getClickCount() == 2) {
                act();
            }
        });
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }

    /// After the lines were listed anew the same step is chosen; at first the one where the project stands.
    private void listed() {
        list.setPlaceholder(nothing());
        if (chosenFold >= 0 && select(chosenFold)) {
            return;
        }
        long wanted = chosen < 0 ? model.treeProperty().get().head() : chosen;
        for (int index = 0; index < model.lines().size(); index++) {
            if (number(model.lines().get(index)).filter(number -> number == wanted).isPresent()) {
                list.getSelectionModel().select(index);
                foot.show(Optional.of(model.lines().get(index))); // the same line may lead elsewhere now
                if (chosen < 0) {
                    list.applyCss(); // scrolling counts on the lines being laid out
                    list.layout();
                    list.scrollTo(Math.max(0, index - 3));
                }
                return;
            }
        }
        list.getSelectionModel().clearSelection();
        foot.show(Optional.empty());
    }

    private Node nothing() {
        if (!model.isKnown()) {
            return new Region();
        }
        return model.filterProperty().get().isBlank()
                ? EmptyState.of(Feather.ROTATE_CCW, "Nothing was changed yet",
                        "Every import, edit and decision will stand here, and can be gone back to.")
                : Labels.wrapped("No step is called that.", "t-soft", "history-none");
    }

    private void choose(HistoryLine line) {
        if (line != null) {
            chosenFold = line instanceof Fold(long branch, _, _, _, _) ? branch : -1;
            number(line).ifPresent(number -> chosen = number);
            foot.show(Optional.of(line));
        }
    }

    /// The step that a line leads to.
    private static Optional<Long> number(HistoryLine line) {
        return switch (line) {
            case Mark(Step step, _, _, _, _, _) -> Optional.of(step.number());
            case Beginning _ -> Optional.of(0L);
            case Day _,Fold _ -> Optional.empty();
        };
    }

    /// Goes to the chosen step, or opens and closes the chosen branch.
    private void act() {
        switch (list.getSelectionModel().getSelectedItem()) {
            case Mark(Step step, _, _, _, _, _) -> travel(step.number());
            case Beginning _ -> travel(0);
            case Fold(long branch, _, _, _, _) -> fold(branch);
            case Day _ -> {}
            case null -> {}
        }
    }

    private void travel(long number) {
        if (model.session().writable().get()) {
            model.travel(number);
        }
    }

    private void fold(long branch) {
        model.fold(branch);
        select(branch);
    }

    /// Chooses the line of a folded branch; returns whether it is there.
    private boolean select(long branch) {
        for (int index = 0; index < model.lines().size(); index++) {
            if (model.lines().get(index) instanceof Fold(long same, _, _, _, _) && same == branch) {
                list.getSelectionModel().select(index);
                foot.show(Optional.of(model.lines().get(index)));
                return true;
            }
        }
        return false;
    }

    private void showRows(Step step) {
        overlay.close();
        model.showRows(step);
    }

    private void key(KeyEvent event) {
        boolean inList = list.equals(root.getScene().getFocusOwner());
        if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
            search.requestFocus();
        } else if (event.getCode() == KeyCode.DOWN && !inList) {
            list.requestFocus();
        } else if (inList && event.getCode() == KeyCode.ENTER) {
            act();
        } else if (inList
                && list.getSelectionModel().getSelectedItem() instanceof Fold(long branch, _, _, _, boolean open)
                && (event.getCode() == KeyCode.SPACE || event.getCode() == (open ? KeyCode.LEFT : KeyCode.RIGHT))) {
            fold(branch);
        } else {
            return;
        }
        event.consume();
    }
}
