package fettle.engine.train;

import fettle.disk.AtomicFile;
import fettle.engine.hf.ModelFiles;
import fettle.engine.hf.ModelFolder;
import fettle.engine.net.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The checkpoints of one tuning: `checkpoints/step-N/`, each a model directory with the optimiser's moments and the state
/// beside. A folder appears when it is whole.
///
/// @param limit checkpoints kept; 0 for all
/// @param base the model's other files
public record Checkpoints(Path folder, int limit, ModelFolder base) {

    private static final String PREFIX = "step-";

    /// Writes a checkpoint, deletes those beyond the limit, and returns its name; empty when it was there already.
    public Optional<String> save(TrainingState state, Weights weights, AdamW optimizer) throws IOException {
        String name = PREFIX + state.step();
        Path done = folder.resolve(name);
        if (Files.isDirectory(done)) {
            return Optional.empty();
        }
        Path fresh = folder.resolve("." + name + ".tmp");
        delete(fresh);
        ModelFiles.copy(base, fresh);
        weights.save(fresh.resolve("model.safetensors"));
        optimizer.save(fresh.resolve("optimizer.safetensors"));
        AtomicFile.write(fresh.resolve("trainer_state.json"), state.toJson().toString() + "\n");
        Files.move(fresh, done);
        List<Path> all = all(folder);
        for (Path old : all.subList(0, limit > 0 ? Math.max(0, all.size() - limit) : 0)) {
            delete(old);
        }
        return Optional.of(name);
    }

    /// The newest; empty when there is none.
    public Optional<Path> latest() throws IOException {
        return latest(folder);
    }

    /// The newest in a folder of checkpoints.
    public static Optional<Path> latest(Path folder) throws IOException {
        List<Path> all = all(folder);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// Where a checkpoint stands.
    public static TrainingState state(Path checkpoint) throws IOException {
        return TrainingState.of(JsonMapper.shared().readTree(
                Files.readString(checkpoint.resolve("trainer_state.json"))));
    }

    /// Deletes all: a training begins anew.
    public void clear() throws IOException {
        delete(folder);
    }

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+"))
                    .sorted(Comparator.comparingInt(Checkpoints::step)).toList();
        }
    }

    private static int step(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
