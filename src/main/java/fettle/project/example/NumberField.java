package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.FacetCounts.Bars;
import fettle.example.FacetCounts.Choice;
import fettle.job.ExpectedException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// A field that is a number. A row without one fits no comparison but `= ""` and `!=`.
final class NumberField implements Field {

    private static final int BARS = 36;
    private static final List<Integer> STEPS = List.of(1, 2, 4, 5, 10, 20, 25, 40, 50);

    private final Column column;
    private final Scale scale;
    private final boolean choices;

    /// How numbers that people write become those of the column, and back.
    interface Scale {

        Scale WHOLE = new Scale() {

            @Override
            public long atMost(double value) {
                return (long) Math.floor(value);
            }

            @Override
            public boolean isExact(double value) {
                return Math.floor(value) == value;
            }

            @Override
            public long shown(int number) {
                return number;
            }
        };

        /// The largest number of the column that is at most `value`.
        long atMost(double value);

        /// Whether that number is `value` itself.
        boolean isExact(double value);

        /// The number as bars show it.
        long shown(int number);
    }

    /// With `choices` the values are few, and counted one by one.
    NumberField(Column column, Scale scale, boolean choices) {
        this.column = column;
        this.scale = scale;
        this.choices = choices;
    }

    @Override
    public BitSet fitting(Condition condition, int size) throws ExpectedException {
        return switch (condition.op()) {
            case EQ -> anyOf(condition, size);
            case NE -> Bits.not(anyOf(condition, size), size);
            case LT, LE, GT, GE -> within(condition, size);
            case MATCHES, NOT_MATCHES -> throw new ExpectedException("filter", "`" + condition.field()
                    + "` is a number, and has no text to look through.",
                    "Write for example `" + condition.field() + " > 800`.");
        };
    }

    private BitSet anyOf(Condition condition, int size) throws ExpectedException {
        int[] wanted = new int[condition.values().size()];
        int count = 0;
        for (String text : condition.values()) {
            if (text.isBlank()) {
                wanted[count++] = Column.BLANK;
            } else {
                double value = number(condition.field(), text);
                long number = scale.atMost(value);
                if (scale.isExact(value) && number > Column.BLANK && number <= Integer.MAX_VALUE) {
                    wanted[count++] = (int) number;
                }
            }
        }
        int[] sorted = Arrays.copyOf(wanted, count);
        Arrays.sort(sorted);
        if (count == 1) {
            return Bits.within(column, size, sorted[0], sorted[0]);
        }
        return Bits.anyOf(column, size, sorted);
    }

    private BitSet within(Condition condition, int size) throws ExpectedException {
        double value = number(condition.field(), condition.value());
        long atMost = scale.atMost(value);
        boolean below = condition.op() == Op.LT || condition.op() == Op.LE;
        boolean without = (condition.op() == Op.LT || condition.op() == Op.GE) && scale.isExact(value);
        long end = without ? atMost - 1 : atMost;
        return below
                ? Bits.within(column, size, Column.BLANK + 1, clamp(end))
                : end >= Integer.MAX_VALUE
                        ? new BitSet()
                        : Bits.within(column, size, clamp(end) + 1, Integer.MAX_VALUE);
    }

    private static int clamp(long number) {
        return (int) Math.clamp(number, (long) Column.BLANK, (long) Integer.MAX_VALUE);
    }

    private static double number(String field, String text) throws ExpectedException {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new ExpectedException("filter", "`" + field + "` is a number, and `" + text + "` is none.",
                "Write for example `" + field + " > 800`.");
    }

    @Override
    public Column order() {
        return column;
    }

    @Override
    public Tally count(BitSet rows, Set<String> named) {
        return choices ? new Tally.Choices(choices(rows, named)) : new Tally.Histogram(bars(rows));
    }

    private List<Choice> choices(BitSet rows, Set<String> named) {
        int[] ends = {Integer.MAX_VALUE, 0, 0};
        Bits.each(column, rows, (run, count) -> {
            for (int row = 0; row < count; row++) {
                int number = run[row];
                ends[0] = number == Column.BLANK ? ends[0] : Math.min(ends[0], number);
                ends[1] = Math.max(ends[1], number);
                ends[2] += number == Column.BLANK ? 1 : 0;
            }
        });
        int least = Math.min(ends[0], ends[1]);
        int[] counts = new int[ends[1] - least + 1];
        Bits.each(column, rows, (run, count) -> {
            for (int row = 0; row < count; row++) {
                if (run[row] != Column.BLANK) {
                    counts[run[row] - least]++;
                }
            }
        });
        return new Choices(counts, value -> Integer.toString(value + least)).list(ends[2], named);
    }

    private Bars bars(BitSet rows) {
        var numbers = new NumberCounts();
        Bits.each(column, rows, numbers::take);
        long least = numbers.isEmpty() ? 0 : Math.min(0, scale.shown(numbers.least()));
        long most = numbers.isEmpty() ? 0 : scale.shown(numbers.most());
        long width = width(most - least);
        long from = Math.floorDiv(least, width) * width;
        int[] bars = new int[(int) ((most - from) / width) + 1];
        if (numbers.areAllCounted()) {
            numbers.each((number, count) -> bars[(int) ((scale.shown(number) - from) / width)] += count);
        } else {
            Bits.each(column, rows, (run, count) -> {
                for (int row = 0; row < count; row++) {
                    if (run[row] != Column.BLANK) {
                        bars[(int) ((scale.shown(run[row]) - from) / width)]++;
                    }
                }
            });
        }
        return new Bars(bars, from, width, numbers.blank());
    }

    /// A round width, so that the range reads well.
    static long width(long range) {
        for (long power = 1;; power *= 10) {
            for (int step : STEPS) {
                if (step * power * BARS > range) {
                    return step * power;
                }
            }
        }
    }
}
