package fettle.project.example;

/// Puts places into the order of their keys: no object per row, and rows with equal keys stay as they were.
final class RowOrder {

    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;

    private RowOrder() {}

    /// Sorts `places` by the keys that stand at them in `keys`; blank keys come last either way.
    static void sort(int[] places, int[] keys, boolean descending) {
        int least = Integer.MAX_VALUE;
        int most = Column.BLANK;
        for (int place : places) {
            int key = keys[place];
            if (key != Column.BLANK) {
                least = Math.min(least, key);
                most = Math.max(most, key);
            }
        }
        if (most != Column.BLANK) {
            int[] ranks = new int[places.length];
            for (int index = 0; index < places.length; index++) {
                int key = keys[places[index]];
                ranks[index] = key == Column.BLANK ? most - least + 1 : descending ? most - key : key - least;
            }
            sort(places, ranks, most - least + 1);
        }
    }

    /// A radix sort over as many digits as the largest rank has; ranks are unsigned.
    private static void sort(int[] places, int[] ranks, int largest) {
        int[] fromPlaces = places;
        int[] fromRanks = ranks;
        int[] toPlaces = new int[places.length];
        int[] toRanks = new int[places.length];
        for (int shift = 0; shift < Integer.SIZE && largest >>> shift != 0; shift += DIGIT) {
            int[] starts = starts(fromRanks, shift);
            for (int index = 0; index < fromRanks.length; index++) {
                int rank = fromRanks[index];
                int to = starts[(rank >>> shift) & (DIGITS - 1)]++;
                toPlaces[to] = fromPlaces[index];
                toRanks[to] = rank;
            }
            int[] freePlaces = fromPlaces;
            int[] freeRanks = fromRanks;
            fromPlaces = toPlaces;
            fromRanks = toRanks;
            toPlaces = freePlaces;
            toRanks = freeRanks;
        }
        System.arraycopy(fromPlaces, 0, places, 0, places.length);
    }

    private static int[] starts(int[] ranks, int shift) {
        int[] starts = new int[DIGITS + 1];
        for (int rank : ranks) {
            starts[((rank >>> shift) & (DIGITS - 1)) + 1]++;
        }
        for (int digit = 1; digit < DIGITS; digit++) {
            starts[digit] += starts[digit - 1];
        }
        return starts;
    }
}
