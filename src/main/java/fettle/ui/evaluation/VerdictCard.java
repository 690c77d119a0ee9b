package fettle.ui.evaluation;

import fettle.evaluation.Evaluation;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.IntervalChart;
import fettle.ui.control.Labels;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A sentence first, then the measures with their intervals.
final class VerdictCard {

    private final IntervalChart chart = new IntervalChart();
    private final VBox root = Card.of();

    VerdictCard() {
        root.setId("verdict");
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    VBox root() {
        return root;
    }

    void show(Evaluation evaluation, Verdict verdict) {
        Feather icon = verdict.better().map(better -> better ? Feather.TRENDING_UP : Feather.TRENDING_DOWN)
                .orElse(Feather.BAR_CHART_2);
        String style = verdict.better().map(better -> better ? "icon-good" : "icon-bad").orElse("icon-soft");
        var title = new HBox(8, Icons.of(icon, style), Labels.wrapped(verdict.title(), "t-strong"));
        title.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        chart.show(verdict.rows());
        root.getChildren().setAll(title, Labels.wrapped(verdict.sentence(), "t-soft"), Card.hairline(), chart.root(),
                legend(evaluation));
    }

    private static Node legend(Evaluation evaluation) {
        var row = new HBox(14);
        for (int index = 0; index < evaluation.models().size(); index++) {
            var dot = new Region();
            dot.getStyleClass().addAll("dot", index == 0 ? "plain" : index == 1 ? "accent" : "further");
            var one = new HBox(6, dot, Labels.whole(evaluation.models().get(index), "t-small"));
            one.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            row.getChildren().add(one);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var note = Labels.of("bars: 95 % interval", "t-small", "t-soft");
        note.setMinWidth(0);
        row.getChildren().addAll(gap, note);
        return row;
    }
}
