package fettle.chunk;

import java.util.function.IntPredicate;

/// Searches a row of steps of which the first ones hold and the rest do not.
final class Gallop {

    private Gallop() {}

    /// The last index from `first` up to `size` (exclusive) that holds; `first - 1` if none does. Asks near `first`
    /// most, where asking costs least.
    static int last(int first, int size, IntPredicate holds) {
        int good = first - 1;
        int bad = size;
        for (int step = 1; good + step < bad; step *= 2) {
            if (!holds.test(good + step)) {
                bad = good + step;
                break;
            }
            good += step;
        }
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (holds.test(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
