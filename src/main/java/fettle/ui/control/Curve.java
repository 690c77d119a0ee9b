package fettle.ui.control;

import java.util.Arrays;

/// One line of a chart as it grows: a value per step, with the tokens and the seconds at which the step was reached.
/// Used on the screen thread only.
public final class Curve {

    /// What the horizontal axis counts.
    public enum Axis {
        STEP, TOKENS, TIME
    }

    /// How the line is drawn.
    public enum Kind {
        /// Lowest and highest values as a band, their running mean as a line.
        TRAIN,
        /// Few values, each with a ring.
        VALIDATION,
        /// Another run, dashed.
        EARLIER
    }

    private final String name;
    private final Kind kind;
    private double[] steps = new double[64];
    private double[] tokens = new double[64];
    private double[] seconds = new double[64];
    private double[] values = new double[64];
    private double[] sums = new double[65];
    private int[] counts = new int[65];
    private int size;

    public Curve(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public int size() {
        return size;
    }

    /// Adds a value; NaN is kept as a gap. A step that is not beyond the last one replaces what stood from there on, as
    /// after a resume.
    public void add(double step, double atTokens, double atSeconds, double value) {
        while (size > 0 && steps[size - 1] >= step) {
            size--;
        }
        if (size == values.length) {
            grow();
        }
        steps[size] = step;
        tokens[size] = atTokens;
        seconds[size] = atSeconds;
        values[size] = value;
        boolean finite = Double.isFinite(value);
        sums[size + 1] = sums[size] + (finite ? value : 0);
        counts[size + 1] = counts[size] + (finite ? 1 : 0);
        size++;
    }

    public double value(int index) {
        return values[index];
    }

    public double place(int index, Axis axis) {
        return row(axis)[index];
    }

    /// The mean of the last `window` values up to and with `index`, gaps left out; NaN when all are gaps.
    public double smoothed(int index, int window) {
        int from = Math.max(0, index + 1 - window);
        int count = counts[index + 1] - counts[from];
        return count == 0 ? Double.NaN : (sums[index + 1] - sums[from]) / count;
    }

    /// How many values the drawn line averages: 10, a fortieth of a long run, and few of a short one, whose losses fall so
    /// fast that a longer mean would lag behind them.
    public int window() {
        return size < 250 ? Math.max(1, size / 25) : Math.max(10, size / 40);
    }

    /// The index whose place is nearest to `at`; -1 for an empty curve.
    public int nearest(double at, Axis axis) {
        if (size == 0) {
            return -1;
        }
        double[] row = row(axis);
        int found = Arrays.binarySearch(row, 0, size, at);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0 || after == size) {
            return after == 0 ? 0 : size - 1;
        }
        return at - row[after - 1] <= row[after] - at ? after - 1 : after;
    }

    /// Where `step` lies on `axis`, between its neighbours; beyond the ends by the mean pace.
    public double placeOf(double step, Axis axis) {
        if (axis == Axis.STEP || size == 0) {
            return step;
        }
        double[] row = row(axis);
        int found = Arrays.binarySearch(steps, 0, size, step);
        if (found >= 0) {
            return row[found];
        }
        int after = -found - 1;
        if (after == size) {
            return row[size - 1] * step / Math.max(1, steps[size - 1]);
        }
        double beforeStep = after == 0 ? 0 : steps[after - 1];
        double before = after == 0 ? 0 : row[after - 1];
        return before + (row[after] - before) * (step - beforeStep) / (steps[after] - beforeStep);
    }

    /// The envelope of what lies between two places, in at most `columns` buckets; of a short curve each bucket still
    /// holds some six values, so that the band shows their spread.
    public Envelope envelope(Axis axis, double from, double to, int columns) {
        int buckets = size <= 12 ? size : Math.clamp(size / 6, 12, Math.max(12, columns));
        return Envelope.of(row(axis), values, size, new Envelope.Buckets(from, to, Math.max(1, buckets)));
    }

    /// The envelope of all of it by step, in at most `columns` buckets, as fine as they allow.
    Envelope thinned(int columns) {
        return Envelope.of(steps, values, size,
                new Envelope.Buckets(steps[0], steps[Math.max(0, size - 1)], Math.clamp(size, 1, columns)));
    }

    private double[] row(Axis axis) {
        return switch (axis) {
            case STEP -> steps;
            case TOKENS -> tokens;
            case TIME -> seconds;
        };
    }

    private void grow() {
        int room = values.length * 2;
        steps = Arrays.copyOf(steps, room);
        tokens = Arrays.copyOf(tokens, room);
        seconds = Arrays.copyOf(seconds, room);
        values = Arrays.copyOf(values, room);
        sums = Arrays.copyOf(sums, room + 1);
        counts = Arrays.copyOf(counts, room + 1);
    }
}
