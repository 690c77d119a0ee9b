package fettle.ui.start;

import fettle.ui.control.Buttons;
import fettle.ui.control.DropTarget;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.WideButton;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.start.Shelf.Recent;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the first screen: one sentence, two ways in, what was open before.
public final class StartView implements Screen {

    private static final double WIDTH = 760;

    private final StartViewModel model;
    private final Overlay overlay;
    private final VBox recent = new VBox();
    private final StackPane root;

    public StartView(StartViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        model.session().commands().add(
                Command.of("new-project", "New project…", Feather.FOLDER_PLUS, this::askForName).keys("Shortcut+N"));
        var column = new VBox(heading(), ways(), recent, foot());
        column.setSpacing(28);
        column.setMaxWidth(WIDTH);
        column.setAlignment(Pos.CENTER_LEFT);
        var centred = new StackPane(column);
        centred.setPadding(new Insets(24, 32, 24, 32));
        var scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root = new StackPane(scroll);
        root.getStyleClass().add("start");
        DropTarget.on(root, root, model::drop);
        model.stateProperty().subscribe(this::draw);
    }

    @Override
    public Place place() {
        return Place.START;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    private static Node heading() {
        return new VBox(8, Labels.wrapped("From your documents to a model that knows them.", "t-display"),
                Labels.wrapped("Everything stays in a folder on this machine. No account is needed.", "t-lead"));
    }

    private Node ways() {
        WideButton sample = way("walk-sample", Feather.PLAY, "Walk the sample",
                "Sixty questions, a small model, tuned here in less than a minute.", model::walkSample);
        sample.getStyleClass().add("chosen");
        WideButton fresh = way("new-project", Feather.FOLDER_PLUS, "New project",
                "An empty folder; bring in notes, code, tables or JSONL.", this::askForName);
        var row = new HBox(14, sample, fresh);
        row.getChildren().forEach(way -> HBox.setHgrow(way, Priority.ALWAYS));
        return row;
    }

    private static WideButton way(String id, Feather icon, String title, String text, Runnable action) {
        var words = new VBox(6, Icons.of(icon, "icon-accent", "icon-large"), Labels.wrapped(title, "t-heading"),
                Labels.wrapped(text, "t-soft"));
        WideButton button = WideButton.card(id, title + ". " + text, words, action);
        button.setPrefWidth(WIDTH / 2);
        button.setMinWidth(180);
        return button;
    }

    private void draw(StartViewModel.State state) {
        switch (state) {
            case StartViewModel.State.Ready(var found) -> list(found);
            case StartViewModel.State.Opening(var what) -> recent.getChildren()
                    .setAll(Labels.of("Opening " + what + " …", "t-soft"));
        }
    }

    private void list(List<Recent> found) {
        recent.getChildren().clear();
        if (!found.isEmpty()) {
            recent.getChildren().add(Labels.of("Recent", "t-label"));
            found.forEach(project -> recent.getChildren().add(row(project)));
        }
    }

    private Node row(Recent project) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var note = Labels.of(project.note(), "t-soft");
        note.setMinWidth(0);
        var line = new HBox(8, Icons.of(Feather.FOLDER), Labels.of(project.name(), "t-strong"), note, gap,
                Icons.of(Feather.CHEVRON_RIGHT));
        line.setAlignment(Pos.CENTER_LEFT);
        WideButton row = WideButton.row("recent-" + project.name(), "Open " + project.name(), line,
                () -> model.open(project.folder()));
        javafx.scene.control.Tooltip.install(row, new javafx.scene.control.Tooltip(project.folder().toString()));
        return row;
    }

    private Node foot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = Buttons.small(Buttons.plain("open-project", "Open…", model::choose, "quiet"));
        open.setGraphic(KeyCap.joined("Shortcut+O"));
        var foot = new HBox(8, Icons.of(Feather.HARD_DRIVE),
                Labels.wrapped("Drop a file or a folder anywhere to begin.", "t-small", "t-soft"), gap, open);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void askForName() {
        new NewProjectDialog(model, overlay).show();
    }
}
