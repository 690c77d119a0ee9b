package fettle.ui.example;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.SearchField;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the filter over the table: conditions as chips, a field for further ones, the search.
final class FilterBar {

    private final VBox root = new VBox();
    private final FlowPane chips = new FlowPane(8, 6);
    private final TextField field = new TextField();
    private final QueryModel query;
    private final SearchField search;

    /// `fold` shows or hides the facets.
    FilterBar(QueryModel query, Runnable fold) {
        this.query = query;
        this.search = new SearchField("example-search", "Search", query.searchProperty());
        search.root().getStyleClass().add("example-search");
        field.setId("filter-field");
        field.getStyleClass().addAll("bare", "filter-field");
        field.setOnAction(_ -> add());
        field.textProperty().addListener(_ -> query.forgetProblem());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                root.requestFocus();
                event.consume();
            }
        });
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setMinWidth(0);
        var line = new HBox(8, Buttons.icon("facets-fold", Feather.FILTER, "Show or hide the facets", fold), chips,
                search.root());
        line.getStyleClass().add("filter-line");
        Label problem = Labels.wrapped(query.problemProperty(), "t-small", "t-bad");
        problem.setId("filter-problem");
        problem.visibleProperty().bind(query.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add("filter-problem");
        root.getChildren().addAll(line, problem);
        root.getStyleClass().add("filter-bar");
        query.pickedProperty().addListener(_ -> show());
        query.queryProperty().subscribe(_ -> show());
    }

    Node root() {
        return root;
    }

    void focusSearch() {
        search.requestFocus();
    }

    private void add() {
        if (query.add(field.getText())) {
            field.clear();
        }
    }

    private void show() {
        boolean focused = field.isFocused();
        chips.getChildren().clear();
        query.pickedProperty().get().ifPresent(picked -> chips.getChildren().add(chip(picked.name(), query::unpick)));
        for (FilterText.Chip chip : FilterText.chips(query.queryProperty().get().where())) {
            chips.getChildren().add(chip(chip.text(), () -> query.remove(chip)));
        }
        field.setPromptText(chips.getChildren().isEmpty() ? "Filter, such as status = draft" : "and …");
        field.getStyleClass().remove("alone");
        if (chips.getChildren().isEmpty()) {
            field.getStyleClass().add("alone");
        }
        chips.getChildren().add(field);
        if (focused) {
            field.requestFocus();
        }
    }

    private static Node chip(String words, Runnable remove) {
        var box = new HBox(Labels.whole(words, "t-mono"),
                Buttons.icon("chip-remove", Feather.X, "Take this condition away", remove));
        box.getStyleClass().add("filter-chip");
        return box;
    }
}
