package fettle.ui.evaluation;

import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.control.Segmented;
import fettle.ui.evaluation.EvaluationViewModel.Filter;
import fettle.ui.evaluation.EvaluationViewModel.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The questions, worst first.
final class WorstCard {

    private final EvaluationViewModel model;
    private final TableView<Pair> table = new TableView<>();
    private final TableColumn<Pair, String> base;
    private final TableColumn<Pair, String> tuned;
    private final TableColumn<Pair, String> change;
    private final StackPane filters = new StackPane();
    private final VBox root;
    private List<Pair> pairs = List.of();

    WorstCard(EvaluationViewModel model, Consumer<Optional<Pair>> shows) {
        this.model = model;
        table.setId("worst");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        column("Question", 320, pair -> pair.tuned().question().replace('\n', ' '), "text");
        base = column("base", 80, pair -> score(pair.base().f1()), "number");
        tuned = column("tuned", 80, pair -> score(pair.tuned().f1()), "number");
        change = column("", 70, pair -> Verdict.signed(pair.change() * 100), "number");
        change.setCellFactory(_ -> new ChangeCell());
        table.fixedCellSizeProperty().subscribe(_ -> fitColumns());
        table.getSelectionModel().selectedItemProperty()
                .addListener((_, _, chosen) -> shows.accept(Optional.ofNullable(chosen)));
        table.setOnKeyPressed(event -> {
            Pair chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null && (event.getCode() == KeyCode.E || event.getCode() == KeyCode.ENTER)) {
                model.edit(chosen);
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(10, Labels.whole("Worst first", "t-strong"), gap, filters);
        head.getStyleClass().add("table-card-head");
        root = Card.flush(head, table);
        model.filterProperty().subscribe(_ -> list());
    }

    VBox root() {
        return root;
    }

    void show(State.Looking looking) {
        pairs = looking.pairs();
        boolean two = looking.evaluation().models().size() > 1;
        base.setVisible(two);
        head(base, looking.evaluation().models().getFirst(), "base");
        head(tuned, looking.evaluation().models().getLast(), two ? "tuned" : "score");
        filters.getChildren().setAll(new Segmented<>("worst-filter", List.of(Filter.values()), this::words,
                model.filterProperty()).root());
        list();
    }

    /// The role on the head, the name when one points at it: names of models are longer than their scores.
    private static void head(TableColumn<Pair, String> column, String model, String role) {
        var words = Labels.whole(role);
        Tooltip.install(words, new Tooltip(model));
        words.setAccessibleText(role + ", " + model);
        column.setText("");
        column.setGraphic(words);
    }

    /// Numbers keep their room at every size of text; the question takes the rest.
    private void fitColumns() {
        double scale = Math.max(1, table.getFixedCellSize() / 34);
        for (TableColumn<Pair, ?> column : List.of(base, tuned, change)) {
            column.setMinWidth(66 * scale);
            column.setMaxWidth(66 * scale);
        }
    }

    private String words(Filter filter) {
        int count = EvaluationViewModel.listed(pairs, filter).size();
        return switch (filter) {
            case ALL -> "All";
            case WORSE -> "Got worse " + count;
            case FAILED -> "Nothing right " + count;
        };
    }

    private void list() {
        table.getItems().setAll(EvaluationViewModel.listed(pairs, model.filterProperty().get()));
        table.getSelectionModel().selectFirst();
    }

    private TableColumn<Pair, String> column(String title, double width, Function<Pair, String> value, String style) {
        var column = new TableColumn<Pair, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.getStyleClass().add(style);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private static String score(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value);
    }

    private static final class ChangeCell extends TableCell<Pair, String> {

        ChangeCell() {
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            getStyleClass().removeAll("t-good", "t-bad", "t-soft");
            if (!empty && text != null) {
                getStyleClass().add(text.startsWith("+") ? "t-good" : text.startsWith("−") ? "t-bad" : "t-soft");
            }
        }
    }
}
