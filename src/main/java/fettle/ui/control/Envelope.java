package fettle.ui.control;

import java.util.Arrays;

/// The lowest and the highest value in each of a few buckets along an axis: thinning that never loses a spike. Buckets
/// without a value are left out.
public final class Envelope {

    /// Equal parts of the range `from`..`to`.
    public record Buckets(double from, double to, int count) {

        int of(double place) {
            double width = to - from;
            return width <= 0 ? 0 : Math.clamp((long) ((place - from) / width * count), 0, count - 1);
        }
    }

    private final double[] places;
    private final double[] lowPlaces;
    private final double[] highPlaces;
    private final double[] lows;
    private final double[] highs;
    private final int[] lasts;
    private int size;

    private Envelope(int room) {
        places = new double[room];
        lowPlaces = new double[room];
        highPlaces = new double[room];
        lows = new double[room];
        highs = new double[room];
        lasts = new int[room];
    }

    /// Thins the first `size` points of `xs` (ascending) and `ys`; values that are not finite are passed over.
    static Envelope of(double[] xs, double[] ys, int size, Buckets buckets) {
        var envelope = new Envelope(buckets.count());
        int index = firstAtOrAfter(xs, size, buckets.from());
        while (index < size && xs[index] <= buckets.to()) {
            index = envelope.take(xs, ys, size, index, buckets);
        }
        return envelope;
    }

    private int take(double[] xs, double[] ys, int points, int from, Buckets buckets) {
        int bucket = buckets.of(xs[from]);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int index = from;
        while (index < points && xs[index] <= buckets.to() && buckets.of(xs[index]) == bucket) {
            double value = ys[index];
            if (Double.isFinite(value) && value < low) {
                low = value;
                lowPlaces[size] = xs[index];
            }
            if (Double.isFinite(value) && value > high) {
                high = value;
                highPlaces[size] = xs[index];
            }
            index++;
        }
        if (low <= high) {
            places[size] = (xs[from] + xs[index - 1]) / 2;
            lows[size] = low;
            highs[size] = high;
            lasts[size] = index - 1;
            size++;
        }
        return index;
    }

    private static int firstAtOrAfter(double[] xs, int size, double from) {
        int found = Arrays.binarySearch(xs, 0, size, from);
        return found >= 0 ? found : -found - 1;
    }

    public int size() {
        return size;
    }

    /// The middle of the bucket's points.
    public double place(int bucket) {
        return places[bucket];
    }

    /// Where its lowest value lies.
    public double lowPlace(int bucket) {
        return lowPlaces[bucket];
    }

    /// Where its highest value lies.
    public double highPlace(int bucket) {
        return highPlaces[bucket];
    }

    public double low(int bucket) {
        return lows[bucket];
    }

    public double high(int bucket) {
        return highs[bucket];
    }

    /// The index of the bucket's last point.
    public int last(int bucket) {
        return lasts[bucket];
    }
}
