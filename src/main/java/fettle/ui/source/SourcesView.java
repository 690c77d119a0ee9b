package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.DropTarget;
import fettle.ui.control.EmptyState;
import fettle.ui.control.FoldingPane;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.Skeleton;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the sources: the list with a place to drop on, and what the chosen one gave and did not give.
public final class SourcesView implements Screen {

    private static final double NARROW = 900;

    private final SourcesViewModel model;
    private final Overlay overlay;
    private final ListView<Source> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final FoldingPane panes;
    private final VBox root = new VBox();

    public SourcesView(SourcesViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        list.setId("sources");
        list.getStyleClass().add("source-list");
        list.setCellFactory(_ -> new SourceCell());
        list.getSelectionModel().selectedItemProperty().subscribe(source -> {
            if (source != null) {
                model.chosenProperty().set(Optional.of(source));
            }
        });
        body.getStyleClass().add("screen-body");
        panes = panes();
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(new ScreenHead("Sources", model.note(), panes.toggle(), addButton()).root(), body);
        model.stateProperty().subscribe(this::draw);
        model.chosenProperty().subscribe(this::select);
        model.importedProperty().subscribe(done -> done.ifPresent(this::showReceipt));
    }

    @Override
    public Place place() {
        return Place.SOURCES;
    }

    @Override
    public Parent root() {
        return root;
    }

    private Button addButton() {
        Button add = Buttons.primary("add-source", "Add source", Feather.PLUS, () -> {});
        add.disableProperty().bind(model.session().writable().not());
        add.setOnAction(_ -> {
            var menu = new ContextMenu(item("A folder of documents…", model::addFolder),
                    item("Files of examples…", model::addFiles));
            menu.show(add, Side.BOTTOM, 0, 4);
        });
        return add;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void draw(SourcesViewModel.State state) {
        switch (state) {
            case SourcesViewModel.State.Reading() -> body.getChildren().setAll(Card.of(Skeleton.rows(5)));
            case SourcesViewModel.State.Empty() -> body.getChildren().setAll(empty());
            case SourcesViewModel.State.Listed(var sources) -> listed(sources);
        }
    }

    private Node empty() {
        Button folder = Buttons.primary("add-folder", "Add a folder…", Feather.FOLDER_PLUS, model::addFolder);
        Button files = Buttons.secondary("import-files", "Import examples…", Feather.DOWNLOAD, model::addFiles);
        VBox state = EmptyState.of(Feather.GIT_BRANCH, "Bring something in",
                "A folder of notes, web pages or code becomes documents. A file of questions and answers (JSONL, CSV)"
                        + " becomes examples. Drop them here, or choose.",
                folder, files);
        var card = Card.of(state);
        card.disableProperty().bind(model.session().writable().not());
        VBox.setVgrow(state, Priority.ALWAYS);
        state.getStyleClass().add("drop-area");
        DropTarget.on(card, state, model::bringIn);
        return card;
    }

    private void listed(List<Source> sources) {
        if (!list.getItems().equals(sources)) {
            list.getItems().setAll(sources);
            select(model.chosenProperty().get());
        }
        body.getChildren().setAll(panes.root());
    }

    private FoldingPane panes() {
        var drop = new VBox(Labels.wrapped("Drop files or folders here", "t-soft"),
                Labels.wrapped("Markdown, text, HTML, code · JSONL, CSV", "t-small", "t-soft"));
        drop.getStyleClass().add("drop-area");
        drop.setMinHeight(VBox.USE_PREF_SIZE);
        VBox.setMargin(drop, new javafx.geometry.Insets(16, 20, 16, 20));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(64);
        var left = Card.flush(list, drop);
        DropTarget.on(left, drop, model::bringIn);
        left.setMinWidth(320);
        Region right = new SourcePane(model, this::showReceiptOf).root();
        right.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(body.getWidth() * 0.35, 300, 400), body.widthProperty()));
        right.setMinWidth(260);
        return new FoldingPane(left, right, 14, NARROW, "The source");
    }

    private void select(Optional<Source> chosen) {
        chosen.ifPresent(source -> list.getSelectionModel().select(source));
    }

    private void showReceipt(SourcesViewModel.Imported done) {
        model.importedProperty().set(Optional.empty());
        new ReceiptDialog(done, model, overlay).show(true);
    }

    private void showReceiptOf(SourceDetail detail) {
        detail.receipt().ifPresent(receipt -> new ReceiptDialog(new SourcesViewModel.Imported(
                List.of(java.nio.file.Path.of(detail.source().location())), receipt, 0), model, overlay).show(false));
    }
}
