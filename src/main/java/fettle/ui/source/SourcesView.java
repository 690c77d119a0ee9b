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
import fettle.ui.source.intake.PastedText;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the sources: the list with a place to drop on, and what the chosen one gave and did not give.
public final class SourcesView implements Screen {

    private static final double NARROW = 900;

    /// Height of a line, in sizes of its letters.
    private static final double LINE = 64.0 / 13;

    private final SourcesViewModel model;
    private final Overlay overlay;
    private final ListView<SourceRow> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final FoldingPane panes;
    private final VBox root = new VBox();

    public SourcesView(SourcesViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        list.setItems(model.rows());
        list.setId("sources");
        list.getStyleClass().add("source-list");
        list.setCellFactory(_ -> new SourceCell(actions()));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.chosenProperty().set(Optional.of(row));
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                showMenu();
            }
        });
        body.getStyleClass().add("screen-body");
        panes = panes();
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(new ScreenHead("Sources", model.note(), panes.toggle(), refreshAll(), addButton())
                .root(), body);
        listenToPaste();
        new SourceCommands(model, this).add();
        model.stateProperty().subscribe(this::draw);
        model.chosenProperty().subscribe(this::select);
    }

    @Override
    public Place place() {
        return Place.SOURCES;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.entered();
        list.requestFocus();
    }

    // ---- what is asked ----

    /// Asks which addresses, folders or files to add, with these lines written already.
    void askAddresses(String lines) {
        new AddDialog(new AddViewModel(model, lines), overlay).show();
    }

    void askPaths() {
        model.detailProperty().get().filter(detail -> detail.source().kind() != Source.Kind.EXAMPLES)
                .ifPresent(detail -> new PathsDialog(model, detail, overlay).show());
    }

    void askRemoval() {
        model.chosenProperty().get().ifPresent(row -> row.source().ifPresentOrElse(
                source -> model.weigh(source, removal -> new RemoveDialog(model, removal, overlay).show()),
                () -> model.forget(row)));
    }

    /// Chooses the next source, or the one before, and brings it into sight.
    void step(int by) {
        int now = list.getSelectionModel().getSelectedIndex();
        int next = Math.clamp(now + (long) by, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().clearAndSelect(next);
        list.scrollTo(Math.max(0, next - 1));
        list.requestFocus();
    }

    /// The menu of the chosen source, under its line.
    void showMenu() {
        model.chosenProperty().get().ifPresent(row -> list.lookupAll(".list-cell").stream()
                .filter(cell -> cell instanceof ListCell<?> shown && row.equals(shown.getItem())).findFirst()
                .map(cell -> cell.lookup("#source-menu") == null ? cell : cell.lookup("#source-menu"))
                .ifPresent(at -> new SourceMenu(this, model, row, at).show()));
    }

    /// Wherever the focus is while this screen is shown, but in a text.
    private void listenToPaste() {
        EventHandler<KeyEvent> paste = this::pasted;
        root.sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, paste);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, paste);
            }
        });
    }

    private void pasted(KeyEvent event) {
        boolean paste = event.isShortcutDown() && event.getCode() == KeyCode.V && !overlay.showingProperty().get();
        if (paste && !(event.getTarget() instanceof TextInputControl) && model.session().writable().get()) {
            String text = Clipboard.getSystemClipboard().getString();
            event.consume();
            dropped(text == null ? "" : text);
        }
    }

    /// Addresses are shown before they are read; rows are looked at before they are imported.
    private void dropped(String text) {
        switch (PastedText.of(text)) {
            case PastedText.Addresses(var addresses) -> askAddresses(String.join("\n", addresses));
            case PastedText.Rows _ -> model.imports().openPasted(text);
            case PastedText.Neither() -> askAddresses(text.strip().lines().limit(50).reduce((one, other) -> one + "\n"
                    + other).orElse(""));
        }
    }

    // ---- drawing ----

    private SourceActions actions() {
        return new SourceActions() {
            @Override
            public void refresh(SourceRow row) {
                if (model.session().writable().get()) {
                    model.refresh(row);
                }
            }

            @Override
            public void stop(SourceRow row) {
                model.stop(row);
            }

            @Override
            public void receipt(Source source) {
                model.showReceipt(source);
            }

            @Override
            public void menu(SourceRow row, Node at) {
                list.getSelectionModel().select(row);
                new SourceMenu(SourcesView.this, model, row, at).show();
            }
        };
    }

    private Button refreshAll() {
        Button refresh = Buttons.secondary("refresh-all", "Refresh all", Feather.REFRESH_CW, model::refreshAll);
        refresh.disableProperty().bind(model.session().writable().not().or(Bindings.isEmpty(model.rows())));
        return refresh;
    }

    private Button addButton() {
        Button add = Buttons.primary("add-source", "Add source", Feather.PLUS, () -> askAddresses(""));
        add.disableProperty().bind(model.session().writable().not());
        return add;
    }

    private void draw(SourceList.State state) {
        body.getChildren().setAll(switch (state) {
            case SourceList.State.Reading() -> Card.of(Skeleton.rows(5));
            case SourceList.State.Empty() -> empty();
            case SourceList.State.Listed() -> panes.root();
        });
    }

    private Node empty() {
        Button addresses = Buttons.primary("add-addresses", "Add addresses…", Feather.LINK, () -> askAddresses(""));
        Button folder = Buttons.secondary("add-folder", "Add a folder…", Feather.FOLDER_PLUS, model::addFolder);
        Button files = Buttons.secondary("import-files", "Add files…", Feather.DOWNLOAD, model::addFiles);
        VBox state = EmptyState.of(Feather.GIT_BRANCH, "Bring something in",
                "A repository, pages of the web or a folder of notes become documents. A file of questions and answers"
                        + " (JSONL, CSV, XLSX) becomes examples. Drop them here, paste addresses, or choose.",
                addresses, folder, files);
        var card = Card.of(state);
        card.disableProperty().bind(model.session().writable().not());
        VBox.setVgrow(state, Priority.ALWAYS);
        state.getStyleClass().add("drop-area");
        DropTarget.on(card, state, model::bringIn, this::dropped);
        return card;
    }

    private FoldingPane panes() {
        var drop = dropArea();
        VBox.setMargin(drop, new Insets(16, 20, 16, 20));
        list.setMinHeight(64);
        list.setMaxHeight(Region.USE_PREF_SIZE);
        var left = Card.flush(list, drop);
        DropTarget.on(left, drop, model::bringIn, this::dropped);
        left.setMinWidth(320);
        Region right = new SourcePane(model, this, overlay).root();
        right.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(body.getWidth() * 0.35, 300, 400), body.widthProperty()));
        right.setMinWidth(260);
        return new FoldingPane(left, right, 14, NARROW, "The source");
    }

    private VBox dropArea() {
        var choose = new Hyperlink("choose…");
        choose.setId("choose-source");
        choose.setOnAction(_ -> askAddresses(""));
        choose.disableProperty().bind(model.session().writable().not());
        Label words = Labels.of("Drop files or folders here, paste addresses, or", "t-soft");
        words.setMinWidth(0);
        list.prefHeightProperty().bind(Bindings.createDoubleBinding( // the place to drop on lies under the last line
                () -> 2 + list.getItems().size() * LINE * words.getFont().getSize(), list.getItems(),
                words.fontProperty()));
        var line = new HBox(4, words, choose);
        line.setAlignment(javafx.geometry.Pos.CENTER);
        Label kinds = Labels.wrapped("Markdown, text, HTML, code, PDF, DOCX, EPUB · JSONL, JSON, CSV, TSV, XLSX",
                "t-small", "t-soft");
        kinds.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        var drop = new VBox(line, kinds);
        drop.getStyleClass().add("drop-area");
        drop.setMinHeight(VBox.USE_PREF_SIZE);
        return drop;
    }

    private void select(Optional<SourceRow> chosen) {
        chosen.ifPresent(row -> list.getSelectionModel().select(row));
    }
}
