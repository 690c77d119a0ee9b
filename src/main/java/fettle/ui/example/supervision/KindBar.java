package fettle.ui.example.supervision;

import fettle.tuning.supervision.Supervision.Counts;
import fettle.tuning.supervision.Supervision.Kind;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How much of a row is of each kind: a bar in proportion, and a legend in the very marks that the text wears.
final class KindBar {

    private final HBox bar = new HBox();
    private final FlowPane legend = new FlowPane(14, 6);
    private final VBox root = new VBox(8, bar, legend);

    KindBar() {
        bar.getStyleClass().add("kind-bar");
        legend.setId("supervision-legend");
    }

    Node root() {
        return root;
    }

    void show(Counts counts) {
        bar.getChildren().clear();
        legend.getChildren().clear();
        for (Kind kind : Kind.values()) {
            int tokens = KindWords.count(counts, kind);
            if (tokens > 0) {
                bar.getChildren().add(part(kind, (double) tokens / Math.max(1, counts.total())));
            }
            if (tokens > 0 || kind != Kind.CUT) {
                legend.getChildren().add(entry(kind, tokens));
            }
        }
    }

    private Region part(Kind kind, double share) {
        var part = new Region();
        part.getStyleClass().addAll("kind-part", SupervisionText.style(kind) + "-part");
        part.prefWidthProperty().bind(bar.widthProperty().multiply(share));
        part.setMinWidth(2);
        return part;
    }

    private static Node entry(Kind kind, int tokens) {
        Label sample = Labels.whole(KindWords.name(kind), "t-small", "kind-sample",
                SupervisionText.style(kind) + "-sample");
        sample.setTooltip(new Tooltip(KindWords.meaning(kind)));
        var entry = new HBox(6, sample, Labels.whole(Words.number(tokens), "t-small", "t-medium"));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
