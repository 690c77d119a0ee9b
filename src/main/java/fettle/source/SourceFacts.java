package fettle.source;

/// What a visit learned of a source. Parts that do not apply are empty or 0.
///
/// @param branch such as "main"
/// @param revision the commit, in full
/// @param licence as lists show it: "MIT", or the name of the licence file
/// @param bytes size of what was taken, as it was read
/// @param note a sentence for the person, such as which host the token was sent to
/// @param problem what went wrong with part of it at the last visit, a short clause such as "1 page was empty"
public record SourceFacts(String branch, String revision, String licence, long bytes, String note, String problem) {

    public static final SourceFacts NONE = new SourceFacts("", "", "", 0, "", "");

    public static SourceFacts ofBytes(long bytes) {
        return new SourceFacts("", "", "", bytes, "", "");
    }

    public SourceFacts withProblem(String newProblem) {
        return new SourceFacts(branch, revision, licence, bytes, note, newProblem);
    }
}
