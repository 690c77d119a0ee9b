package fettle.document;

/// Where exactly a text comes from, and when it was taken. Parts that do not apply are empty or 0.
///
/// @param address what a browser opens, such as `https://github.com/o/r/blob/COMMIT/docs/a.md`
/// @param revision git's hash of the file's content
/// @param licence of the repository or page
/// @param atMillis milliseconds since the epoch
/// @param raw sha256 of the bytes in [Captures]; empty when they were not kept
public record Capture(String address, String revision, String licence, long atMillis, String raw) {

    public static final Capture NONE = new Capture("", "", "", 0, "");
}
