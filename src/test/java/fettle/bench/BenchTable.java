package fettle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Figures beside their targets; once they are all there, they are printed as one table, and kept by [BenchReport].
public final class BenchTable {

    private final String name;
    private final List<Line> lines = new ArrayList<>();

    /// `name` of the whole, such as "store".
    public BenchTable(String name) {
        this.name = name;
    }

    private record Line(String what, double value, String unit, double most, String note) {

        String target() {
            return Double.isNaN(most) ? "" : "≤ " + number(most) + " " + unit;
        }

        String verdict() {
            return Double.isNaN(most) ? "" : value <= most ? "met" : "MISSED";
        }
    }

    /// A figure and the most that it should be.
    public void add(String what, double value, String unit, double most, String note) {
        lines.add(new Line(what, value, unit, most, note));
    }

    /// A figure without a target.
    public void add(String what, double value, String unit, String note) {
        add(what, value, unit, Double.NaN, note);
    }

    /// Prints the table.
    public void print(String title) {
        var text = new StringBuilder("\n" + title + "\n");
        for (Line line : lines) {
            text.append(String.format(Locale.ROOT, "%-52s %12s  %-14s %-7s %s%n", line.what(),
                    number(line.value()) + " " + line.unit(), line.target(), line.verdict(), line.note()));
        }
        System.out.println(text);
        lines.forEach(line -> BenchReport.add(name + ": " + line.what(), line.value(), line.unit(), ""));
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.2f", value);
    }
}
