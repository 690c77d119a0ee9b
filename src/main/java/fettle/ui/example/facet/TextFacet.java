package fettle.ui.example.facet;

import fettle.example.ExampleFilter;
import fettle.example.FacetCounts;
import fettle.ui.control.Labels;
import fettle.ui.example.filter.FieldFilter;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A facet of a text: what must be found in it, as words or as a regular expression.
final class TextFacet extends FacetBox {

    private final TextField field = new TextField();
    private final ToggleButton letters;
    private final ToggleButton regular;
    private final Label problem = Labels.wrapped("", "t-small", "t-bad");
    private boolean filling;

    TextFacet(Facet facet, FacetsViewModel model) {
        super(facet, model);
        field.setId("text-" + facet.word());
        field.setPromptText("contains …");
        field.getStyleClass().add("small");
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        letters = toggle("Aa", "Capital letters matter", "letters-" + facet.word());
        regular = toggle(".*", "It is a regular expression", "regular-" + facet.word());
        field.setOnAction(_ -> ask());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                ask();
            }
        });
        field.textProperty().addListener(_ -> check());
        var line = new HBox(4, field, letters, regular);
        line.getStyleClass().add("text-facet");
        problem.setId("problem-" + facet.word());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        body().getChildren().addAll(line, problem);
    }

    private ToggleButton toggle(String words, String says, String id) {
        var button = new ToggleButton(words);
        button.setId(id);
        button.getStyleClass().add("facet-toggle");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.selectedProperty().addListener(_ -> {
            check();
            ask();
        });
        return button;
    }

    @Override
    String fill(FacetCounts counts, FieldFilter asked) {
        filling = true;
        TextPatternWords now = asked.pattern().map(TextPatternWords::read)
                .orElse(new TextPatternWords(field.isFocused() ? field.getText() : "", letters.isSelected(),
                        regular.isSelected()));
        if (!field.isFocused() || (asked.pattern().isPresent() && !pattern().equals(asked.pattern().get()))) {
            field.setText(now.typed());
            letters.setSelected(now.letters());
            regular.setSelected(now.regular());
        }
        filling = false;
        return asked.pattern().isEmpty() ? "" : asked.patternExcluded() ? "without" : "with";
    }

    private String pattern() {
        return new TextPatternWords(field.getText(), letters.isSelected(), regular.isSelected()).pattern();
    }

    private void check() {
        Optional<String> wrong = regular.isSelected()
                ? ExampleFilter.patternProblem(field.getText())
                : Optional.empty();
        problem.setText(wrong.orElse(""));
    }

    private void ask() {
        FieldFilter asked = model().asked(facet());
        if (!filling && problem.getText().isEmpty() && !asked.pattern().orElse("").equals(pattern())) {
            model().ask(asked.pattern(pattern(), asked.patternExcluded()));
        }
    }
}
