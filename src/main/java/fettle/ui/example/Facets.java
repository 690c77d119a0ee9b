package fettle.ui.example;

import fettle.example.ExampleStatus;
import java.util.List;
import java.util.Map;

/// What the rows are like, each facet counted under all other filters.
///
/// @param statuses how many rows have each status
/// @param tokens the histogram of their tokens
/// @param sources the largest first
/// @param tags the largest first
record Facets(Map<ExampleStatus, Integer> statuses, Tokens tokens, List<Choice> sources, List<Choice> tags) {

    static final Facets NONE = new Facets(Map.of(), new Tokens(List.of(), 1), List.of(), List.of());

    /// A value and how many rows have it.
    record Choice(String value, int count) {}

    /// @param bars rows per bar
    /// @param width tokens that a bar spans; bar `i` counts rows from `i * width` up to `(i + 1) * width`, exclusive
    record Tokens(List<Integer> bars, int width) {

        int end() {
            return bars.size() * width;
        }
    }
}
