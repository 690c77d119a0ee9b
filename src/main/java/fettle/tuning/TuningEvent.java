package fettle.tuning;

/// What a running tuning says. The same objects stand in `tunings/<id>/metrics.jsonl`, one per line.
public sealed interface TuningEvent {

    /// Training is about to begin.
    ///
    /// @param trainedTokens tokens with a label in one epoch
    record Started(int totalSteps, int trainRows, int validationRows, long trainedTokens, long parameters)
            implements
                TuningEvent {}

    /// One optimiser step was made.
    ///
    /// @param step 1 for the first
    /// @param loss mean over the step's trained tokens, in nats
    /// @param gradNorm before clipping
    /// @param tokens tokens seen since the start, padding left out
    /// @param seconds since the start, pauses left out
    record Stepped(int step, int totalSteps, double epoch, double loss, double learningRate, double gradNorm,
            long tokens,
            double tokensPerSecond, double seconds) implements TuningEvent {}

    /// The validation rows were asked.
    ///
    /// @param loss mean over their trained tokens, in nats
    /// @param tokenAccuracy share (0..1) of trained tokens that are the model's first choice
    record Validated(int step, double loss, double tokenAccuracy) implements TuningEvent {}

    /// A checkpoint is safe on disk.
    ///
    /// @param folder name below `checkpoints/`
    record CheckpointSaved(int step, String folder) implements TuningEvent {}

    /// The end.
    ///
    /// @param status how
    /// @param message a sentence for the person
    record Ended(TuningStatus status, String message) implements TuningEvent {}
}
