package fettle.dataset;

import java.util.List;
import java.util.Optional;

/// What an export wrote.
///
/// @param files the rows' files: train.jsonl, and validation.jsonl when there is a split
/// @param leftOut rows that the format cannot hold
/// @param without parts of rows that it cannot hold; the rows were written without them
public record Export(List<WrittenFile> files, List<LeftOut> leftOut, List<Without> without) {

    /// The file of that name.
    public Optional<WrittenFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /// One file of rows.
    ///
    /// @param path relative to the folder
    /// @param sha256 hex digest of its bytes
    public record WrittenFile(String path, int rows, long bytes, String sha256) {}

    /// A part of rows that was not written.
    ///
    /// @param what such as "weights"
    /// @param rows how many have it
    /// @param firstId the first of them
    public record Without(String what, int rows, long firstId) {}

    /// A row that was not written.
    ///
    /// @param reason a sentence
    public record LeftOut(long id, String reason) {}
}
