package fettle.ui.tuning;

import fettle.tuning.TuningEvent.Stepped;
import fettle.ui.control.Curve;
import fettle.ui.control.Ticks;
import fettle.ui.session.Words;
import java.util.Locale;
import java.util.Optional;

/// The tiles of the tuning screen, in words.
record Figures(Figure train, Figure validation, Figure accuracy, Figure speed, Figure time) {

    /// A number and what it means.
    record Figure(String value, String note) {

        static final Figure NONE = new Figure("–", "");
    }

    static final Figures NONE = new Figures(Figure.NONE, Figure.NONE, Figure.NONE, Figure.NONE, Figure.NONE);

    /// `live` while more may come.
    static Figures of(TuningTrace trace, boolean live) {
        return new Figures(train(trace.train()), validation(trace), accuracy(trace.accuracy()), speed(trace),
                time(trace, live));
    }

    private static Figure train(Curve curve) {
        if (curve.size() == 0) {
            return Figure.NONE;
        }
        double smoothed = curve.smoothed(curve.size() - 1, curve.window());
        return new Figure(loss(smoothed), curve.window() == 1
                ? "of the last step"
                : "mean of %d steps".formatted(curve.window()));
    }

    private static Figure validation(TuningTrace trace) {
        Curve curve = trace.validation();
        if (curve.size() == 0) {
            boolean none = trace.started().map(start -> start.validationRows() == 0).orElse(false);
            return new Figure("–", none ? "no validation rows" : "not asked yet");
        }
        double last = curve.value(curve.size() - 1);
        return new Figure(loss(last), trace.notes().bestStep() < 0
                ? ""
                : "best %s at step %s".formatted(loss(trace.notes().best()), Words.number(trace.notes().bestStep())));
    }

    private static Figure accuracy(Curve curve) {
        if (curve.size() == 0 || !Double.isFinite(curve.value(curve.size() - 1))) {
            return Figure.NONE;
        }
        double last = curve.value(curve.size() - 1);
        double change = (last - curve.value(0)) * 100;
        String since = curve.size() < 2 || !Double.isFinite(change)
                ? "of validation tokens"
                : String.format(Locale.ENGLISH, "%+.1f since step %,.0f", change, curve.place(0, Curve.Axis.STEP))
                        .replace('-', '−');
        return new Figure(String.format(Locale.ENGLISH, "%.1f %%", last * 100), since);
    }

    private static Figure speed(TuningTrace trace) {
        return trace.latest().filter(step -> Double.isFinite(step.tokensPerSecond())).map(step -> new Figure(
                Words.number(Math.round(step.tokensPerSecond())) + " tok/s", perStep(step))).orElse(Figure.NONE);
    }

    private static String perStep(Stepped step) {
        double seconds = step.seconds() / Math.max(1, step.step());
        return seconds >= 0.95
                ? String.format(Locale.ENGLISH, "%.1f s a step", seconds)
                : String.format(Locale.ENGLISH, "%.0f ms a step", seconds * 1000);
    }

    private static Figure time(TuningTrace trace, boolean live) {
        return trace.latest().map(step -> new Figure(Ticks.clock(Math.floor(step.seconds())), left(step, live)))
                .orElse(Figure.NONE);
    }

    private static String left(Stepped step, boolean live) {
        if (!live) {
            return "step %s of %s".formatted(Words.number(step.step()), Words.number(step.totalSteps()));
        }
        return secondsLeft(step).map(Words::left).orElse("");
    }

    static Optional<Long> secondsLeft(Stepped step) {
        return step.step() == 0 || step.totalSteps() <= 0
                ? Optional.empty()
                : Optional.of(Math.round(step.seconds() / step.step() * (step.totalSteps() - step.step())));
    }

    private static String loss(double value) {
        return Double.isFinite(value) ? TuningNotes.number(value) : "not a number";
    }
}
