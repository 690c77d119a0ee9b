package fettle.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round numbers along an axis.
public final class Ticks {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    private static final double[] TIMES = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};

    private Ticks() {}

    /// Multiples of 1, 2, 2.5 or 5 times a power of ten within `low`..`high`, about `count` of them.
    public static List<Double> linear(double low, double high, int count) {
        if (!(high > low)) {
            return List.of(low);
        }
        double step = step((high - low) / Math.max(1, count));
        var ticks = new ArrayList<Double>();
        for (long multiple = (long) Math.ceil(low / step - 1e-9); multiple * step <= high + step * 1e-9; multiple++) {
            ticks.add(multiple * step);
        }
        return ticks;
    }

    /// The same, but whole numbers only.
    public static List<Double> whole(double low, double high, int count) {
        List<Double> ticks = linear(low, high, count);
        return ticks.stream().allMatch(tick -> tick == Math.rint(tick))
                ? ticks
                : linear(low, high, (int) Math.max(1, high - low));
    }

    /// 1, 2 and 5 times powers of ten within `low`..`high` (both above 0); of a narrow range linear ones.
    public static List<Double> log(double low, double high) {
        if (high / low < 8) {
            return linear(low, high, 5);
        }
        boolean wide = high / low > 1e4;
        var ticks = new ArrayList<Double>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int digit : wide ? new int[]{1} : new int[]{1, 2, 5}) {
                double tick = digit * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /// A tick as text, with the decimals that its neighbours need: 1.0, 1.5, 2.0; 0, 25,000.
    public static String text(double tick, List<Double> all) {
        int decimals = 0;
        for (double other : all) {
            while (decimals < 6 && Math.abs(other * Math.pow(10, decimals)
                    - Math.rint(other * Math.pow(10, decimals))) > 1e-6 * Math.pow(10, decimals)) {
                decimals++;
            }
        }
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", tick == 0 ? 0.0 : tick);
    }

    /// Round times from 0 to `seconds`.
    public static List<Double> time(double seconds, int count) {
        double rough = seconds / Math.max(1, count);
        double step = rough < 1 ? step(rough) : 0;
        for (double candidate : TIMES) {
            if (step == 0 && candidate >= rough) {
                step = candidate;
            }
        }
        step = step == 0 ? Math.ceil(rough / 3600) * 3600 : step;
        var ticks = new ArrayList<Double>();
        for (int multiple = 0; multiple * step <= seconds; multiple++) {
            ticks.add(multiple * step);
        }
        return ticks;
    }

    /// 0:05, 1:30, 2:00:00; below a second with its tenths.
    public static String clock(double seconds) {
        if (seconds != Math.rint(seconds)) {
            return String.format(Locale.ENGLISH, "%.1f s", seconds);
        }
        long whole = (long) seconds;
        return whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough * 0.8) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
