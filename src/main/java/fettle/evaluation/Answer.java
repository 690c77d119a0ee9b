package fettle.evaluation;

/// What one model said to one held-out question, and its scores.
///
/// @param exampleId the example the question came from; 0 when it came from a file
/// @param exact 1 or 0, after SQuAD's normalisation
/// @param f1 0..1, of the words after SQuAD's normalisation
/// @param error why there is no answer; empty when there is one
public record Answer(String model, long exampleId, String question, String expected, String text, double exact,
        double f1, String error) {}
