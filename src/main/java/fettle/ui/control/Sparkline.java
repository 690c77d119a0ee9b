package fettle.ui.control;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// A small curve without numbers. Thinned to the lowest and highest value per pixel, so that a spike stays.
public final class Sparkline extends Region {

    private final Polyline line = AxisLayer.styled(new Polyline(), "spark-line");
    private Optional<Curve> curve = Optional.empty();
    private double share = 1;

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.setManaged(false);
        getChildren().add(line);
    }

    /// Shows a curve over `newShare` (0..1) of the width. It may go on growing; call it again when it did.
    public void show(Curve newCurve, double newShare) {
        curve = Optional.of(newCurve);
        share = Math.clamp(newShare, 0.0, 1.0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        curve.filter(shown -> shown.size() > 0).ifPresent(shown -> draw(shown, getWidth() * share));
    }

    private void draw(Curve shown, double width) {
        double from = shown.place(0, Curve.Axis.STEP);
        double to = Math.max(from + 1, shown.place(shown.size() - 1, Curve.Axis.STEP));
        Envelope envelope = shown.thinned(Math.max(1, (int) width));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int bucket = 0; bucket < envelope.size(); bucket++) {
            low = Math.min(low, envelope.low(bucket));
            high = Math.max(high, envelope.high(bucket));
        }
        low = Math.min(low, high * 0.5); // so that noise on a steady value looks as small as it is
        for (int bucket = 0; bucket < envelope.size(); bucket++) {
            double x = (envelope.place(bucket) - from) / (to - from) * width;
            line.getPoints().addAll(x, y(envelope.high(bucket), low, high));
            if (envelope.low(bucket) < envelope.high(bucket)) {
                line.getPoints().addAll(x, y(envelope.low(bucket), low, high));
            }
        }
    }

    private double y(double value, double low, double high) {
        double room = getHeight() - 4;
        return high > low ? 2 + room * (1 - (value - low) / (high - low)) : 2 + room / 2;
    }
}
