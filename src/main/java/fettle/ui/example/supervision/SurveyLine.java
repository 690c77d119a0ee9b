package fettle.ui.example.supervision;

import fettle.tuning.supervision.Supervision.Verdict;
import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is trained of all rows, with ways to those that teach nothing.
final class SurveyLine {

    private final SurveyViewModel model;
    private final VBox root = new VBox(6);

    SurveyLine(SurveyViewModel model) {
        this.model = model;
        root.getStyleClass().add("survey-line");
        root.setId("survey");
        model.stateProperty().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private void show(SurveyViewModel.State state) {
        var words = Labels.wrapped(model.sentence(), "t-small");
        words.setId("survey-sentence");
        var actions = new FlowPane(8, 6);
        switch (state) {
            case SurveyViewModel.State.Unknown _ -> actions.getChildren().add(Buttons.small(
                    Buttons.secondary("survey-count", "Count them", Feather.HASH, model::count)));
            case SurveyViewModel.State.Underway() -> actions.getChildren().add(Buttons.small(
                    Buttons.secondary("survey-stop", "Stop", Feather.SQUARE, model::stop)));
            case SurveyViewModel.State.Done(var survey, boolean stale) -> {
                if (survey.idle() > 0) {
                    actions.getChildren().add(Buttons.small(Buttons.secondary("survey-idle",
                            "Show " + Words.count(survey.idle(), "row that teaches nothing",
                                    "rows that teach nothing"),
                            Feather.FILTER, model::showIdle)));
                }
                int cut = survey.count(Verdict.PARTLY_CUT);
                if (cut > 0) {
                    actions.getChildren().add(Buttons.small(Buttons.secondary("survey-cut",
                            "Show " + Words.count(cut, "row that is partly cut", "rows that are partly cut"),
                            Feather.SCISSORS, model::showPartlyCut)));
                }
                if (stale) {
                    actions.getChildren().add(Buttons.small(
                            Buttons.secondary("survey-count", "Count again", Feather.ROTATE_CW, model::count)));
                }
            }
        }
        root.getChildren().setAll(Labels.whole("All rows", "t-label"), words);
        if (!actions.getChildren().isEmpty()) {
            root.getChildren().add(actions);
        }
    }
}
