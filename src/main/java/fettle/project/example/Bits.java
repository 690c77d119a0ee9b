package fettle.project.example;

import java.util.Arrays;
import java.util.BitSet;

/// Goes over a column, or over the rows of a set in it, run by run.
final class Bits {

    private Bits() {}

    /// Says of the numbers of a run which of them fit: bit `i` of the word `w` stands for the number `64 w + i`. The loop
    /// stands within, since a call for each number would cost more than what it asks.
    @FunctionalInterface
    interface Test {

        void mark(int[] run, int count, long[] words, int firstWord);
    }

    /// The places below `size` whose number passes.
    static BitSet where(Column column, int size, Test test) {
        long[] words = new long[(size + 63) >> 6];
        int[] run = new int[Column.RUN];
        for (int from = 0; from < size; from += Column.RUN) {
            int count = Math.min(Column.RUN, size - from);
            column.read(from, count, run);
            test.mark(run, count, words, from >> 6);
        }
        return BitSet.valueOf(words);
    }

    /// The places below `size` whose number lies between both ends, inclusive.
    static BitSet within(Column column, int size, int low, int high) {
        int span = high - low;
        return low > high ? new BitSet() : where(column, size, (run, count, words, first) -> {
            for (int row = 0; row < count; row++) {
                if (Integer.compareUnsigned(run[row] - low, span) <= 0) {
                    words[first + (row >> 6)] |= 1L << row;
                }
            }
        });
    }

    /// The places below `size` whose number is one of these, which ascend.
    static BitSet anyOf(Column column, int size, int[] numbers) {
        return where(column, size, (run, count, words, first) -> {
            for (int row = 0; row < count; row++) {
                if (Arrays.binarySearch(numbers, run[row]) >= 0) {
                    words[first + (row >> 6)] |= 1L << row;
                }
            }
        });
    }

    /// The places below `size` whose number is marked in `table`. Numbers are 0 or more.
    static BitSet marked(Column column, int size, boolean[] table) {
        return where(column, size, (run, count, words, first) -> {
            for (int row = 0; row < count; row++) {
                if (table[run[row]]) {
                    words[first + (row >> 6)] |= 1L << row;
                }
            }
        });
    }

    /// The places below `size` whose number has none of these bits.
    static BitSet without(Column column, int size, int bits) {
        return where(column, size, (run, count, words, first) -> {
            for (int row = 0; row < count; row++) {
                if ((run[row] & bits) == 0) {
                    words[first + (row >> 6)] |= 1L << row;
                }
            }
        });
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
        int[] run = new int[Column.RUN];
        for (int first = 0; first < words.length; first += Column.RUN >> 6) {
            int last = Math.min(words.length, first + (Column.RUN >> 6));
            int set = cardinality(words, first, last);
            if (set > 0) {
                column.read(first << 6, Math.min(Column.RUN, rows.length() - (first << 6)), run);
                if (set < Column.RUN) {
                    squeeze(words, first, last, run);
                }
                taker.take(run, set);
            }
        }
    }

    private static int cardinality(long[] words, int first, int last) {
        int set = 0;
        for (int word = first; word < last; word++) {
            set += Long.bitCount(words[word]);
        }
        return set;
    }

    /// Moves the numbers of set bits to the front.
    private static void squeeze(long[] words, int first, int last, int[] run) {
        int kept = 0;
        for (int word = first; word < last; word++) {
            int start = (word - first) << 6;
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                run[kept++] = run[start + Long.numberOfTrailingZeros(bits)];
            }
        }
    }
}
