package fettle.project.example;

/// One whole number per row. Read in runs, so that the loops over a million rows stay tight.
@FunctionalInterface
interface Column {

    /// Stands for no number; sorted last, in no range.
    int BLANK = Integer.MIN_VALUE;

    /// How many rows are read at once; whole words of a bit set.
    int RUN = 4096;

    /// Puts the numbers of the rows from place `from` on into `into`, `count` of them.
    void read(int from, int count, int[] into);

    /// The numbers of all rows.
    default int[] all(int size) {
        int[] numbers = new int[size];
        int[] run = new int[RUN];
        for (int from = 0; from < size; from += RUN) {
            int count = Math.min(RUN, size - from);
            read(from, count, run);
            System.arraycopy(run, 0, numbers, from, count);
        }
        return numbers;
    }
}
