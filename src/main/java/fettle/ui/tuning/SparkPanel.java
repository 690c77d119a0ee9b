package fettle.ui.tuning;

import fettle.ui.control.Curve;
import fettle.ui.control.Labels;
import fettle.ui.control.Sparkline;
import fettle.ui.session.Words;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Learning rate, gradient norm and speed as small curves, each with its newest value.
final class SparkPanel {

    private final Spark rate = new Spark("Learning rate");
    private final Spark gradient = new Spark("Gradient norm");
    private final Spark speed = new Spark("Tokens / s");
    private final HBox root = new HBox(24, rate.root, gradient.root, speed.root);

    SparkPanel() {
        root.getChildren().forEach(spark -> HBox.setHgrow(spark, Priority.ALWAYS));
    }

    HBox root() {
        return root;
    }

    void show(TuningTrace trace) {
        double share = trace.totalSteps() <= 0 || trace.rate().size() == 0
                ? 1
                : trace.rate().place(trace.rate().size() - 1, Curve.Axis.STEP) / trace.totalSteps();
        rate.show(trace.rate(), share, last(trace.rate(), "%.1e").replace("e-0", "e-"));
        gradient.show(trace.gradient(), share, last(trace.gradient(), "%.2f"));
        speed.show(trace.speed(), share, trace.speed().size() == 0
                ? "–"
                : Words.number(
                        Math.round(trace.speed().value(trace.speed().size() - 1))));
    }

    private static String last(Curve curve, String format) {
        return curve.size() == 0 ? "–" : String.format(Locale.ENGLISH, format, curve.value(curve.size() - 1));
    }

    private static final class Spark {

        private final Label number = Labels.whole("–", "t-mono");
        private final Sparkline line = new Sparkline();
        private final VBox root;

        Spark(String name) {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.setMinHeight(40);
            line.setPrefHeight(40);
            var title = Labels.of(name, "t-label");
            title.setMinWidth(0);
            root = new VBox(4, new HBox(title, gap, number), line);
            root.setPrefWidth(100);
        }

        void show(Curve curve, double share, String value) {
            number.setText(value);
            line.show(curve, share);
        }
    }
}
