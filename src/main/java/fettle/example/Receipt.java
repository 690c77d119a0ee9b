package fettle.example;

import java.util.List;

/// What an import did, or would do: `read = kept + refused`.
///
/// @param counts how many
/// @param shape what the rows were taken for, such as "chat"; several are joined by commas
/// @param evidence why, a sentence for each file
/// @param encoding such as "UTF-8"; several are joined by commas
/// @param unused columns or keys that no part of the rows was made from
/// @param problems in the order they were met, at most [#MOST_PROBLEMS]
/// @param furtherProblems how many more there were
/// @param kinds of the problems, exact also beyond [#MOST_PROBLEMS], in the order they were met
/// @param repeats the first rows whose body an earlier row has, at most [#MOST_REPEATS]
public record Receipt(Counts counts, String shape, String evidence, String encoding, List<String> unused,
        List<Problem> problems, int furtherProblems, List<Kind> kinds, List<Repeat> repeats) {

    /// More are counted, and no longer kept: a file with a million broken lines must fit in memory.
    public static final int MOST_PROBLEMS = 50_000;
    public static final int MOST_REPEATS = 1000;

    public Receipt {
        unused = List.copyOf(unused);
        problems = List.copyOf(problems);
        kinds = List.copyOf(kinds);
        repeats = List.copyOf(repeats);
    }

    /// Whether every row came in and nothing is to be said.
    public boolean isClean() {
        return refused() == 0 && problems.isEmpty();
    }

    public int read() {
        return counts.kept() + counts.refused();
    }

    public int kept() {
        return counts.kept();
    }

    public int examples() {
        return counts.examples();
    }

    public int repaired() {
        return counts.repaired();
    }

    public int repairable() {
        return counts.repairable();
    }

    public int refused() {
        return counts.refused();
    }

    public int duplicates() {
        return counts.duplicates();
    }

    /// The numbers of a receipt.
    ///
    /// @param kept records that gave examples
    /// @param examples that came of them: a tree of conversations gives several
    /// @param repaired records that were kept after a repair
    /// @param repairable records, kept or refused, of which something could still be mended
    /// @param refused records that gave none
    /// @param duplicates examples whose body an earlier one already has
    public record Counts(int kept, int examples, int repaired, int repairable, int refused, int duplicates) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
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
    /// @param before a few words around the place, as they stand; empty when that says nothing
    /// @param after the same words as they would be, or are, when mended
    public record Problem(String file, int line, int column, int row, String kind, String message, String repair,
            boolean repaired, String before, String after) {

        /// Whether it could be mended and was not.
        public boolean isRepairable() {
            return !repaired && !repair.isEmpty();
        }
    }

    /// All problems of one kind.
    ///
    /// @param kind the word of [Problem#kind]
    /// @param count how many problems
    /// @param refused how many rows were refused for one
    /// @param repairable how many could be mended and were not
    /// @param repaired how many were
    /// @param first the first of them
    public record Kind(String kind, int count, int refused, int repairable, int repaired, Problem first) {}

    /// A row that was kept though an earlier one, of the files or of the project, has the same body.
    ///
    /// @param line 1-based, where the row begins
    /// @param row 1-based data row of a table; 0 for JSON
    /// @param words its question, shortened
    public record Repeat(String file, int line, int row, String words) {}
}
