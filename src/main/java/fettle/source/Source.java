package fettle.source;

/// A place that documents or examples came from.
///
/// @param id stable within the project, such as "s1"
/// @param kind folder of documents, or file of examples
/// @param name what lists show: the last part of the location
/// @param location the absolute path (later: an address) as the person gave it
/// @param addedMillis milliseconds since the epoch
/// @param readMillis when it was last read; milliseconds since the epoch
/// @param taken documents, or examples, that it gave
/// @param skippedCount entries that were there and were not taken
public record Source(String id, Kind kind, String name, String location, long addedMillis, long readMillis, int taken,
        int skippedCount) {

    /// What a source gives.
    public enum Kind {
        FOLDER, EXAMPLES
    }
}
