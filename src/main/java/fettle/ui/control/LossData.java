package fettle.ui.control;

import fettle.ui.control.Curve.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a [LossChart] shows.
///
/// @param curves the first one leads: its steps are read out and place the marks
/// @param checkpoints the steps at which one was kept
/// @param totalSteps how far the axis reaches; 0 for as far as there are values
/// @param shadedFrom the step from which on the ground is shaded, as after the best validation; NaN for none
public record LossData(List<Curve> curves, List<Double> checkpoints, List<LossChart.Callout> callouts,
        double totalSteps, double shadedFrom) {

    public static final LossData NONE = new LossData(List.of(), List.of(), List.of(), 0, Double.NaN);

    /// A line of the read-out.
    record Line(String name, String value, Curve.Kind kind) {}

    Optional<Curve> lead() {
        return curves.stream().findFirst();
    }

    /// Where the axis ends.
    double end(Axis axis) {
        double reached = curves.stream().filter(curve -> curve.size() > 0)
                .mapToDouble(curve -> curve.place(curve.size() - 1, axis)).max().orElse(1);
        double planned = totalSteps <= 0
                ? 0
                : lead().filter(curve -> curve.size() > 0)
                        .map(curve -> curve.placeOf(totalSteps, axis)).orElse(0.0);
        return Math.max(Math.max(reached, planned), 1e-9);
    }

    /// What is known at the leading curve's value `index`.
    List<Line> readOut(int index) {
        var lines = new ArrayList<Line>();
        lead().ifPresent(lead -> {
            double step = lead.place(index, Axis.STEP);
            lines.add(new Line("step", String.format(Locale.ENGLISH, "%,.0f", step), Curve.Kind.EARLIER));
            lines.add(new Line(lead.name(), loss(lead.value(index)), lead.kind()));
            lines.add(new Line("smoothed", loss(lead.smoothed(index, lead.window())), lead.kind()));
            for (Curve other : curves.subList(1, curves.size())) {
                before(other, step).ifPresent(at -> lines.add(new Line(
                        other.kind() == Curve.Kind.VALIDATION
                                ? other.name() + " at "
                                        + String.format(Locale.ENGLISH, "%,.0f", other.place(at, Axis.STEP))
                                : other.name(),
                        loss(other.kind() == Curve.Kind.EARLIER ? other.smoothed(at, other.window()) : other.value(at)),
                        other.kind())));
            }
        });
        return lines;
    }

    private static Optional<Integer> before(Curve curve, double step) {
        int index = curve.nearest(step, Axis.STEP);
        while (index >= 0 && curve.place(index, Axis.STEP) > step) {
            index--;
        }
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    static String loss(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ENGLISH, value < 0.1 ? "%.4f" : "%.3f", value)
                : "not a number";
    }
}
