package fettle.source;

/// A place that documents or examples came from.
///
/// @param id stable within the project, such as "s1"
/// @param kind what sort of place it is
/// @param name what lists show: the last part of the location
/// @param location its canonical form: an absolute path, `github:owner/repo@ref`, `git:ADDRESS`, an address, or
///        "articles" for the pages that were named one by one
/// @param addedMillis milliseconds since the epoch
/// @param readMillis when it was last read; milliseconds since the epoch
/// @param taken documents, or examples, that it gave
/// @param skippedCount entries that were there and were not taken
/// @param facts what was learned of it when it was last read
public record Source(String id, Kind kind, String name, String location, long addedMillis, long readMillis, int taken,
        int skippedCount, SourceFacts facts) {

    public Source(String id, Kind kind, String name, String location, long addedMillis, long readMillis, int taken,
            int skippedCount) {
        this(id, kind, name, location, addedMillis, readMillis, taken, skippedCount, SourceFacts.NONE);
    }

    /// What a source is.
    public enum Kind {
        /// Files on this disk.
        FOLDER,
        /// A repository by GitHub's API.
        GITHUB,
        /// A repository by git.
        GIT,
        /// Pages of the web, or a site map of them.
        ARTICLES,
        /// A file of rows.
        EXAMPLES
    }
}
