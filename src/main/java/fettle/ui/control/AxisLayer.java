package fettle.ui.control;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// Grid lines and the numbers beside and below them.
final class AxisLayer {

    private final Group root = new Group();
    private final NodePool<Line> grid = new NodePool<>(() -> styled(new Line(), "chart-grid"));
    private final NodePool<Text> numbers = new NodePool<>(() -> styled(new Text(), "chart-tick"));

    AxisLayer() {
        root.setMouseTransparent(true);
        root.setManaged(false);
        root.getChildren().addAll(grid.group(), numbers.group());
    }

    Group root() {
        return root;
    }

    void draw(Plot plot) {
        grid.begin();
        numbers.begin();
        values(plot);
        places(plot);
        grid.end();
        numbers.end();
    }

    private void values(Plot plot) {
        List<Double> ticks = plot.valueTicks();
        for (double tick : ticks) {
            double y = Math.rint(plot.y(tick)) + 0.5;
            Line line = grid.next();
            line.setStartX(plot.area().left());
            line.setEndX(plot.area().right());
            line.setStartY(y);
            line.setEndY(y);
            Text number = numbers.next();
            number.setText(Ticks.text(tick, ticks));
            number.setX(Math.rint(plot.area().left() - 10 - number.getLayoutBounds().getWidth()));
            number.setY(Math.rint(y + number.getLayoutBounds().getHeight() * 0.32));
        }
    }

    private void places(Plot plot) {
        List<Double> ticks = plot.placeTicks();
        double lastRight = Double.NEGATIVE_INFINITY;
        double baseline = plot.area().bottom() + 18;
        for (double tick : ticks) {
            Text number = numbers.next();
            number.setText(plot.placeText(tick, ticks));
            double width = number.getLayoutBounds().getWidth();
            double left = Math.min(plot.x(tick) - width / 2, plot.area().right() + 10 - width);
            number.setVisible(left > lastRight + 8);
            lastRight = number.isVisible() ? left + width : lastRight;
            number.setX(Math.rint(left));
            number.setY(Math.rint(baseline));
        }
        Text name = numbers.next();
        name.setText(plot.axisName());
        name.setX(Math.rint(plot.area().right() - name.getLayoutBounds().getWidth()));
        name.setY(Math.rint(baseline + name.getLayoutBounds().getHeight() + 1));
    }

    static <N extends javafx.scene.Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        node.setMouseTransparent(true);
        return node;
    }
}
