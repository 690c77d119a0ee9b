package fettle.ui.control;

import static fettle.ui.control.AxisLayer.styled;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// The values at one step, in a box beside it.
final class ReadOutLayer {

    private final Group root = new Group();
    private final Line line = styled(new Line(), "chart-hair");
    private final Circle point = styled(new Circle(3.5), "chart-head");
    private final GridPane box = styled(new GridPane(), "chart-read-out");

    ReadOutLayer() {
        root.setMouseTransparent(true);
        root.setManaged(false);
        root.getChildren().addAll(line, point, box);
    }

    Group root() {
        return root;
    }

    void draw(Plot plot, LossData data, int index) {
        boolean shown = index >= 0 && data.lead().map(lead -> index < lead.size()).orElse(false);
        root.setVisible(shown);
        data.lead().filter(_ -> shown).ifPresent(lead -> {
            double x = plot.x(lead.place(index, plot.axis()));
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(plot.area().top());
            line.setEndY(plot.area().bottom());
            double value = lead.value(index);
            point.setVisible(Double.isFinite(value));
            point.setCenterX(x);
            point.setCenterY(plot.y(Double.isFinite(value) ? value : 0));
            box(plot, x, data.readOut(index));
        });
    }

    private void box(Plot plot, double x, List<LossData.Line> lines) {
        box.getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            LossData.Line at = lines.get(row);
            box.add(Labels.whole(at.name(), "t-small", "t-soft"), 0, row);
            box.add(Labels.whole(at.value(), "t-small", "t-strong", "t-number"), 1, row);
        }
        box.applyCss();
        double width = Math.ceil(box.prefWidth(-1));
        double height = Math.ceil(box.prefHeight(-1));
        double left = x + 14 + width <= plot.area().right() ? x + 14 : Math.max(0, x - 14 - width);
        box.resizeRelocate(Math.rint(left), plot.area().top() + 6, width, height);
        box.layout();
    }
}
