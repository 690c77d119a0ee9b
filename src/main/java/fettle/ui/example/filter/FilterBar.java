package fettle.ui.example.filter;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.SearchField;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the filter over the table: its parts as chips, a field for further ones, the views, the search.
public final class FilterBar {

    /// Narrower, and the views are an icon only.
    private static final double NARROW = 440;
    /// What the fold button, gaps and edges take.
    private static final double BESIDE = 66;

    private final VBox root = new VBox();
    private final FlowPane chips = new FlowPane(8, 6);
    private final QueryModel query;
    private final FieldValues values;
    private final SearchField search;
    private final FilterField field;
    private final ViewsMenu views;
    private Optional<FilterPart> editing = Optional.empty();

    /// `fold` shows or hides the facets.
    public FilterBar(QueryModel query, FieldValues values, NamedViewsViewModel named, Runnable fold) {
        this.query = query;
        this.values = values;
        this.field = new FilterField("filter-field", values, query::add, root::requestFocus);
        this.search = new SearchField("example-search", "Search", query.searchProperty()).onEnter(query::searchNow);
        this.views = new ViewsMenu(named, query);
        search.with(SearchHelp.button(search.root()));
        search.root().getStyleClass().add("example-search");
        field.node().textProperty().addListener(_ -> query.forgetProblem());
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setMinWidth(0);
        chips.setPrefWrapLength(100); // it takes what the buttons leave
        var line = new HBox(8, Buttons.icon("facets-fold", Feather.FILTER, "Show or hide the facets", fold), chips,
                views.root());
        line.getStyleClass().add("filter-line");
        var sentence = query.problemProperty().map(QueryModel.Problem::sentence);
        Label problem = Labels.wrapped(sentence, "t-small", "t-bad");
        problem.setId("filter-problem");
        problem.visibleProperty().bind(sentence.map(words -> !words.isEmpty()));
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add("filter-problem");
        root.getChildren().addAll(line, problem);
        root.getStyleClass().add("filter-bar");
        views.shrinkBelow(root.widthProperty(), NARROW);
        root.widthProperty().addListener(_ -> wrap());
        views.root().layoutBoundsProperty().addListener(_ -> wrap());
        query.partsProperty().subscribe(_ -> show());
        query.problemProperty().subscribe(this::point);
    }

    public Node root() {
        return root;
    }

    /// The search field; it stands in the head of the screen.
    public Node search() {
        return search.root();
    }

    public void focusSearch() {
        search.requestFocus();
    }

    /// Puts the caret into the filter, behind its last part.
    public void focusFilter() {
        field.node().requestFocus();
    }

    /// Puts the whole filter on the clipboard, as text.
    public void copy() {
        ViewsMenu.copy(query.text());
    }

    /// Opens the menu of the views.
    public void showViews() {
        views.show();
    }

    /// Puts the caret where the filter is wrong.
    private void point(QueryModel.Problem problem) {
        TextField typed = field.node();
        if (problem.column() > 0 && typed.isFocused()) {
            typed.positionCaret(Math.min(problem.column() - 1, typed.getText().length()));
        }
    }

    private void show() {
        TextField typed = field.node();
        boolean focused = typed.isFocused();
        editing = editing.filter(part -> query.partsProperty().get().contains(part));
        chips.getChildren().clear();
        for (FilterPart part : query.partsProperty().get()) {
            chips.getChildren().add(editing.filter(part::equals).isPresent() ? editor(part) : chip(part));
        }
        typed.setPromptText(chips.getChildren().isEmpty() ? "Filter, such as status = draft" : "and …");
        typed.getStyleClass().remove("alone");
        if (chips.getChildren().isEmpty()) {
            typed.getStyleClass().add("alone");
        }
        chips.getChildren().add(typed);
        if (focused) {
            typed.requestFocus();
        }
    }

    /// Chips wrap where the room for them ends.
    private void wrap() {
        double beside = views.root().getLayoutBounds().getWidth() + BESIDE;
        chips.setPrefWrapLength(Math.max(100, root.getWidth() - beside));
    }

    private Node chip(FilterPart part) {
        var dot = new Region();
        dot.getStyleClass().add("chip-dot");
        Button turn = Buttons.plain("chip-turn", "", () -> query.turn(part), "chip-button");
        turn.setGraphic(dot);
        String says = part.on() ? "Switch this condition off for a moment" : "Switch this condition on again";
        turn.setTooltip(new Tooltip(says));
        turn.setAccessibleText(says);
        Button words = Buttons.plain("chip-edit", part.words(), () -> edit(part), "chip-words");
        words.setMinWidth(0);
        words.setDisable(!part.name().isEmpty());
        words.setAccessibleText("Edit the condition " + part.words());
        var box = new HBox(turn, words,
                Buttons.icon("chip-remove", Feather.X, "Take this condition away", () -> query.remove(part)));
        box.getStyleClass().add("filter-chip");
        box.maxWidthProperty().bind(chips.widthProperty());
        if (!part.on()) {
            box.getStyleClass().add("off");
        }
        return box;
    }

    private void edit(FilterPart part) {
        editing = Optional.of(part);
        show();
        chips.getChildren().stream().filter(node -> "chip-field".equals(node.getId())).findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node editor(FilterPart part) {
        var typing = new FilterField("chip-field", values, text -> {
            boolean read = query.edit(part, text);
            if (read) {
                leaveChip();
            }
            return read;
        }, this::leaveChip);
        typing.node().setText(part.text());
        typing.node().getStyleClass().add("chip-field");
        typing.node().setPrefColumnCount(Math.clamp(part.text().length() + 4L, 12, 60));
        typing.node().focusedProperty().addListener((_, was, now) -> {
            if (was && !now) {
                leaveChip();
            }
        });
        return typing.node();
    }

    private void leaveChip() {
        if (editing.isPresent()) {
            editing = Optional.empty();
            query.forgetProblem();
            show();
        }
    }
}
