package fettle.project.example;

import java.util.BitSet;

/// Goes over a column, or over the rows of a set in it, run by run.
final class Bits {

    private Bits() {}

    /// Looks at one number.
    @FunctionalInterface
    interface Test {

        boolean test(int number);
    }

    /// The places below `size` whose number passes.
    static BitSet where(Column column, int size, Test test) {
        long[] words = new long[(size + 63) >> 6];
        int[] run = new int[Column.RUN];
        for (int from = 0; from < size; from += Column.RUN) {
            int count = Math.min(Column.RUN, size - from);
            column.read(from, count, run);
            fill(words, from >> 6, run, count, test);
        }
        return BitSet.valueOf(words);
    }

    private static void fill(long[] words, int firstWord, int[] run, int count, Test test) {
        for (int start = 0; start < count; start += 64) {
            long word = 0;
            int end = Math.min(64, count - start);
            for (int bit = 0; bit < end; bit++) {
                word |= test.test(run[start + bit]) ? 1L << bit : 0;
            }
            words[firstWord + (start >> 6)] = word;
        }
    }

    /// The places below `size` whose number lies between both ends, inclusive.
    static BitSet within(Column column, int size, int low, int high) {
        int span = high - low;
        return low > high
                ? new BitSet()
                : where(column, size, number -> Integer.compareUnsigned(number - low, span) <= 0);
    }

    /// The places below `size` whose number is marked in `table`. Numbers are 0 or more.
    static BitSet marked(Column column, int size, boolean[] table) {
        return where(column, size, number -> table[number]);
    }

    /// All places below `size` that are not in `rows`.
    static BitSet not(BitSet rows, int size) {
        BitSet others = (BitSet) rows.clone();
        others.flip(0, size);
        return others;
    }

    /// Takes in the numbers of one run: `numbers[i]` counts when it is below `count`.
    @FunctionalInterface
    interface Taker {

        void take(int[] numbers, int count);
    }

    /// Hands on the numbers of the rows in the set.
    static void each(Column column, BitSet rows, Taker taker) {
        long[] words = rows.toLongArray();
        int size = words.length << 6;
        int[] run = new int[Column.RUN];
        for (int from = 0; from < size; from += Column.RUN) {
            int last = Math.min(words.length, (from + Column.RUN) >> 6);
            int kept = from;
            if (holdsAny(words, from >> 6, last)) {
                column.read(from, Math.min(Column.RUN, rows.length() - from), run);
                kept = squeeze(words, from >> 6, last, run);
                taker.take(run, kept);
            }
        }
    }

    private static boolean holdsAny(long[] words, int first, int last) {
        for (int word = first; word < last; word++) {
            if (words[word] != 0) {
                return true;
            }
        }
        return false;
    }

    /// Moves the numbers of set bits to the front; returns how many there are.
    private static int squeeze(long[] words, int first, int last, int[] run) {
        int kept = 0;
        for (int word = first; word < last; word++) {
            int start = (word - first) << 6;
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                run[kept++] = run[start + Long.numberOfTrailingZeros(bits)];
            }
        }
        return kept;
    }
}
