package fettle.ui.example.supervision;

import fettle.model.Families.Choice;
import fettle.tuning.supervision.Family;
import fettle.tuning.supervision.Supervision;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.example.editor.EditorPane;
import fettle.ui.example.supervision.SupervisionViewModel.State;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The mode "As trained": the family and its limit, how much of the row is learned, and the row itself in these marks.
public final class SupervisionPane implements EditorPane {

    private final SupervisionViewModel model;
    private final VBox root = new VBox();
    private final VBox below = new VBox(10);
    private final KindBar kinds = new KindBar();
    private final TokenPages pages;
    private final TextField limit = new TextField();

    public SupervisionPane(SupervisionViewModel model, SurveyViewModel survey) {
        this.model = model;
        this.pages = new TokenPages(model);
        root.getStyleClass().add("supervision");
        root.setId("supervision");
        root.getChildren().setAll(settings(), below, new SurveyLine(survey).root());
        model.stateProperty().subscribe(this::show);
    }

    @Override
    public String id() {
        return "trained";
    }

    @Override
    public String title() {
        return "As trained";
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    private Node settings() {
        var borders = new ToggleButton("Token borders");
        borders.setId("token-borders");
        borders.getStyleClass().add("small");
        borders.selectedProperty().bindBidirectional(model.bordersProperty());
        var most = new HBox(6, Labels.whole("at most", "t-small", "t-soft"), limit,
                Labels.whole("tokens", "t-small", "t-soft"));
        most.setAlignment(Pos.CENTER_LEFT);
        var row = new FlowPane(10, 8, families(), most, borders);
        row.setAlignment(Pos.CENTER_LEFT);
        limitField();
        return row;
    }

    private Node families() {
        var box = new ComboBox<Choice>(model.choices());
        box.setId("supervision-family");
        box.setAccessibleText("Model that is trained");
        box.setMaxWidth(280);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.name() + (choice.local() ? " · on this machine" : "");
            }

            @Override
            public Choice fromString(String text) {
                return new Choice(text, text, false); // the list is not editable
            }
        });
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(box::setValue));
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                model.choose(box.getValue());
            }
        });
        return box;
    }

    private void limitField() {
        limit.setId("supervision-limit");
        limit.getStyleClass().add("small");
        limit.setPrefColumnCount(5);
        limit.setAccessibleText("Most tokens of a row");
        limit.setTextFormatter(new TextFormatter<Object>(change -> {
            change.setText(change.getControlNewText().length() > 7 ? "" : change.getText().replaceAll("\\D", ""));
            return change;
        }));
        limit.setOnAction(_ -> takeLimit());
        limit.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                takeLimit();
            }
        });
    }

    private void takeLimit() {
        model.limitProperty().set(limit.getText().isEmpty() ? 0 : Integer.parseInt(limit.getText()));
    }

    private void show(State state) {
        switch (state) {
            case State.Nothing() -> below.getChildren().clear();
            case State.Refused(String sentence, String next) -> {
                limit.setPromptText("");
                below.getChildren().setAll(refusal(sentence, next));
            }
            case State.Shown(Family family, Supervision row) -> {
                limit.setPromptText(String.valueOf(family.limit()));
                kinds.show(row.counts());
                pages.show(row);
                below.getChildren().setAll(sentence(row), kinds.root());
                row.notes().forEach(note -> below.getChildren().add(note(note)));
                below.getChildren().add(pages.root());
            }
        }
    }

    private static Node sentence(Supervision row) {
        Label sentence = Labels.wrapped(row.sentence(), "t-medium");
        sentence.setId("supervision-sentence");
        boolean idle = row.counts().trained() == 0;
        var line = new HBox(8, sentence);
        if (idle) {
            line.getChildren().addFirst(Icons.of(Feather.ALERT_OCTAGON, "icon-bad"));
        }
        return line;
    }

    private static Node note(String sentence) {
        Label words = Labels.wrapped(sentence, "t-small", "t-soft");
        words.getStyleClass().add("supervision-note");
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, Icons.of(Feather.INFO, "icon-small"), words);
    }

    private static Node refusal(String sentence, String next) {
        var words = new VBox(2, Labels.wrapped("This row cannot be trained with this model. " + sentence,
                "problem-sentence"), Labels.wrapped(next, "problem-next"));
        words.setId("supervision-refused");
        words.getStyleClass().add("problem-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(Icons.of(Feather.ALERT_OCTAGON, "icon-bad"), words);
        box.getStyleClass().add("problem");
        return box;
    }
}
