package fettle.ui.control;

import fettle.ui.control.Curve.Axis;
import java.util.ArrayList;
import java.util.List;

/// From values to places on the chart, for one drawing.
///
/// @param envelopes one per curve
/// @param end where the horizontal axis ends; it begins at 0
/// @param range the values shown
record Plot(Area area, Axis axis, List<Envelope> envelopes, double end, Range range) {

    /// Where curves are drawn, in pixels.
    record Area(double left, double top, double width, double height) {

        double bottom() {
            return top + height;
        }

        double right() {
            return left + width;
        }
    }

    /// The values shown, and how they grow.
    record Range(double low, double high, boolean log) {

        double share(double value) {
            double share = log
                    ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                    : (value - low) / (high - low);
            return Math.clamp(share, -0.2, 1.2);
        }
    }

    static Plot of(LossData data, Axis axis, ChartScale scale, Area area) {
        double end = data.end(axis);
        var envelopes = new ArrayList<Envelope>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean log = scale == ChartScale.LOG;
        double floor = log ? 1e-6 : Double.NEGATIVE_INFINITY;
        for (Curve curve : data.curves()) {
            Envelope envelope = curve.envelope(axis, 0, end, (int) area.width());
            envelopes.add(envelope);
            for (int bucket = 0; bucket < envelope.size(); bucket++) {
                low = Math.min(low, Math.max(floor, envelope.low(bucket)));
                high = Math.max(high, Math.max(floor, envelope.high(bucket)));
            }
        }
        return new Plot(area, axis, envelopes, end, padded(low, high, log));
    }

    private static Range padded(double low, double high, boolean log) {
        if (!(low <= high)) {
            return new Range(0.1, 1, log);
        }
        if (log) {
            double factor = Math.pow(high / low, 0.05) * 1.01;
            return new Range(low / factor, high * factor, true);
        }
        double pad = high > low ? (high - low) * 0.06 : Math.max(0.1, Math.abs(high) * 0.1);
        return new Range(low >= 0 ? Math.max(0, low - pad) : low - pad, high + pad, false);
    }

    double x(double place) {
        return area.left + place / end * area.width;
    }

    double y(double value) {
        return area.bottom() - range.share(value) * area.height;
    }

    double placeAt(double x) {
        return (x - area.left) / area.width * end;
    }

    List<Double> valueTicks() {
        int count = (int) Math.max(2, area.height / 60);
        return range.log ? Ticks.log(range.low, range.high) : Ticks.linear(range.low, range.high, count);
    }

    List<Double> placeTicks() {
        int count = (int) Math.max(2, area.width / 110);
        return switch (axis) {
            case STEP, TOKENS -> Ticks.whole(0, end, count);
            case TIME -> Ticks.time(end, count);
        };
    }

    String placeText(double tick, List<Double> all) {
        return switch (axis) {
            case STEP, TOKENS -> Ticks.text(tick, all);
            case TIME -> Ticks.clock(tick);
        };
    }

    String axisName() {
        return switch (axis) {
            case STEP -> "step";
            case TOKENS -> "tokens";
            case TIME -> "time";
        };
    }
}
