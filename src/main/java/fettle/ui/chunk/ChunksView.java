package fettle.ui.chunk;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.FoldingPane;
import fettle.ui.control.HistogramBars;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Reader;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.SearchField;
import fettle.ui.control.Skeleton;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws the chunks: documents with their sizes as tiny bars, one document with its cuts, the chosen chunk.
public final class ChunksView implements Screen {

    private static final double NARROW = 940;

    private final ChunksViewModel model;
    private final Overlay overlay;
    private final ListView<CutDocument> list;
    private final Reader reader = new Reader("chunk-text");
    private final FoldingPane panes;
    private final StackPane body = new StackPane();
    private final VBox root;
    private boolean choosing;

    public ChunksView(ChunksViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        list = new ListView<>(model.shown());
        list.setId("cut-documents");
        list.setCellFactory(_ -> new DocumentCell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.documentProperty().set(Optional.of(row));
            }
        });
        VBox.setVgrow(body, Priority.ALWAYS);
        panes = panes();
        Button limit = Buttons.secondary("cut-settings", "Limit and encoding…", Feather.SLIDERS, this::askSettings);
        limit.disableProperty().bind(model.session().writable().not());
        root = new VBox(new ScreenHead("Chunks", model.note(), panes.toggle(), limit, generate()).ruled().root(), body);
        model.stateProperty().subscribe(this::draw);
        model.documentProperty().subscribe(this::showDocument);
        model.chunkProperty().subscribe(chunk -> chunk.ifPresent(it -> choose(it.index())));
        reader.chosenProperty().subscribe(line -> {
            if (line != null && !choosing) {
                model.choosePlace(line.group());
            }
        });
    }

    @Override
    public Place place() {
        return Place.CHUNKS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(String documentId) {
        model.choose(documentId);
    }

    /// Shown only where generating is part of the window.
    private Button generate() {
        Button generate = Buttons.primary("draft-examples", "Draft examples…", Feather.ZAP, () -> model.session()
                .commands().find("generate-examples").ifPresent(command -> command.run().run()));
        var present = Bindings.createBooleanBinding(
                () -> model.session().commands().find("generate-examples").isPresent(),
                model.session().commands().all());
        generate.visibleProperty().bind(present);
        generate.managedProperty().bind(present);
        generate.disableProperty().bind(model.stateProperty()
                .map(state -> !(state instanceof ChunksViewModel.State.Cut)));
        return generate;
    }

    private void draw(ChunksViewModel.State state) {
        body.getChildren().setAll(switch (state) {
            case ChunksViewModel.State.Reading() -> Skeleton.rows(6);
            case ChunksViewModel.State.Cut _ -> panes.root();
            case ChunksViewModel.State.NoDocuments() -> EmptyState.of(Feather.SCISSORS, "Nothing to cut yet",
                    "Documents are cut into chunks that a model can read at once. Bring documents in first.",
                    Buttons.primary("to-sources", "Go to sources", Feather.GIT_BRANCH, model::goToSources));
            case ChunksViewModel.State.Uncut() -> EmptyState.of(Feather.SCISSORS, "The documents are not cut yet",
                    "A chunk holds at most so many tokens, ends at a heading where it can, and never breaks a code"
                            + " fence. Examples are made from chunks.",
                    Buttons.primary("cut", "Cut at " + Words.number(model.settings().tokens()) + " tokens",
                            Feather.SCISSORS, () -> model.cut(model.settings())),
                    Buttons.plain("cut-other", "Other limit…", this::askSettings));
        });
    }

    private FoldingPane panes() {
        var find = new SearchField("find-cut-document", "Find a document", model.searchProperty()).flush();
        list.setPlaceholder(Labels.of("No document is called that.", "t-soft"));
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(find.root(), Card.hairline(), list);
        left.getStyleClass().addAll("pane", "pane-line-right");
        HBox.setHgrow(reader.root(), Priority.ALWAYS);
        reader.root().setMinWidth(240);
        var main = new HBox(left, reader.root());
        Region right = new ChunkPane(model).root();
        var all = new FoldingPane(main, right, 0, NARROW, "The chunk");
        share(left, all.root(), 0.28, 230, 310);
        share(right, all.root(), 0.27, 260, 340);
        return all;
    }

    private static void share(Region part, Region of, double share, double least, double most) {
        part.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(of.getWidth() * share, least, most), of.widthProperty()));
        part.minWidthProperty().bind(part.prefWidthProperty());
    }

    private void showDocument(Optional<CutDocument> document) {
        document.ifPresent(list.getSelectionModel()::select);
        choosing = true;
        reader.show(document.map(CutDocument::lines).orElse(List.of()));
        choosing = false;
    }

    private void choose(int place) {
        var now = reader.chosenProperty().get();
        if (now == null || now.group() != place) {
            choosing = true;
            reader.choose(place);
            choosing = false;
        }
    }

    private void askSettings() {
        new CutDialog(model, overlay).show();
    }

    private static final class DocumentCell extends ListCell<CutDocument> {

        @Override
        protected void updateItem(@Nullable CutDocument document, boolean empty) {
            super.updateItem(document, empty);
            setGraphic(empty || document == null ? null : row(document));
        }

        private static Node row(CutDocument document) {
            var path = Labels.of(document.path(), "t-mono");
            path.setMinWidth(60);
            HBox.setHgrow(path, Priority.ALWAYS);
            path.setMaxWidth(Double.MAX_VALUE);
            var bars = new HistogramBars();
            bars.setValues(document.sizes());
            bars.setMinSize(22, 16);
            bars.setPrefSize(Math.min(100, document.sizes().size() * 6.0), 16);
            bars.setMaxHeight(16);
            var count = Labels.whole(Words.number(document.chunks().size()), "t-soft", "t-number", "chunk-count");
            var row = new HBox(8, path, bars, count);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(0);
            row.getStyleClass().add("chunk-row");
            return row;
        }
    }
}
