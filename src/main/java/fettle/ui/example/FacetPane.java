package fettle.ui.example;

import fettle.ui.example.editor.ExampleWords;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.ExampleStatus;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.RangeBars;
import fettle.ui.control.RangeBars.Range;
import fettle.ui.session.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the facets: status, tokens, sources, tags. A click on a choice shows only its rows, a second one all again.
final class FacetPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int FEW = 6;

    private final ScrollPane root = new ScrollPane();
    private final VBox column = new VBox();
    private final ExamplesViewModel model;
    private final Set<String> unfolded = new HashSet<>();
    private final RangeBars tokens;
    private final Label tokenRange = Labels.whole("", "t-small", "t-soft");
    private final Label tokenEnd = Labels.whole("", "t-small", "t-soft");

    FacetPane(ExamplesViewModel model) {
        this.model = model;
        this.tokens = new RangeBars(this::brushed);
        tokens.setId("token-facet");
        tokens.setAccessibleText("Tokens: drag for a range");
        column.getStyleClass().add("facets");
        root.setContent(column);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("facet-pane");
        model.facetsProperty().subscribe(_ -> show());
        model.query().queryProperty().addListener(_ -> show());
    }

    Region root() {
        return root;
    }

    private void show() {
        Facets facets = model.facetsProperty().get();
        column.getChildren().clear();
        addStatuses(facets);
        addTokens(facets.tokens());
        addChoices("Source", "source", facets.sources(), false);
        addChoices("Tag", "tag", facets.tags(), true);
    }

    private void addStatuses(Facets facets) {
        var box = group("Status", "");
        for (ExampleStatus status : ExampleStatus.values()) {
            var dot = new Region();
            dot.getStyleClass().addAll("dot", dotStyle(status));
            box.getChildren().add(choice("status", status.word(), ExampleWords.status(status), dot,
                    facets.statuses().getOrDefault(status, 0)));
        }
    }

    /// The colour of a status; its word stands beside it or in a tooltip.
    static String dotStyle(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "neutral";
            case APPROVED -> "good";
            case REJECTED -> "bad";
        };
    }

    private void addTokens(Facets.Tokens histogram) {
        if (histogram.bars().isEmpty()) {
            return;
        }
        Optional<Long> from = model.query().end("tokens", Op.GE);
        Optional<Long> to = model.query().end("tokens", Op.LE);
        Optional<Range> range = from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(bar(from.get(), histogram), bar(to.get(), histogram)));
        tokens.show(histogram.bars(), range);
        tokenRange.setText(range.isEmpty() ? "" : Words.number(from.orElse(0L)) + " – " + Words.number(to.orElse(0L)));
        tokenEnd.setText(Words.number(histogram.end()));
        var head = new HBox(Labels.whole("Tokens", "t-label"), grow(), tokenRange);
        var foot = new HBox(Labels.whole("0", "t-small", "t-soft"), grow(), tokenEnd);
        var box = new VBox(4, head, tokens, foot);
        box.getStyleClass().add("facet");
        column.getChildren().add(box);
    }

    private static int bar(long value, Facets.Tokens histogram) {
        return (int) Math.clamp(value / histogram.width(), 0, histogram.bars().size() - 1L);
    }

    private void brushed(Optional<Range> range) {
        int width = model.facetsProperty().get().tokens().width();
        model.query().range("tokens", range.map(now -> new long[]{(long) now.from() * width,
                (now.to() + 1L) * width - 1}));
    }

    private void addChoices(String title, String field, List<Facets.Choice> choices, boolean tags) {
        if (choices.isEmpty() || (choices.size() == 1 && choices.getFirst().value().isEmpty())) {
            return;
        }
        var box = group(title, choices.size() > FEW ? Words.number(choices.size()) : "");
        boolean all = unfolded.contains(field);
        for (Facets.Choice choice : choices.subList(0, all
                ? Math.min(200, choices.size())
                : Math.min(FEW, choices.size()))) {
            Node icon = tags ? Icons.of(Feather.TAG, "icon-small") : new Region();
            box.getChildren().add(choice(field, choice.value(), choice.value().isEmpty() ? "(none)" : choice.value(),
                    icon, choice.count()));
        }
        if (choices.size() > FEW) {
            box.getChildren().add(more(field, choices.size() - FEW, all));
        }
    }

    private Node more(String field, int further, boolean all) {
        var link = new Hyperlink(all ? "Fewer" : Words.number(further) + " more…");
        link.getStyleClass().add("facet-more");
        link.setOnAction(_ -> {
            if (!unfolded.remove(field)) {
                unfolded.add(field);
            }
            show();
        });
        return link;
    }

    private Node choice(String field, String value, String words, Node icon, int count) {
        var name = Labels.of(words, field.equals("source") ? "t-mono" : "facet-name");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var number = Labels.whole(Words.number(count), "t-small", "facet-count");
        var line = new HBox(8, name, number);
        if (!(icon instanceof Region region) || !region.getStyleClass().isEmpty()) {
            line.getChildren().addFirst(icon);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId("facet-" + field + "-" + value);
        button.setGraphic(line);
        button.setAccessibleText(words + ", " + count);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("facet-choice");
        button.pseudoClassStateChanged(CHOSEN, model.query().has(field, value));
        button.setOnAction(_ -> model.query().toggle(field, value));
        return button;
    }

    private VBox group(String title, String note) {
        var head = new HBox(Labels.whole(title, "t-label"), grow(), Labels.whole(note, "t-small", "t-soft"));
        head.getStyleClass().add("facet-head");
        var box = new VBox(head);
        box.getStyleClass().add("facet");
        column.getChildren().add(box);
        return box;
    }

    private static Region grow() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
