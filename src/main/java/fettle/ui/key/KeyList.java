package fettle.ui.key;

import fettle.ui.control.Buttons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.KeyCapture;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.control.SearchField;
import fettle.ui.control.WideButton;
import fettle.ui.key.KeyListViewModel.State;
import fettle.ui.session.Command;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Draws the key map: commands in groups, each with its keys; a press on one asks for others.
public final class KeyList {

    /// How long a second letter may take.
    private static final Duration PATIENCE = Duration.millis(900);
    private static final double COLUMN = 316;

    private final KeyListViewModel model;
    private final VBox root = new VBox();
    private final FlowPane groups = new FlowPane();
    private final PauseTransition pause = new PauseTransition(PATIENCE);

    public KeyList(KeyListViewModel model) {
        this.model = model;
        root.getStyleClass().add("key-list");
        groups.getStyleClass().add("key-groups");
        pause.setOnFinished(_ -> model.enough());
        root.getChildren().addAll(new SearchField("key-search", "Search the keys", model.searchProperty()).root(),
                groups);
        model.groups().subscribe(this::draw);
        model.stateProperty().subscribe(this::asked);
        draw();
    }

    public Region root() {
        return root;
    }

    private void asked(State state) {
        pause.stop();
        draw();
        if (state instanceof State.Asking asking && !asking.first().isEmpty()) {
            pause.playFromStart();
        }
    }

    /// Drawn anew, also because a command came or went, the box that waits for keys still has them.
    private void draw() {
        groups.getChildren().setAll(model.groups().stream().map(this::group).toList());
        if (model.groups().isEmpty()) {
            groups.getChildren().add(Labels.wrapped("No command and no key is called that.", "t-soft"));
        }
        Node capture = root.lookup("#key-capture");
        if (capture != null) {
            capture.requestFocus();
        }
    }

    private Node group(KeyListViewModel.Group group) {
        var column = new VBox(Labels.of(group.title(), "t-label"));
        column.getStyleClass().add("key-group");
        group.commands().forEach(command -> column.getChildren()
                .add(command.id().equals(model.asked()) ? change(command) : row(command)));
        column.setPrefWidth(COLUMN);
        return column;
    }

    private Node row(Command command) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var title = Labels.of(command.title());
        title.setMinWidth(0);
        var row = new HBox(8, title, gap);
        if (model.isChanged(command)) {
            row.getChildren().add(Pill.of("yours", Pill.Tone.ACCENT));
        }
        row.getChildren().add(command.keys().isEmpty()
                ? Labels.whole("no key", "t-small", "t-soft")
                : ways(command.keys()));
        row.setAlignment(Pos.CENTER_LEFT);
        var button = WideButton.row("key-" + command.id(), command.title() + ": change its keys", row,
                () -> model.ask(command.id(), false));
        button.getStyleClass().add("key-row");
        return button;
    }

    /// All ways, with "or" between.
    private static HBox ways(String keys) {
        var row = new HBox(5);
        Stream.of(keys.split("\\|")).forEach(way -> {
            if (!row.getChildren().isEmpty()) {
                row.getChildren().add(Labels.whole("or", "t-small", "t-soft"));
            }
            row.getChildren().add(KeyCap.caps(way));
        });
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        return row;
    }

    /// The same command while its keys are changed.
    private Node change(Command command) {
        var card = new VBox(8, Labels.of(command.title(), "t-strong"));
        card.getStyleClass().add("key-change");
        switch (model.stateProperty().get()) {
            case State.Idle() -> {}
            case State.Asking asking -> card.getChildren().addAll(capture(asking.first()), ways(command, asking));
            case State.Refused refused -> card.getChildren().addAll(
                    Labels.wrapped(refused.sentence(), "t-bad"), capture(""), end());
            case State.Taken taken -> card.getChildren().addAll(taken(taken));
        }
        return card;
    }

    private Node capture(String first) {
        var box = new KeyCapture("key-capture", "Press the new keys", model::press);
        box.getChildren().add(first.isEmpty()
                ? Labels.of("Press the new keys", "t-soft")
                : new HBox(6, KeyCap.caps(first), Labels.of("and perhaps a second one", "t-soft")));
        return box;
    }

    private Node ways(Command command, State.Asking asking) {
        var row = new FlowPane(6, 6);
        if (!command.keys().isEmpty()) {
            row.getChildren().addAll(
                    small("key-more", asking.more() ? "Instead of the old" : "Beside the old", Feather.PLUS,
                            () -> model.ask(command.id(), !asking.more())),
                    small("key-none", "No key", Feather.X, () -> model.takeAway(command.id())));
        }
        if (model.isChanged(command)) {
            row.getChildren().add(small("key-reset", "As it came", Feather.ROTATE_CCW,
                    () -> model.reset(command.id())));
        }
        row.getChildren().add(end());
        return row;
    }

    private Node[] taken(State.Taken taken) {
        String sentence = KeyListViewModel.names(taken.by())
                + (taken.by().size() == 1 ? " has these keys." : " have these keys.");
        var keys = new HBox(8, ways(taken.keys()));
        keys.setAlignment(Pos.CENTER_LEFT);
        var buttons = new FlowPane(6, 6, small("key-take", "Take them over", Feather.CHECK, model::takeOver),
                small("key-other", "Press others", Feather.COMMAND, () -> model.ask(taken.id(), taken.more())), end());
        return new Node[]{keys, Labels.wrapped(sentence, "t-bad"), buttons};
    }

    private Button end() {
        return small("key-cancel", "Leave it", Feather.CORNER_UP_LEFT, model::cancel);
    }

    private static Button small(String id, String words, Feather icon, Runnable act) {
        return Buttons.small(Buttons.secondary(id, words, icon, act));
    }
}
