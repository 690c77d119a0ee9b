package fettle.ui.evaluation;

import fettle.evaluation.Answer;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One question: what was expected, what both models said, and the words that differ.
final class AnswerPane {

    private final EvaluationViewModel model;
    private final VBox root = Card.flush();

    AnswerPane(EvaluationViewModel model) {
        this.model = model;
        root.setId("answer");
        show(Optional.empty());
    }

    VBox root() {
        return root;
    }

    void show(Optional<Pair> chosen) {
        root.getChildren().clear();
        if (chosen.isEmpty()) {
            var words = new VBox(Labels.wrapped("Choose a question to see what was said.", "t-soft"));
            words.getStyleClass().add("answer-body");
            root.getChildren().add(words);
            return;
        }
        Pair pair = chosen.get();
        var question = Labels.wrapped(pair.tuned().question(), "t-strong");
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(10, question);
        head.getStyleClass().add("answer-head");
        if (pair.tuned().exampleId() > 0) {
            Button edit = Buttons.small(Buttons.plain("edit-example", "Edit the example", () -> model.edit(pair)));
            edit.setGraphic(KeyCap.joined("E"));
            edit.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            head.getChildren().add(edit);
        }
        var body = new VBox(16, part("Reference", Labels.wrapped(pair.tuned().expected(), "t-reading")));
        body.getStyleClass().add("answer-body");
        if (!pair.base().model().equals(pair.tuned().model())) {
            body.getChildren().add(answer(pair.base()));
        }
        body.getChildren().add(answer(pair.tuned()));
        body.getChildren().add(Labels.wrapped("Words that the reference does not have are struck out.", "t-small",
                "t-soft"));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(head, scroll);
    }

    private static Node answer(Answer answer) {
        String title = answer.model() + String.format(Locale.ENGLISH, " · %.2f", answer.f1());
        if (!answer.error().isEmpty()) {
            return part(title, Labels.wrapped("No answer: " + answer.error(), "t-bad"));
        }
        if (answer.text().isBlank()) {
            return part(title, Labels.wrapped("It said nothing.", "t-soft"));
        }
        var flow = new TextFlow();
        for (WordDiff.Run run : WordDiff.of(answer.text(), answer.expected())) {
            var text = new Text(run.text());
            text.getStyleClass().add(run.same() ? "word-same" : "word-other");
            flow.getChildren().addAll(text, new Text(" "));
        }
        flow.setAccessibleText(answer.text());
        return part(title, flow);
    }

    private static Node part(String title, Node content) {
        return new VBox(4, Labels.of(title, "t-label"), content);
    }
}
