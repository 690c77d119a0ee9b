package fettle.evaluation;

import fettle.model.ModelRunner.Loaded;
import java.io.IOException;

/// A model that takes part. It is loaded when its turn comes and closed after it, so only one is in memory at a time.
///
/// @param name as answers and scores carry it
public record Candidate(String name, Opening opening) {

    /// Gets the model ready.
    @FunctionalInterface
    public interface Opening {

        Loaded open() throws IOException, InterruptedException;
    }
}
