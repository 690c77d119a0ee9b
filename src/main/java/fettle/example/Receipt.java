package fettle.example;

import java.util.List;

/// What an import did: `read = kept + refused`.
///
/// @param repaired rows that were kept after a repair
/// @param duplicates kept rows whose body an earlier row already has
/// @param shape what the rows were taken for, such as "chat"; several are joined by commas
/// @param evidence why, a sentence for each file
/// @param encoding such as "UTF-8"; several are joined by commas
/// @param unused columns or keys that no part of the rows was made from
/// @param problems in the order they were met, at most [#MOST_PROBLEMS]
/// @param furtherProblems how many more there were
public record Receipt(int read, int kept, int repaired, int refused, int duplicates, String shape, String evidence,
        String encoding, List<String> unused, List<Problem> problems, int furtherProblems) {

    /// More are counted, and no longer kept: a file with a million broken lines must fit in memory.
    public static final int MOST_PROBLEMS = 50_000;

    /// Whether every row came in and nothing is to be said.
    public boolean isClean() {
        return refused == 0 && problems.isEmpty();
    }

    /// One thing that is wrong with a file or a row.
    ///
    /// @param file its name
    /// @param line 1-based physical line; 0 when it concerns the whole file
    /// @param column 1-based; 0 when it is not known
    /// @param row 1-based data row of a table; 0 for JSON
    /// @param kind a short word for programs
    /// @param message a sentence
    /// @param repair what mends it, or did; empty when only a person can
    /// @param repaired whether it was mended
    public record Problem(String file, int line, int column, int row, String kind, String message, String repair,
            boolean repaired) {}
}
