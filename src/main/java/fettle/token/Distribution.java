package fettle.token;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How numbers are spread. Percentiles are interpolated between neighbours, as numpy does. Of no numbers all is 0.
///
/// @param count how many numbers there are
public record Distribution(int count, int min, int max, double mean, double median, double p5, double p25, double p75,
        double p90, double p95, double p99, long sum) {

    /// Of `values` in any order; they stay as they are.
    public static Distribution of(int[] values) {
        if (values.length == 0) {
            return new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        long sum = IntStream.of(sorted).asLongStream().sum();
        return new Distribution(sorted.length, sorted[0], sorted[sorted.length - 1], (double) sum / sorted.length,
                percentile(sorted, 50), percentile(sorted, 5), percentile(sorted, 25), percentile(sorted, 75),
                percentile(sorted, 90), percentile(sorted, 95), percentile(sorted, 99), sum);
    }

    private static double percentile(int[] sorted, int percent) {
        double place = percent / 100.0 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        double step = (double) sorted[above] - sorted[below];
        return share < 0.5 ? sorted[below] + step * share : sorted[above] - step * (1 - share);
    }
}
