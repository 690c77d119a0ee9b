package fettle.project.example;

import java.util.HashMap;
import java.util.Map;

/// How often each number occurs. Small ones, which nearly all are, are counted in an array, in one go.
final class NumberCounts {

    private static final int SMALL = 1 << 16;

    private final int[] small = new int[SMALL];
    private final Map<Integer, Integer> other = new HashMap<>();
    private boolean overflowed;
    private int least = Integer.MAX_VALUE;
    private int most = Column.BLANK;
    private int blank;

    /// Is called for each number that occurs.
    @FunctionalInterface
    interface Taker {

        void take(int number, int count);
    }

    void take(int[] run, int count) {
        int low = least;
        int high = most;
        for (int row = 0; row < count; row++) {
            int number = run[row];
            if (number >= 0 && number < SMALL) {
                small[number]++;
            } else if (number == Column.BLANK) {
                blank++;
                continue;
            } else {
                addOther(number);
            }
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        least = low;
        most = high;
    }

    private void addOther(int number) {
        if (other.size() < SMALL || other.containsKey(number)) {
            other.merge(number, 1, Integer::sum);
        } else {
            overflowed = true;
        }
    }

    boolean isEmpty() {
        return most == Column.BLANK;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /// Rows without a number.
    int blank() {
        return blank;
    }

    /// Whether [#each] hands over all of them: else there were too many different ones.
    boolean areAllCounted() {
        return !overflowed;
    }

    void each(Taker taker) {
        for (int number = Math.max(0, Math.min(least, SMALL)); number <= Math.min(most, SMALL - 1); number++) {
            if (small[number] > 0) {
                taker.take(number, small[number]);
            }
        }
        other.forEach(taker::take);
    }
}
