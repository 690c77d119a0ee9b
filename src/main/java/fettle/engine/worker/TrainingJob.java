package fettle.engine.worker;

import fettle.engine.train.Trainer;
import fettle.tuning.TuningEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What one training needs before and after the loop.
interface TrainingJob {

    /// Gets metrics and checkpoints.
    Path folder();

    /// Optimiser steps that an earlier run made and kept; 0 when it begins anew.
    int stepsKept() throws IOException;

    /// Loads and reads everything.
    Trainer prepare(Consumer<TuningEvent> events) throws IOException;

    /// Writes the model. Returns what else there is to say, a sentence or nothing.
    String finish() throws IOException;
}
