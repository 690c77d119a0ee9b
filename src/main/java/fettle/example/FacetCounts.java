package fettle.example;

import java.util.List;
import java.util.Map;

/// What the rows of a query are like: each field counted under all conditions but its own.
///
/// @param rows how many rows the whole query gives
/// @param choices for fields of few values, the most frequent first; at most [#MOST] of a field, and in any case those
///        that the query names. A blank is the empty value. A row with several tags counts for each of them.
/// @param bars for fields that are numbers
public record FacetCounts(int rows, Map<String, List<Choice>> choices, Map<String, Bars> bars) {

    public static final int MOST = 2000;

    /// A value as conditions write it, and how many rows have it.
    public record Choice(String value, int count) {}

    /// A histogram in round widths: `counts[i]` is the number of rows from `from + i * width` until `from + (i + 1) *
    /// width`, exclusive. Those of the field `score` are in thousandths.
    ///
    /// @param blank rows that have no number, such as those not counted yet
    @SuppressWarnings("ArrayRecordComponent") // read once per drawing, and never changed
    public record Bars(int[] counts, long from, long width, int blank) {

        /// Where the last bar ends, exclusive.
        public long to() {
            return from + counts.length * width;
        }
    }
}
