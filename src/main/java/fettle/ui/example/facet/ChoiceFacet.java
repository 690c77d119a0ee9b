package fettle.ui.example.facet;

import fettle.dataset.CheckKind;
import fettle.dataset.Finding.Level;
import fettle.example.ExampleField;
import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Choice;
import fettle.ui.control.Icons;
import fettle.ui.example.facet.ChoiceRow.Look;
import fettle.ui.example.filter.FieldFilter;
import fettle.ui.example.filter.FieldWords;
import fettle.ui.example.filter.FindingWords;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A facet of choices with counts. Few are shown at first; all of them in a list that scrolls and can be narrowed.
class ChoiceFacet extends FacetBox implements ChoiceRow.Acts {

    private static final int FEW = 6;
    private static final int IN_SIGHT = 10;

    private final VBox few = new VBox();
    private final Hyperlink turn = new Hyperlink();
    private final TextField narrow = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Map<String, ChoiceRow> rows = new HashMap<>();
    private List<Choice> choices = List.of();
    private boolean all;

    ChoiceFacet(Facet facet, FacetsViewModel model) {
        super(facet, model);
        turn.setId("facet-all-" + facet.word());
        turn.getStyleClass().add("facet-more");
        turn.setOnAction(_ -> {
            all = !all;
            narrow.clear();
            draw();
            if (all) {
                narrow.requestFocus();
            }
        });
        narrow.setId("facet-narrow-" + facet.word());
        narrow.setPromptText("Narrow the list");
        narrow.getStyleClass().addAll("small", "facet-narrow");
        narrow.textProperty().addListener(_ -> draw());
        list.setId("facet-list-" + facet.word());
        list.getStyleClass().addAll("plain", "unruled", "facet-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell(this));
        body().getChildren().addAll(few, turn);
    }

    @Override
    String fill(FacetCounts counts, FieldFilter asked) {
        choices = sorted(counts.choices().getOrDefault(facet().word(), List.of()));
        draw();
        return choices.size() > FEW ? Words.number(choices.size()) : "";
    }

    private List<Choice> sorted(List<Choice> found) {
        var sorted = new ArrayList<>(facet().field() == ExampleField.STATUS ? statuses(found) : found);
        if (model().layoutProperty().get().byName().contains(facet().word())) {
            sorted.sort(Comparator.comparing(choice -> words(choice).toLowerCase(Locale.ROOT)));
        }
        sorted.sort(Comparator.comparing(choice -> choice.value().isEmpty())); // what is not there comes last
        return List.copyOf(sorted);
    }

    /// All three, also those that no row has: they are the way of a row.
    private List<Choice> statuses(List<Choice> found) {
        return facet().field().words().stream().map(word -> found.stream()
                .filter(choice -> choice.value().equals(word)).findFirst().orElse(new Choice(word, 0))).toList();
    }

    private String words(Choice choice) {
        return FieldWords.value(facet().field(), choice.value());
    }

    private void draw() {
        FieldFilter asked = model().asked(facet());
        boolean many = choices.size() > FEW;
        turn.setVisible(many);
        turn.setManaged(many);
        turn.setText(all ? "Fewer" : Words.number((long) choices.size() - FEW) + " more…");
        if (all && many) {
            drawAll();
        } else {
            put(body(), List.of(few, turn));
            put(few, few(asked).stream().map(choice -> kept(choice, asked)).toList());
        }
    }

    /// Nodes that are there already stay, with the focus if they have it.
    private static void put(VBox box, List<? extends Node> nodes) {
        if (!box.getChildren().equals(nodes)) {
            box.getChildren().setAll(nodes);
        }
    }

    /// The row of a choice, the same one as long as the facet is shown.
    private Node kept(Choice choice, FieldFilter asked) {
        ChoiceRow row = rows.computeIfAbsent(choice.value(), _ -> row(choice, asked));
        row.show(choice.count(), asked.has(choice.value()), asked.lacks(choice.value()));
        return row;
    }

    /// The first ones, and those further down that are asked for.
    private List<Choice> few(FieldFilter asked) {
        var shown = new ArrayList<>(choices.subList(0, Math.min(FEW, choices.size())));
        choices.stream().skip(FEW).filter(choice -> asked.has(choice.value()) || asked.lacks(choice.value()))
                .forEach(shown::add);
        return shown;
    }

    private void drawAll() {
        String typed = narrow.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems().setAll(typed.isEmpty()
                ? choices
                : choices.stream().filter(choice -> words(choice).toLowerCase(Locale.ROOT).contains(typed)).toList());
        double row = list.getFixedCellSize() > 0 ? list.getFixedCellSize() : 24;
        list.setPrefHeight(row * Math.clamp(list.getItems().size(), 1, IN_SIGHT) + 2);
        list.setMinHeight(Region.USE_PREF_SIZE);
        if (!body().getChildren().contains(list)) {
            body().getChildren().setAll(narrow, list, turn);
        }
    }

    /// A row of this facet.
    final ChoiceRow row(Choice choice, FieldFilter asked) {
        var row = new ChoiceRow(facet().word(), new Look(choice.value(), words(choice),
                facet().field() == ExampleField.SOURCE && !choice.value().isEmpty(), icon(choice)), this);
        row.show(choice.count(), asked.has(choice.value()), asked.lacks(choice.value()));
        return row;
    }

    private Optional<Node> icon(Choice choice) {
        return switch (facet().field()) {
            case STATUS -> Optional.of(dot(choice.value()));
            case TAG -> choice.value().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Icons.of(Feather.TAG, "icon-small"));
            case FINDING -> choice.value().isEmpty() ? Optional.empty() : Optional.of(level(choice.value()));
            default -> Optional.empty();
        };
    }

    private static Node dot(String status) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot",
                status.equals("approved") ? "good" : status.equals("rejected") ? "bad" : "neutral");
        return dot;
    }

    private static Node level(String word) {
        return FindingWords.kind(word).map(CheckKind::level).orElse(Level.WARNING) == Level.ERROR
                ? Icons.of(Feather.ALERT_CIRCLE, "icon-bad", "icon-small")
                : Icons.of(Feather.ALERT_TRIANGLE, "icon-warn", "icon-small");
    }

    @Override
    public void only(String value) {
        model().ask(model().asked(facet()).only(value));
    }

    @Override
    public void include(String value) {
        model().ask(model().asked(facet()).include(value));
    }

    @Override
    public void exclude(String value) {
        model().ask(model().asked(facet()).exclude(value));
    }
}
