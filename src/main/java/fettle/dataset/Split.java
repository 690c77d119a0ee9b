package fettle.dataset;

import java.util.List;

/// How the rows were divided.
///
/// @param groups how many groups of rows were kept together; as many as rows without grouping
/// @param leaks training rows in which much of a validation row stands, the largest overlap first
public record Split(int train, int validation, int groups, List<Leak> leaks) {

    /// A validation row that a training row gives away.
    ///
    /// @param train id of the training row
    /// @param validation id of the validation row
    /// @param overlap share (0..1] of the validation row's 13-word grams that stand in the training row
    public record Leak(long train, long validation, double overlap) {}
}
