package fettle.source;

/// An entry that was there and was not taken.
///
/// @param path relative to the source, with forward slashes
/// @param reason a short clause for the person, such as "larger than 1 MB"
public record Skipped(String path, String reason) {}
