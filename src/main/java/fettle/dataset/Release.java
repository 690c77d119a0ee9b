package fettle.dataset;

import java.nio.file.Path;

/// What was trained on, fixed on disk: `datasets/<name>/` with train.jsonl, validation.jsonl, manifest.json, README.md.
///
/// @param name "v1", "v2", …
/// @param trainSha256 hex digest of train.jsonl
/// @param validationSha256 hex digest of validation.jsonl; empty without one
/// @param createdMillis milliseconds since the epoch
public record Release(String name, Path folder, int trainRows, int validationRows, String trainSha256,
        String validationSha256, long createdMillis) {

    public Path train() {
        return folder.resolve("train.jsonl");
    }

    /// Exists only when `validationRows` is not 0.
    public Path validation() {
        return folder.resolve("validation.jsonl");
    }
}
