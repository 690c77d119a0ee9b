package fettle.project.example;

import fettle.project.example.NumberField.Scale;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The scores of rows, as whole numbers in the same order. Guarded by the store's lock.
final class ScoreColumn implements Column {

    static final Scale SCALE = new Scale() {

        @Override
        public long atMost(double value) {
            return key((float) value);
        }

        @Override
        public boolean isExact(double value) {
            return true;
        }

        @Override
        public long shown(int number) {
            return Math.round(score(number) * 1000.0);
        }
    };

    private int[] keys = new int[0];

    /// `scores[i]` is that of the row `ids[i]`; a score that is no number stands for none.
    void set(long[] ids, double[] scores) {
        int size = (int) Arrays.stream(ids).max().orElse(0);
        int[] fresh = new int[size];
        Arrays.fill(fresh, BLANK);
        for (int index = 0; index < ids.length; index++) {
            if (Double.isFinite(scores[index])) {
                fresh[(int) ids[index] - 1] = key((float) scores[index]);
            }
        }
        keys = fresh;
    }

    OptionalDouble at(int place) {
        return place < keys.length && keys[place] != BLANK
                ? OptionalDouble.of(score(keys[place]))
                : OptionalDouble.empty();
    }

    @Override
    public void read(int from, int count, int[] into) {
        int known = Math.clamp(keys.length - from, 0, count);
        if (known > 0) {
            System.arraycopy(keys, from, into, 0, known);
        }
        Arrays.fill(into, known, count, BLANK);
    }

    /// A whole number that is larger for a larger score.
    private static int key(float score) {
        int bits = Float.floatToIntBits(score == 0 ? 0 : score);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private static float score(int key) {
        return Float.intBitsToFloat(key ^ ((key >> 31) & Integer.MAX_VALUE));
    }
}
