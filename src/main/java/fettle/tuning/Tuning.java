package fettle.tuning;

import java.nio.file.Path;
import java.util.Optional;

/// One tuning: `tunings/<id>/` with tuning.json, recipe.json, metrics.jsonl and checkpoints/.
///
/// @param id such as "t1"; the tuned model gets the same name with the project's before it
/// @param base id of the model that is tuned
/// @param release name of the dataset release
/// @param startedMillis milliseconds since the epoch
/// @param model id of the tuned model, once there is one
/// @param message how it ended, a sentence; empty while it runs
public record Tuning(String id, Path folder, String base, String release, Recipe recipe, TuningStatus status,
        long startedMillis, Optional<String> model, String message) {

    public Tuning with(TuningStatus newStatus, Optional<String> newModel, String newMessage) {
        return new Tuning(id, folder, base, release, recipe, newStatus, startedMillis, newModel, newMessage);
    }
}
