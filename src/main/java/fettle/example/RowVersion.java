package fettle.example;

import java.util.Set;

/// A step that changed one row: what the row was just after it is a version of the row.
///
/// @param changed what the step changed of the row
public record RowVersion(Step step, Set<Part> changed) {

    /// What can change of a row.
    public enum Part {
        ADDED, TEXT, STATUS, TAGS, SPLIT, REMARKS, DATASET, BIN
    }
}
