package fettle.ui.evaluation;

import fettle.evaluation.Evaluation;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Labels;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.Skeleton;
import fettle.ui.evaluation.EvaluationViewModel.State;
import fettle.ui.session.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws the evaluation screen.
final class EvaluationView {

    private final EvaluationViewModel model;
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ComboBox<Evaluation> earlier = new ComboBox<>();
    private final VerdictCard verdict = new VerdictCard();
    private final WorstCard worst;
    private final Node full;
    private final Node nothing;
    private boolean showing;

    EvaluationView(EvaluationViewModel model) {
        this.model = model;
        var detail = new AnswerPane(model);
        worst = new WorstCard(model, detail::show);
        full = full(detail);
        nothing = nothing();
        root.setId("screen-evaluation");
        model.stateProperty().subscribe(this::show);
    }

    StackPane root() {
        return root;
    }

    private void show(State state) {
        Node shown = switch (state) {
            case State.Loading() -> page(Skeleton.rows(5));
            case State.Nothing() -> nothing;
            case State.Looking looking -> {
                fill(looking);
                yield full;
            }
        };
        if (!root.getChildren().equals(List.of(shown))) {
            root.getChildren().setAll(shown);
        }
    }

    private void fill(State.Looking looking) {
        note.set(Words.count(looking.pairs().size(), "validation question", "validation questions") + " · "
                + String.join(" and ", looking.evaluation().models()));
        showing = true;
        earlier.getItems().setAll(looking.all());
        earlier.setValue(looking.evaluation());
        showing = false;
        earlier.setVisible(looking.all().size() > 1);
        earlier.setManaged(earlier.isVisible());
        verdict.show(looking.evaluation(), looking.verdict());
        worst.show(looking);
    }

    private Node full(AnswerPane detail) {
        earlier.setId("evaluations");
        earlier.setAccessibleText("Earlier evaluations");
        earlier.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Evaluation evaluation) {
                return evaluation == null ? "" : evaluation.id() + ", " + Words.when(evaluation.createdMillis());
            }

            @Override
            public @Nullable Evaluation fromString(String text) {
                return null;
            }
        });
        earlier.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) {
                model.show(chosen.id());
            }
        });
        var head = new ScreenHead("Evaluation", note, earlier, stop(), ask("evaluate", "Ask again"));
        VBox.setVgrow(worst.root(), Priority.ALWAYS);
        var left = new VBox(14, verdict.root(), worst.root());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setPrefWidth(560);
        HBox.setHgrow(detail.root(), Priority.ALWAYS);
        detail.root().setPrefWidth(560);
        var body = new HBox(14, left, detail.root());
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(head.root(), body);
    }

    private Button ask(String id, String words) {
        Button ask = Buttons.primary(id, words, Feather.REFRESH_CW, model::evaluate);
        ask.disableProperty().bind(model.runningProperty().or(model.session().writable().not()));
        return ask;
    }

    private Button stop() {
        Button stop = Buttons.danger("stop-evaluation", "Stop", Feather.SQUARE, model::stop);
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(model.runningProperty());
        return stop;
    }

    private Node nothing() {
        Button stop = stop();
        var asking = Labels.of(model.runningProperty().map(running -> running ? "The questions are being asked." : ""),
                "t-soft");
        return page(EmptyState.of(Feather.BAR_CHART_2, "No model has been asked yet",
                "The questions that you hold back for validation are asked of a tuned model and of its base. You see how"
                        + " much better it answers, and the worst answers first.",
                asking, stop, ask("first-evaluate", "Ask the questions")));
    }

    private static Node page(Node content) {
        var card = Card.of(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        var body = new VBox(card);
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(new ScreenHead("Evaluation", new ReadOnlyStringWrapper("")).root(), body);
    }
}
