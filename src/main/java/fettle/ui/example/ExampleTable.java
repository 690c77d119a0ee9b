package fettle.ui.example;

import fettle.ui.example.editor.ExampleWords;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.ui.control.Buttons;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// Draws the rows. Decides nothing: a click on a head sorts through the query, a chosen row is opened by the model.
final class ExampleTable {

    private final TableView<RowItem> table = new TableView<>();
    private final ExamplesViewModel model;
    private boolean following;

    /// `edit` puts the caret into the text of the open example.
    ExampleTable(ExamplesViewModel model, Runnable edit) {
        this.model = model;
        table.setId("examples");
        table.getStyleClass().add("example-table");
        table.setPlaceholder(nothing());
        table.getColumns().setAll(List.of(dot(), column("No.", "id", 56, row -> ExampleWords.number(row.id()), "mono"),
                column("Question", "question", 0, ExampleRow::question, "strong"), answer(),
                column("Tokens", "tokens", 78, ExampleTable::tokens, "number"),
                column("Source", "source", 104, ExampleRow::source, "mono")));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.widthProperty().addListener(_ -> fitColumns());
        table.fixedCellSizeProperty().addListener(_ -> fitColumns());
        table.getSelectionModel().selectedIndexProperty().addListener((_, _, line) -> chosen(line.intValue()));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, edit));
        model.pagesArrivedProperty().addListener(_ -> table.refresh());
        model.currentProperty().addListener(_ -> follow());
    }

    Node root() {
        return table;
    }

    /// Shows these rows at the place where the person was.
    void show(LazyRows rows) {
        int first = firstVisible();
        following = true;
        table.setItems(rows);
        table.getSelectionModel().clearSelection();
        following = false;
        if (first > 0) {
            scrollTo(Math.min(first, rows.size() - 1));
        }
        follow();
    }

    /// How much larger the text is than usual; 1 for not.
    double textScale() {
        return Math.max(1, table.getFixedCellSize() / 34);
    }

    void requestFocus() {
        table.requestFocus();
    }

    private void chosen(int line) {
        if (!following && line >= 0 && line < table.getItems().size()) {
            model.firstLineProperty().set(firstVisible());
            model.select(table.getItems().get(line).id());
        }
    }

    private void follow() {
        following = true;
        Optional<Integer> line = model.lineOf(model.currentProperty().get());
        if (line.isPresent()) {
            if (table.getSelectionModel().getSelectedIndex() != line.get()) {
                table.getSelectionModel().clearAndSelect(line.get());
                table.getFocusModel().focus(line.get());
            }
            reveal(line.get());
        } else {
            table.getSelectionModel().clearSelection();
        }
        following = false;
    }

    /// Scrolls only when the line is out of sight.
    private void reveal(int line) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (line <= first) {
                scrollTo(line);
            } else if (line >= last) {
                scrollTo(Math.max(0, line - Math.max(1, last - first) + 2));
            }
        } else {
            scrollTo(line);
        }
    }

    private void scrollTo(int line) {
        table.scrollTo(line);
        model.firstLineProperty().set(line);
    }

    private int firstVisible() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : model.firstLineProperty().get();
    }

    /// Ctrl+A would make the table touch every row; Enter goes into the text.
    private static void key(KeyEvent event, Runnable edit) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            edit.run();
            event.consume();
        } else if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            event.consume();
        }
    }

    // ---- columns ----

    private TableColumn<RowItem, RowItem> dot() {
        TableColumn<RowItem, RowItem> column = bare("status", 30);
        column.setCellFactory(_ -> new RowCell(row -> "", "dot-cell") {
            @Override
            void draw(ExampleRow row) {
                var dot = new javafx.scene.layout.Region();
                dot.getStyleClass().addAll("dot", FacetPane.dotStyle(row.status()));
                setGraphic(dot);
                setAccessibleText(ExampleWords.status(row.status()));
            }
        });
        return column;
    }

    private TableColumn<RowItem, RowItem> answer() {
        TableColumn<RowItem, RowItem> column = column("Answer", "answer", 0, ExampleRow::answer, "soft");
        column.setCellFactory(_ -> new RowCell(ExampleRow::answer, "soft") {
            @Override
            void draw(ExampleRow row) {
                super.draw(row);
                setGraphic(row.edited() ? Icons.of(Feather.EDIT_2, "icon-accent", "icon-small") : null);
            }
        });
        return column;
    }

    private static String tokens(ExampleRow row) {
        return row.tokens() < 0 ? "…" : Words.number(row.tokens());
    }

    private TableColumn<RowItem, RowItem> column(String title, String field, double width,
            Function<ExampleRow, String> words, String style) {
        TableColumn<RowItem, RowItem> column = bare(field, width);
        column.setCellFactory(_ -> new RowCell(words, style));
        Label head = Labels.whole(title, "column-title");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMaxHeight(Double.MAX_VALUE);
        head.setAlignment(style.equals("number") ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        head.setContentDisplay(ContentDisplay.RIGHT);
        head.setOnMouseClicked(_ -> model.query().sort(field, style.equals("number")));
        head.prefWidthProperty().bind(column.widthProperty());
        model.query().queryProperty().subscribe(query -> head.setGraphic(arrow(query, field)));
        column.setGraphic(head);
        return column;
    }

    private static TableColumn<RowItem, RowItem> bare(String field, double width) {
        TableColumn<RowItem, RowItem> column = new TableColumn<>();
        column.setId("column-" + field);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setPrefWidth(width);
        column.setUserData(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }

    private static @org.jspecify.annotations.Nullable Node arrow(ExampleQuery query, String field) {
        return query.sort().equals(field)
                ? Icons.of(query.descending() ? Feather.ARROW_DOWN : Feather.ARROW_UP, "icon-small")
                : null;
    }

    /// Texts share what the narrow columns leave; the source goes first when there is little.
    private void fitColumns() {
        double scale = textScale();
        table.getColumns().getLast().setVisible(table.getWidth() > 430 * scale);
        double left = table.getWidth() - 14 * scale;
        for (TableColumn<RowItem, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() instanceof Double width && width > 0) {
                column.setPrefWidth(width * scale);
                left -= width * scale;
            }
        }
        for (TableColumn<RowItem, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() instanceof Double width && width == 0) {
                column.setPrefWidth(Math.max(60 * scale, left / 2));
            }
        }
    }

    private Node nothing() {
        return EmptyState.of(Feather.FILTER, "No example passes this filter",
                "Take a condition away, or show all examples again.", Buttons.secondary("clear-filter",
                        "Show all examples", Feather.X, model.query()::clear));
    }
}
