package fettle.evaluation;

import java.util.Arrays;
import java.util.Random;

/// The 95 % interval of a mean by the percentile bootstrap: 2,000 resamples with a fixed seed, so that the same values
/// always give the same interval.
///
/// @param p two-sided: how often a mean of 0 would give one as far off as this; at least 1 / resamples
record Bootstrap(double mean, double low, double high, double p) {

    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_260;

    /// `values` are at least one.
    static Bootstrap of(double[] values) {
        var random = new Random(SEED);
        var means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[resample] = sum / values.length;
        }
        Arrays.sort(means);
        long atMost = Arrays.stream(means).filter(mean -> mean <= 0).count();
        long atLeast = Arrays.stream(means).filter(mean -> mean >= 0).count();
        double p = Math.clamp(2.0 * Math.min(atMost, atLeast) / RESAMPLES, 1.0 / RESAMPLES, 1);
        return new Bootstrap(Arrays.stream(values).average().orElse(Double.NaN), means[(int) (0.025 * RESAMPLES)],
                means[(int) (0.975 * RESAMPLES) - 1], p);
    }
}
