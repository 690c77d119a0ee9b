package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One source: what it is, what it gave, when it was read, its state, and a menu. While it is read its progress stands
/// there, with Stop.
final class SourceCell extends ListCell<SourceRow> {

    /// In widths of a letter, as all sizes here: the text may be twice as large.
    private static final double NARROW = 52;
    private static final double TAKEN = 8.2;
    private static final double WHEN = 12.8;
    private static final double PILL = 11;
    private static final double BAR = 14;

    private final SourceActions actions;
    private Subscription following = Subscription.EMPTY;

    SourceCell(SourceActions actions) {
        this.actions = actions;
    }

    @Override
    protected void updateItem(@Nullable SourceRow row, boolean empty) {
        SourceRow before = getItem();
        super.updateItem(row, empty);
        if (row != null && row.equals(before) && getGraphic() != null) {
            return;
        }
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        following = row.knownProperty().subscribe(_ -> setGraphic(line(row)))
                .and(row.activityProperty().subscribe(_ -> setGraphic(line(row))));
    }

    private HBox line(SourceRow row) {
        var icon = new StackPane(Icons.of(icon(row), "icon-text"));
        icon.getStyleClass().add("icon-tile");
        var names = new VBox(1, Labels.of(row.title(), "t-strong"), below(row));
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(60);
        names.setPrefWidth(100);
        HBox.setHgrow(names, Priority.ALWAYS);
        var line = new HBox(14, icon, names);
        line.getChildren().addAll(row.isWorking() ? working(row) : resting(row));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(0);
        return line;
    }

    private static Feather icon(SourceRow row) {
        return switch (row.kind()) {
            case GITHUB -> Feather.GITHUB;
            case GIT -> Feather.GIT_MERGE;
            case ARTICLES -> Feather.GLOBE;
            case FOLDER -> isFile(row) ? Feather.FILE_TEXT : Feather.FOLDER;
            case EXAMPLES -> Feather.FILE;
        };
    }

    /// One document that is called as its place is a file, not a folder.
    private static boolean isFile(SourceRow row) {
        var entries = row.knownProperty().get().entries();
        return entries.size() == 1 && row.location().endsWith(entries.getFirst().path());
    }

    private static Label below(SourceRow row) {
        if (row.activityProperty().get() instanceof Activity.Failed(var problem)) {
            Label why = Labels.of(problem.sentence(), "t-bad", "t-small");
            why.setTooltip(new Tooltip(problem.sentence()));
            return why;
        }
        if (row.isWorking()) {
            return Labels.of(row.progressProperty().map(progress -> row.activityProperty()
                    .get() instanceof Activity.Waiting
                            ? "Waits for the one before"
                            : Activity.words(progress, System.currentTimeMillis())),
                    "t-soft", "t-small");
        }
        return Labels.of(row.detail(), "t-soft", "t-small");
    }

    private List<Node> working(SourceRow row) {
        var bar = new ProgressBar();
        bar.progressProperty().bind(row.progressProperty().map(SourceCell::share));
        letters(bar.prefWidthProperty(), Labels.of(""), BAR);
        Label count = Labels.whole("", "t-soft", "t-small");
        count.textProperty().bind(row.progressProperty().map(SourceCell::count));
        Button stop = Buttons.small(Buttons.secondary("stop-source", "Stop", Feather.SQUARE,
                () -> actions.stop(row)));
        stop.setFocusTraversable(false);
        return List.of(bar, count, stop);
    }

    private static Double share(Optional<fettle.job.JobState> progress) {
        return progress.filter(state -> state.total() > 0).map(state -> (double) state.done() / state.total())
                .orElse(0.0);
    }

    private static String count(Optional<fettle.job.JobState> progress) {
        return progress.filter(state -> state.done() > 0).map(state -> state.total() > 0
                ? Words.number(state.done()) + " of " + Words.number(state.total())
                : Words.number(state.done())).orElse("");
    }

    private List<Node> resting(SourceRow row) {
        var parts = new ArrayList<Node>();
        Label pill = pill(row);
        row.source().ifPresent(source -> {
            Label taken = Labels.whole(SourceWords.taken(source), "source-taken");
            Label when = Labels.of(SourceWords.when(source, row.activityProperty().get()), "t-soft", "source-when");
            var wide = Bindings.createBooleanBinding(
                    () -> getListView() != null && getListView().getWidth() > NARROW * taken.getFont().getSize(),
                    getListView() == null ? widthProperty() : getListView().widthProperty(), taken.fontProperty());
            when.visibleProperty().bind(wide);
            when.managedProperty().bind(wide);
            column(taken, TAKEN);
            column(when, WHEN);
            parts.add(taken);
            if (!(row.activityProperty().get() instanceof Activity.Failed)) {
                parts.add(when); // the sentence needs the room
            }
        });
        column(pill, PILL);
        Button menu = Buttons.icon("source-menu", Feather.MORE_HORIZONTAL, "What can be done with " + row.title(),
                () -> {});
        menu.setFocusTraversable(false);
        menu.setOnAction(_ -> actions.menu(row, menu));
        parts.addAll(List.of(pill, menu));
        return parts;
    }

    private Label pill(SourceRow row) {
        Activity activity = row.activityProperty().get();
        String problem = row.source().map(source -> source.facts().problem()).orElse("");
        boolean changed = activity instanceof Activity.Looked(int changes, _) && changes > 0;
        if (activity instanceof Activity.Failed) {
            return pressed(Pill.of("Try again", Pill.Tone.BAD), () -> actions.refresh(row));
        }
        if (activity instanceof Activity.Halted) {
            return pressed(Pill.of("Stopped", Pill.Tone.NEUTRAL), () -> actions.refresh(row));
        }
        if (changed) {
            return pressed(Pill.of("Refresh", Pill.Tone.ACCENT), () -> actions.refresh(row));
        }
        if (!problem.isEmpty()) {
            return Pill.of(problem, Pill.Tone.WARN);
        }
        return row.kind() == Source.Kind.EXAMPLES
                ? pressed(Pill.of("Receipt", Pill.Tone.GOOD), () -> row.source().ifPresent(actions::receipt))
                : fresh(row, activity);
    }

    /// Whether it is as it was read is known only for a while.
    private static Label fresh(SourceRow row, Activity activity) {
        long known = activity instanceof Activity.Looked(_, long at)
                ? at
                : row.source().map(Source::readMillis).orElse(0L);
        return System.currentTimeMillis() - known < 24 * 3_600_000L
                ? Pill.of("Up to date", Pill.Tone.GOOD)
                : Pill.of("Not looked since", Pill.Tone.NEUTRAL);
    }

    private static Label pressed(Label pill, Runnable action) {
        pill.getStyleClass().add("pressed-pill");
        pill.setOnMouseClicked(event -> {
            event.consume();
            action.run();
        });
        return pill;
    }

    /// As wide in every line, so that the columns stand below each other.
    private static void column(Label label, double count) {
        letters(label.minWidthProperty(), label, count);
        letters(label.prefWidthProperty(), label, count);
    }

    private static void letters(DoubleProperty width, Label of, double count) {
        width.bind(of.fontProperty().map(font -> count * font.getSize()));
    }
}
