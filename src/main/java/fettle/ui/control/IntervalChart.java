package fettle.ui.control;

import static fettle.ui.control.AxisLayer.styled;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Measures with their 95 % intervals, one line each: a dot per model with its bar, the difference at the end. All share
/// one axis from 0 to 1.
public final class IntervalChart {

    /// A measure.
    ///
    /// @param dots one per model, in the order of the legend
    /// @param difference such as "+18.9"
    /// @param style "t-good", "t-bad" or "t-soft"
    public record Row(String name, List<Dot> dots, String difference, String style) {}

    /// A mean with its interval, all 0..1.
    public record Dot(double low, double value, double high, String says) {}

    private final GridPane root = new GridPane();

    public IntervalChart() {
        root.getStyleClass().add("interval-chart");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setFillWidth(true);
        var numbers = new ColumnConstraints();
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        numbers.setHalignment(HPos.RIGHT);
        root.getColumnConstraints().addAll(names, wide, numbers);
    }

    public GridPane root() {
        return root;
    }

    public void show(List<Row> rows) {
        root.getChildren().clear();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            Label difference = Labels.whole(row.difference(), "t-strong", row.style());
            root.add(Labels.whole(row.name()), 0, index * 2);
            root.add(new Track(row.dots()), 1, index * 2);
            root.add(difference, 2, index * 2);
            if (index < rows.size() - 1) {
                root.add(Card.hairline(), 0, index * 2 + 1, 3, 1);
            }
        }
    }

    /// The axis of one measure with its dots.
    private static final class Track extends Region {

        private final List<Dot> dots;
        private final Line ground = styled(new Line(), "chart-grid");

        Track(List<Dot> dots) {
            this.dots = dots;
            setMinHeight(40);
            setPrefHeight(40);
            setMinWidth(80);
            getStyleClass().add("interval-track");
            getChildren().add(ground);
            for (int index = 0; index < dots.size(); index++) {
                String style = index == 0 ? "base" : index == 1 ? "tuned" : "further";
                getChildren().addAll(styled(new Line(), "interval-bar", style),
                        styled(new Circle(4.5), "interval-dot", style));
            }
            setAccessibleText(String.join(", ", dots.stream().map(Dot::says).toList()));
            javafx.scene.control.Tooltip.install(this, new javafx.scene.control.Tooltip(
                    String.join("\n", dots.stream().map(Dot::says).toList())));
        }

        @Override
        protected void layoutChildren() {
            double left = 10;
            double width = getWidth() - 2 * left;
            double middle = Math.rint(getHeight() / 2) + 0.5;
            place(ground, 0, getWidth(), middle);
            for (int index = 0; index < dots.size(); index++) {
                Dot dot = dots.get(index);
                double y = middle + (index - (dots.size() - 1) / 2.0) * 11;
                Line bar = (Line) getChildren().get(1 + index * 2);
                Circle circle = (Circle) getChildren().get(2 + index * 2);
                place(bar, left + dot.low() * width, left + dot.high() * width, y);
                circle.setCenterX(left + dot.value() * width);
                circle.setCenterY(y);
            }
        }

        private static void place(Line line, double from, double to, double y) {
            line.setStartX(from);
            line.setEndX(to);
            line.setStartY(y);
            line.setEndY(y);
        }
    }
}
