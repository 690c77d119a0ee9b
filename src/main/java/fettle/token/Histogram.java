package fettle.token;

import java.util.List;
import java.util.stream.IntStream;

/// Numbers counted in equal bins whose edges are round: multiples of 1, 2 or 5 times a power of ten.
///
/// @param bins from low to high, without a gap; none if there were no numbers
public record Histogram(List<Bin> bins) {

    /// How many numbers lie in `from` (inclusive) to `to` (exclusive).
    public record Bin(long from, long to, int count) {}

    /// Counts `values` in about `wanted` bins, at most one more.
    public static Histogram of(int[] values, int wanted) {
        if (values.length == 0) {
            return new Histogram(List.of());
        }
        long min = IntStream.of(values).min().getAsInt();
        long max = IntStream.of(values).max().getAsInt();
        long width = roundWidth(min, max, Math.max(1, wanted));
        long first = Math.floorDiv(min, width);
        var counts = new int[(int) (Math.floorDiv(max, width) - first) + 1];
        for (int value : values) {
            counts[(int) (Math.floorDiv((long) value, width) - first)]++;
        }
        return new Histogram(IntStream.range(0, counts.length)
                .mapToObj(i -> new Bin((first + i) * width, (first + i + 1) * width, counts[i])).toList());
    }

    private static long roundWidth(long min, long max, int wanted) {
        long width = 1;
        for (long ten = 1;; ten *= 10) {
            for (int digit : new int[]{1, 2, 5}) {
                width = ten * digit;
                if ((max - min) / width < wanted) {
                    return width;
                }
            }
        }
    }
}
