package fettle.tuning;

import fettle.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Trains a model from files; here or elsewhere.
public interface Tuner {

    /// Trains, and tells each event as it comes. When the thread is interrupted (or `progress` is cancelled) it keeps a
    /// checkpoint and ends with `Ended(STOPPED)`, and returns. Throws an [fettle.job.ExpectedException] when it cannot
    /// begin: no natives, not enough memory, a base that it cannot read.
    TuningEvent.Ended tune(Plan plan, Consumer<TuningEvent> events, Progress progress)
            throws IOException, InterruptedException;

    /// What is to be trained, all on disk.
    ///
    /// @param folder `tunings/<id>`: holds `recipe.json`, gets `metrics.jsonl` and `checkpoints/`
    /// @param base a Hugging Face directory
    /// @param train OpenAI chat JSONL
    /// @param validation the same; empty for none
    /// @param output where the tuned model goes, a Hugging Face directory
    /// @param resume go on from the last checkpoint in `folder`
    record Plan(Path folder, Path base, Path train, Optional<Path> validation, Path output, Recipe recipe,
            boolean resume) {}
}
