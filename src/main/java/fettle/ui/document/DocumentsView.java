package fettle.ui.document;

import fettle.document.Document;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.SearchField;
import fettle.ui.control.Skeleton;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws the documents: a list that is searched, and the chosen one to read.
public final class DocumentsView implements Screen {

    private final DocumentsViewModel model;
    private final ListView<DocumentsViewModel.Row> list;
    private final SplitPane panes;
    private final StackPane body = new StackPane();
    private final VBox root;

    public DocumentsView(DocumentsViewModel model) {
        this.model = model;
        list = new ListView<>(model.shown());
        list.setId("documents");
        list.setCellFactory(_ -> new RowCell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.chosenProperty().set(Optional.of(row));
            }
        });
        panes = new SplitPane(left(), new DocumentPane(model).root());
        panes.setDividerPositions(0.3);
        SplitPane.setResizableWithParent(panes.getItems().getFirst(), false);
        VBox.setVgrow(body, Priority.ALWAYS);
        var head = new ScreenHead("Documents", model.note(),
                Buttons.secondary("show-chunks", "Show chunks", Feather.SCISSORS, model::showChunks)).ruled();
        root = new VBox(head.root(), body);
        model.stateProperty().subscribe(this::draw);
        model.chosenProperty().subscribe(row -> row.ifPresent(list.getSelectionModel()::select));
    }

    @Override
    public Place place() {
        return Place.DOCUMENTS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(String documentId) {
        model.choose(documentId);
    }

    private void draw(DocumentsViewModel.State state) {
        body.getChildren().setAll(switch (state) {
            case DocumentsViewModel.State.Reading() -> Skeleton.rows(6);
            case DocumentsViewModel.State.Listed() -> panes;
            case DocumentsViewModel.State.Empty() -> EmptyState.of(Feather.FILE_TEXT, "No documents yet",
                    "A document is a text that came in from a source: a note, a page, a file of code."
                            + " It is cut into chunks, and chunks become examples.",
                    Buttons.primary("to-sources", "Go to sources", Feather.GIT_BRANCH, model::goToSources));
        });
    }

    private Node left() {
        var find = new SearchField("find-document", "Find a document", model.searchProperty()).flush();
        list.setPlaceholder(Labels.of("No document is called that.", "t-soft"));
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(find.root(), Card.hairline(), list);
        left.getStyleClass().add("pane");
        left.setMinWidth(200);
        return left;
    }

    private static final class RowCell extends ListCell<DocumentsViewModel.Row> {

        @Override
        protected void updateItem(DocumentsViewModel.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : draw(row));
        }

        private static Node draw(DocumentsViewModel.Row row) {
            var title = Labels.of(row.title());
            var path = Labels.of(row.path(), "t-mono", "t-soft");
            var words = new VBox(2, title, path);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(10, Icons.of(icon(row.kind())), words);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(0);
            line.getStyleClass().add("document-row");
            return line;
        }

        private static Feather icon(Document.Kind kind) {
            return switch (kind) {
                case MARKDOWN -> Feather.HASH;
                case TEXT -> Feather.FILE_TEXT;
                case HTML -> Feather.GLOBE;
                case CODE -> Feather.CODE;
            };
        }
    }
}
