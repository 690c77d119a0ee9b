package fettle.example;

/// What a model made of a text.
///
/// @param model its name, as in an origin
/// @param text as it came, nothing taken away
/// @param inputTokens as the model counts them; 0 when it does not say
/// @param finish "stop", "length" or what else ended it
/// @param millis how long it took; 0 when it was paid before
/// @param from where it came from
public record Candidate(String model, String text, int inputTokens, int outputTokens, String finish, long millis,
        From from) {

    /// Where an answer came from.
    public enum From {
        /// The model had all there is to know.
        MODEL,
        /// The model reads so little that it saw the instruction and the text alone.
        MODEL_BRIEFLY,
        /// It was paid before, and cost nothing now.
        JOURNAL
    }
}
