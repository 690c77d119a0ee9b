package fettle.ui.control;

import static fettle.ui.control.AxisLayer.styled;

import fettle.ui.control.LossChart.Callout;
import fettle.ui.control.LossChart.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Remarks in the chart, each in a small box; boxes step aside for one another.
final class CalloutLayer {

    private final Group root = new Group();
    private final NodePool<Line> lines = new NodePool<>(() -> styled(new Line(), "chart-callout-line"));
    private final NodePool<Circle> rings = new NodePool<>(() -> styled(new Circle(5), "chart-callout-ring"));
    private final NodePool<Label> boxes = new NodePool<>(() -> styled(new Label(), "chart-callout"));

    CalloutLayer() {
        root.setMouseTransparent(true);
        root.setManaged(false);
        root.getChildren().addAll(lines.group(), rings.group(), boxes.group());
    }

    Group root() {
        return root;
    }

    void draw(Plot plot, LossData data) {
        lines.begin();
        rings.begin();
        boxes.begin();
        var taken = new ArrayList<Rectangle2D>();
        data.lead().filter(lead -> lead.size() > 0).ifPresent(lead -> data.callouts()
                .forEach(callout -> callout(plot, callout, plot.x(lead.placeOf(callout.step(), plot.axis())), taken)));
        lines.end();
        rings.end();
        boxes.end();
    }

    private void callout(Plot plot, Callout callout, double x, List<Rectangle2D> taken) {
        boolean across = Double.isNaN(callout.value());
        double y = across ? plot.area().bottom() : plot.y(callout.value());
        Label box = boxes.next();
        box.setText(callout.text());
        box.autosize();
        double width = Math.rint(box.prefWidth(-1));
        double height = Math.rint(box.prefHeight(-1));
        Rectangle2D place = free(plot, across, new Rectangle2D(x, y, width, height), taken);
        taken.add(place);
        box.resizeRelocate(place.getMinX(), place.getMinY(), width, height);
        Line line = lines.next();
        tone(line, callout.tone());
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(y);
        line.setEndY(across ? plot.area().top() : place.getMaxY());
        if (across) {
            line.getStrokeDashArray().setAll(3.0, 3.0);
        } else {
            line.getStrokeDashArray().clear();
            Circle ring = rings.next();
            tone(ring, callout.tone());
            ring.setCenterX(x);
            ring.setCenterY(y);
            line.setStartY(y - 5);
        }
    }

    /// A place beside the line (across) or above the point, lower or higher until it is free.
    private static Rectangle2D free(Plot plot, boolean across, Rectangle2D wish, List<Rectangle2D> taken) {
        double width = wish.getWidth();
        double height = wish.getHeight();
        boolean leftOfIt = wish.getMinX() - width - 8 >= plot.area().left();
        double left = across
                ? leftOfIt ? wish.getMinX() - width - 6 : wish.getMinX() + 6
                : Math.clamp(wish.getMinX() - 8, plot.area().left(), Math.max(plot.area().left(),
                        plot.area().right() - width));
        double top = across ? plot.area().top() + 8 : Math.max(plot.area().top(), wish.getMinY() - height - 26);
        for (int tries = 0; tries < 8; tries++) {
            var place = new Rectangle2D(Math.rint(left), Math.rint(top), width, height);
            if (taken.stream().noneMatch(place::intersects)) {
                return place;
            }
            top += height + 4;
        }
        return new Rectangle2D(Math.rint(left), Math.rint(top), width, height);
    }

    private static void tone(javafx.scene.Node node, Tone tone) {
        node.getStyleClass().removeAll("second", "bad");
        node.getStyleClass().add(tone == Tone.SECOND ? "second" : "bad");
    }
}
