package fettle.ui.example.ask;

import fettle.ui.control.Buttons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.text.StyledArea;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks a model about a text and shows what it suggests, over the examples.
public final class AskView {

    private static final double MOST_WIDTH = 1240;

    private final AskViewModel model;
    private final Overlay overlay;
    private final AskForm form;
    private final VBox root = new VBox();
    private final HBox columns = new HBox(12);
    private final Button accept;

    private AskView(AskViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.form = new AskForm(model);
        this.accept = Buttons.primary("ask-accept", "Take it whole", Feather.CHECK, this::accept);
        root.setId("ask");
        root.getStyleClass().addAll("dialog-layer", "ask");
        columns.getStyleClass().add("ask-columns");
        columns.setId("ask-columns");
        columns.setFocusTraversable(true);
        VBox.setVgrow(columns, Priority.ALWAYS);
        var body = new VBox(12, form.root(), columns);
        body.getStyleClass().add("dialog-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().setAll(head(), body, foot());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.suggestions().addListener((ListChangeListener<Suggestion>) _ -> showColumns());
        model.busyProperty().addListener((_, _, busy) -> {
            if (!busy && root.getScene() != null) {
                columns.requestFocus(); // from here on keys decide
            }
        });
        model.chosenProperty().subscribe(_ -> watchChosen());
        showColumns();
    }

    /// Shows it; what is under way stops when it closes.
    public static void show(AskViewModel model, Overlay overlay) {
        var view = new AskView(model, overlay);
        view.root.setMaxWidth(MOST_WIDTH);
        view.root.maxHeightProperty().bind(overlay.root().heightProperty().subtract(72));
        view.root.prefHeightProperty().bind(view.root.maxHeightProperty());
        overlay.show(view.root, Pos.TOP_CENTER, new Insets(40, 24, 24, 24), model::stop);
        view.form.focus();
    }

    private Node head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Labels.whole("Ask a model", "t-heading"),
                Labels.of(AskAction.name(model.exampleId()), "t-soft"), gap,
                Buttons.icon("close-dialog", Feather.X, "Close (Esc)", overlay::close));
        head.getStyleClass().add("dialog-head");
        return head;
    }

    private Node foot() {
        var numbers = new HBox(6, KeyCap.caps("1"), Labels.whole("to", "t-small", "t-soft"), KeyCap.caps("4"),
                Labels.whole("candidate", "t-small", "t-soft"));
        numbers.setAlignment(Pos.CENTER_LEFT);
        numbers.visibleProperty().bind(Bindings.size(model.suggestions()).greaterThan(1));
        numbers.managedProperty().bind(numbers.visibleProperty());
        var keys = new HBox(6, numbers, KeyCap.caps("J"), KeyCap.caps("K"),
                Labels.whole("changes", "t-small", "t-soft"),
                KeyCap.caps("A"), Labels.whole("take", "t-small", "t-soft"), KeyCap.caps("X"),
                Labels.whole("keep mine", "t-small", "t-soft"), KeyCap.caps("Enter"),
                Labels.whole("accept", "t-small", "t-soft"), KeyCap.caps("Esc"),
                Labels.whole("leave all as it is", "t-small", "t-soft"));
        keys.setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(8, keys, gap, Buttons.plain("ask-cancel", "Leave it", overlay::close), accept);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }

    private void showColumns() {
        columns.getChildren().clear();
        if (model.suggestions().size() <= 2) {
            columns.getChildren().add(present());
        }
        if (model.suggestions().isEmpty()) {
            Label hint = Labels.wrapped("What the model suggests will stand here, change by change. Answers that were "
                    + "paid before come from the journal and cost nothing.", "t-soft");
            hint.setId("ask-hint");
            var box = new VBox(hint);
            box.getStyleClass().addAll("ask-column", "empty");
            columns.getChildren().add(box);
        }
        for (int number = 0; number < model.suggestions().size(); number++) {
            columns.getChildren().add(new SuggestionColumn(model, model.suggestions().get(number), number).root());
        }
        columns.getChildren().forEach(column -> {
            HBox.setHgrow(column, Priority.ALWAYS);
            ((Region) column).setPrefWidth(200);
            ((Region) column).setMinWidth(160);
        });
        watchChosen();
    }

    private Node present() {
        var area = new StyledArea(model.targetProperty().get().words(), true);
        var words = Labels.whole("", "t-strong");
        words.textProperty().bind(model.targetProperty().map(target -> "Now · " + target.title().toLowerCase(
                java.util.Locale.ROOT)));
        model.targetProperty().addListener((_, _, now) -> area.replace(now.words()));
        var scroll = new ScrollPane(area.root());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var column = new VBox(8, words, scroll);
        column.getStyleClass().addAll("ask-column", "present");
        column.setId("ask-present");
        return column;
    }

    /// What the button takes follows the chosen candidate.
    private void watchChosen() {
        accept.textProperty().unbind();
        accept.disableProperty().unbind();
        Optional<Suggestion> chosen = model.current();
        if (chosen.isEmpty()) {
            accept.setText("Take it whole");
            accept.setDisable(true);
            return;
        }
        Suggestion one = chosen.get();
        var changed = new Observable[]{one.hunksProperty(), one.stateProperty()};
        accept.textProperty().bind(Bindings.createStringBinding(() -> one.hunksProperty().get()
                .filter(hunks -> hunks.taken() < hunks.count())
                .map(hunks -> "Take %s of %s".formatted(Words.number(hunks.taken()),
                        Words.count(hunks.count(), "change", "changes")))
                .orElse("Take it whole"), changed));
        accept.disableProperty().bind(Bindings.createBooleanBinding(
                () -> one.isRunning() || one.hunksProperty().get().map(hunks -> hunks.taken() == 0).orElse(true),
                changed));
    }

    private void accept() {
        if (!accept.isDisabled() && model.accept()) {
            overlay.close();
        }
    }

    /// Keys of the decision, while no field has the keys.
    private void key(KeyEvent event) {
        Node focused = root.getScene().getFocusOwner();
        boolean field = focused instanceof TextInputControl || focused instanceof ComboBoxBase;
        if (field || event.isShortcutDown() || event.isAltDown() || model.current().isEmpty()) {
            return;
        }
        Suggestion one = model.current().get();
        boolean button = focused instanceof ButtonBase;
        boolean taken = true;
        switch (event.getCode()) {
            case ENTER -> {
                taken = !button;
                if (!button) {
                    accept();
                }
            }
            case DIGIT1 -> model.choose(0);
            case DIGIT2 -> model.choose(1);
            case DIGIT3 -> model.choose(2);
            case DIGIT4 -> model.choose(3);
            case J, DOWN -> one.step(1);
            case K, UP -> one.step(-1);
            case A -> decide(one, true);
            case X -> decide(one, false);
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    /// Decides on a change and goes on to the next.
    private static void decide(Suggestion one, boolean take) {
        one.decide(take);
        one.step(1);
    }
}
