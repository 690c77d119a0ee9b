package fettle.example;

import java.util.List;

/// What a generation did: `answered + cached + failed` is the number of passages.
///
/// @param asked questions that were sent
/// @param answered good answers that came
/// @param failed passages without a usable answer
/// @param cached passages whose answer had been paid before
/// @param rows examples that came in, those of earlier answers too
/// @param inputTokens as the model counts them, of answers that came now, unusable ones too
/// @param outputTokens likewise
public record Generated(int asked, int answered, int failed, int cached, int rows, long inputTokens, long outputTokens,
        double seconds, List<Failure> failures) {

    /// A passage without a usable answer.
    ///
    /// @param path of its document
    /// @param reason a sentence
    public record Failure(String chunkId, String path, String reason) {}
}
