package fettle.ui.control;

import static fettle.ui.control.AxisLayer.styled;

import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// The curves themselves: bands, lines, rings, the current step, checkpoints.
final class CurveLayer {

    private final Group root = new Group();
    private final Rectangle shade = styled(new Rectangle(), "chart-shade");
    private final NodePool<Polygon> bands = new NodePool<>(() -> styled(new Polygon(), "chart-band"));
    private final NodePool<Polyline> trains = new NodePool<>(() -> styled(new Polyline(), "chart-line", "train"));
    private final NodePool<Polyline> checks = new NodePool<>(() -> styled(new Polyline(), "chart-line", "validation"));
    private final NodePool<Polyline> others = new NodePool<>(() -> styled(new Polyline(), "chart-line", "earlier"));
    private final NodePool<Circle> rings = new NodePool<>(() -> styled(new Circle(3.5), "chart-ring"));
    private final NodePool<Polygon> marks = new NodePool<>(
            () -> styled(new Polygon(0, -6, 5, 0, 0, 6, -5, 0), "chart-checkpoint"));
    private final Line now = styled(new Line(), "chart-now");
    private final Circle head = styled(new Circle(4), "chart-head");

    CurveLayer() {
        root.setMouseTransparent(true);
        root.setManaged(false);
        root.getChildren().addAll(shade, bands.group(), others.group(), now, trains.group(), checks.group(),
                rings.group(), head, marks.group());
    }

    Group root() {
        return root;
    }

    void draw(Plot plot, LossData data) {
        bands.begin();
        trains.begin();
        checks.begin();
        others.begin();
        rings.begin();
        marks.begin();
        for (int index = 0; index < data.curves().size(); index++) {
            curve(plot, data.curves().get(index), plot.envelopes().get(index));
        }
        data.checkpoints().forEach(step -> checkpoint(plot, data, step));
        shade(plot, data);
        now(plot, data);
        bands.end();
        trains.end();
        checks.end();
        others.end();
        rings.end();
        marks.end();
    }

    private void curve(Plot plot, Curve curve, Envelope envelope) {
        switch (curve.kind()) {
            case TRAIN -> {
                band(plot, envelope);
                smoothed(plot, curve, trains.next().getPoints());
            }
            case VALIDATION -> ringed(plot, curve);
            case EARLIER -> smoothed(plot, curve, others.next().getPoints());
        }
    }

    private void band(Plot plot, Envelope envelope) {
        int size = envelope.size();
        Double[] points = new Double[size * 4];
        for (int bucket = 0; bucket < size; bucket++) {
            points[bucket * 2] = plot.x(envelope.highPlace(bucket));
            points[bucket * 2 + 1] = plot.y(envelope.high(bucket));
            int back = size * 4 - 2 - bucket * 2;
            points[back] = plot.x(envelope.lowPlace(bucket));
            points[back + 1] = plot.y(envelope.low(bucket));
        }
        bands.next().getPoints().setAll(points);
    }

    /// At most one point per pixel, each the mean of its neighbours on both sides: a mean of those before it alone would
    /// lie beside a falling band.
    private static void smoothed(Plot plot, Curve curve, ObservableList<Double> points) {
        int step = Math.max(1, (int) (curve.size() / Math.max(1, plot.area().width())));
        int window = curve.window();
        int shown = (curve.size() + step - 1) / step;
        Double[] fresh = new Double[shown * 2];
        int filled = 0;
        for (int point = 0; point < shown; point++) {
            int index = Math.min(curve.size() - 1, (point + 1) * step - 1);
            double value = curve.smoothed(Math.min(curve.size() - 1, index + window / 2), window);
            if (Double.isFinite(value)) {
                fresh[filled++] = plot.x(curve.place(index, plot.axis()));
                fresh[filled++] = plot.y(value);
            }
        }
        points.setAll(java.util.Arrays.copyOf(fresh, filled));
    }

    private void ringed(Plot plot, Curve curve) {
        ObservableList<Double> points = checks.next().getPoints();
        points.clear();
        boolean few = curve.size() <= plot.area().width() / 12;
        for (int index = 0; index < curve.size(); index++) {
            if (Double.isFinite(curve.value(index))) {
                double x = plot.x(curve.place(index, plot.axis()));
                double y = plot.y(curve.value(index));
                points.addAll(x, y);
                if (few) {
                    Circle ring = rings.next();
                    ring.setCenterX(x);
                    ring.setCenterY(y);
                }
            }
        }
    }

    private void checkpoint(Plot plot, LossData data, double step) {
        data.lead().ifPresent(lead -> {
            Polygon mark = marks.next();
            mark.setLayoutX(Math.rint(plot.x(lead.placeOf(step, plot.axis()))) + 0.5);
            mark.setLayoutY(plot.area().bottom());
        });
    }

    private void shade(Plot plot, LossData data) {
        boolean shown = Double.isFinite(data.shadedFrom()) && data.lead().isPresent();
        shade.setVisible(shown);
        data.lead().filter(_ -> shown).filter(lead -> lead.size() > 0).ifPresent(lead -> {
            double from = plot.x(lead.placeOf(data.shadedFrom(), plot.axis()));
            shade.setX(from);
            shade.setY(plot.area().top());
            shade.setWidth(Math.max(0, plot.x(lead.place(lead.size() - 1, plot.axis())) - from));
            shade.setHeight(plot.area().height());
        });
    }

    private void now(Plot plot, LossData data) {
        boolean shown = data.lead().map(Curve::size).orElse(0) > 0;
        now.setVisible(shown);
        head.setVisible(shown);
        data.lead().filter(_ -> shown).ifPresent(lead -> {
            int last = lead.size() - 1;
            double x = plot.x(lead.place(last, plot.axis()));
            now.setStartX(x);
            now.setEndX(x);
            now.setStartY(plot.area().top());
            now.setEndY(plot.area().bottom());
            double value = lead.smoothed(last, lead.window());
            head.setVisible(Double.isFinite(value));
            head.setCenterX(x);
            head.setCenterY(plot.y(Double.isFinite(value) ? value : 0));
        });
    }
}
