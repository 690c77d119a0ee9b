package fettle.chunk;

/// How documents are cut.
///
/// @param tokens the limit of a chunk, in tokens, at least 16
/// @param by at the document's structure where it has one, or at tokens alone
/// @param encoding the name of an encoding, such as "o200k_base"
public record CutSettings(int tokens, By by, String encoding) {

    public static final CutSettings DEFAULT = new CutSettings(1000, By.STRUCTURE, "o200k_base");

    /// Where cuts may fall.
    public enum By {
        STRUCTURE, TOKENS
    }

    public CutSettings {
        if (tokens < 16) {
            throw new IllegalArgumentException("A chunk holds at least 16 tokens, not " + tokens + ".");
        }
    }
}
