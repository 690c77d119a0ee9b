package fettle.tuning;

/// How a model is tuned, in the field's own names (those of the Hugging Face Trainer).
///
/// @param numTrainEpochs passes over the training rows; used when `maxSteps` is 0
/// @param maxSteps optimiser steps in all; 0 to count by epochs
/// @param perDeviceTrainBatchSize rows in one forward pass
/// @param gradientAccumulationSteps forward passes of one optimiser step
/// @param learningRate at its highest
/// @param lrSchedulerType "linear", "cosine" or "constant", after the warm-up
/// @param warmupSteps optimiser steps from 0 to the highest rate; when 0, `warmupRatio` of all steps
/// @param weightDecay decoupled; not on biases and norms
/// @param maxGradNorm gradients are scaled down to this norm; 0 for never
/// @param maxLength tokens of a row; what is longer is cut at the end
/// @param assistantOnlyLoss learn assistant tokens only
/// @param evalSteps optimiser steps between validation losses; 0 for at each epoch's end
/// @param saveSteps optimiser steps between checkpoints; 0 for at the end only
/// @param loggingSteps optimiser steps between loss events
/// @param saveTotalLimit checkpoints kept; the oldest are deleted
public record Recipe(double numTrainEpochs, int maxSteps, int perDeviceTrainBatchSize, int gradientAccumulationSteps,
        double learningRate, String lrSchedulerType, int warmupSteps, double warmupRatio, double weightDecay,
        double maxGradNorm, double adamBeta1, double adamBeta2, double adamEpsilon, int maxLength,
        boolean assistantOnlyLoss, int evalSteps, int saveSteps, int loggingSteps, int saveTotalLimit, long seed) {

    public static final Recipe DEFAULT = new Recipe(3, 0, 8, 1, 7e-4, "cosine", 0, 0.03, 0.01, 1.0, 0.9, 0.999, 1e-8,
            512, true, 0, 0, 1, 2, 7);

    /// What suits so many training rows: a small set needs more passes, so at least 150 optimiser steps, and at most 30
    /// epochs.
    public static Recipe forRows(int rows) {
        int batch = DEFAULT.perDeviceTrainBatchSize;
        double epochs = Math.clamp(Math.ceil(150.0 * batch / Math.max(rows, 1)), DEFAULT.numTrainEpochs, 30);
        return DEFAULT.withEpochs(epochs);
    }

    public Recipe withEpochs(double epochs) {
        return new Recipe(epochs, maxSteps, perDeviceTrainBatchSize, gradientAccumulationSteps, learningRate,
                lrSchedulerType, warmupSteps, warmupRatio, weightDecay, maxGradNorm, adamBeta1, adamBeta2, adamEpsilon,
                maxLength, assistantOnlyLoss, evalSteps, saveSteps, loggingSteps, saveTotalLimit, seed);
    }
}
