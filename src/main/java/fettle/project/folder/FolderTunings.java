package fettle.project.folder;

import fettle.job.ExpectedException;
import fettle.project.sqlite.Failures;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvents;
import fettle.tuning.TuningStatus;
import fettle.tuning.TuningStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Tunings as folders `tunings/t1`, `tunings/t2`, … with tuning.json, recipe.json and metrics.jsonl.
public final class FolderTunings implements TuningStore {

    private static final int FORMAT = 1;
    private static final String INTERRUPTED = "The program ended while it ran; it can be resumed.";

    private final Path tunings;
    private final Optional<String> readOnlyBecause;

    public FolderTunings(Path tunings, Optional<String> readOnlyBecause) {
        this.tunings = tunings;
        this.readOnlyBecause = readOnlyBecause;
    }

    @Override
    public List<Tuning> tunings() throws IOException {
        var all = new ArrayList<Tuning>();
        for (Path folder : Folders.numbered(tunings, 't').reversed()) {
            if (Files.exists(folder.resolve("tuning.json"))) {
                all.add(read(folder));
            }
        }
        return all;
    }

    @Override
    public Optional<Tuning> find(String id) throws IOException {
        for (Path folder : Folders.numbered(tunings, 't')) {
            if (folder.endsWith(id) && Files.exists(folder.resolve("tuning.json"))) {
                return Optional.of(read(folder));
            }
        }
        return Optional.empty();
    }

    @Override
    public Tuning begin(String base, String release, Recipe recipe) throws IOException {
        requireWritable();
        String id = Folders.next(tunings, 't');
        Path folder = tunings.resolve(id);
        try {
            Files.createDirectories(tunings);
            Files.createDirectory(folder);
        } catch (IOException failed) {
            throw Failures.of(failed, folder);
        }
        JsonFile.write(folder.resolve("recipe.json"), JsonFile.tree(recipe));
        var tuning = new Tuning(id, folder, base, release, recipe, TuningStatus.RUNNING, System.currentTimeMillis(),
                Optional.empty(), "");
        save(tuning);
        return tuning;
    }

    @Override
    public void save(Tuning tuning) throws IOException {
        requireWritable();
        ObjectNode tree = JsonFile.object().put("format", FORMAT).put("id", tuning.id()).put("base", tuning.base())
                .put("release", tuning.release())
                .put("status", tuning.status().name().toLowerCase(Locale.ROOT))
                .put("started", tuning.startedMillis()).put("message", tuning.message());
        tuning.model().ifPresent(model -> tree.put("model", model));
        if (tuning.status() == TuningStatus.RUNNING) {
            tree.set("process", RunningProcess.self().json());
        }
        JsonFile.write(tuning.folder().resolve("tuning.json"), tree);
    }

    private void requireWritable() throws ExpectedException {
        if (readOnlyBecause.isPresent()) {
            throw new ExpectedException("read-only", readOnlyBecause.get(),
                    "Close it there, and open it here again.");
        }
    }

    private static Tuning read(Path folder) throws IOException {
        ObjectNode tree = JsonFile.read(folder.resolve("tuning.json"));
        TuningStatus status = status(tree.path("status").asString(""));
        String message = tree.path("message").asString("");
        if (status == TuningStatus.RUNNING && !RunningProcess.of(tree.path("process")).isAlive()) {
            status = TuningStatus.INTERRUPTED;
            message = INTERRUPTED;
        }
        String model = tree.path("model").asString("");
        return new Tuning(String.valueOf(folder.getFileName()), folder, tree.path("base").asString(""),
                tree.path("release").asString(""), recipe(folder.resolve("recipe.json")), status,
                tree.path("started").asLong(0), model.isEmpty() ? Optional.empty() : Optional.of(model), message);
    }

    private static TuningStatus status(String word) {
        for (TuningStatus status : TuningStatus.values()) {
            if (status.name().equalsIgnoreCase(word)) {
                return status;
            }
        }
        return TuningStatus.FAILED;
    }

    /// What the file does not say is as usual.
    private static Recipe recipe(Path file) throws IOException {
        ObjectNode tree = JsonFile.tree(Recipe.DEFAULT);
        if (Files.exists(file)) {
            tree.setAll(JsonFile.read(file));
        }
        return JsonFile.value(tree, Recipe.class);
    }

    @Override
    public List<TuningEvent> events(String id) throws IOException {
        Path metrics = tunings.resolve(id).resolve("metrics.jsonl");
        if (find(id).isEmpty() || !Files.exists(metrics)) {
            return List.of();
        }
        // not readAllLines: half a character at the end is no reason to refuse the rest
        return new String(Files.readAllBytes(metrics), StandardCharsets.UTF_8).lines()
                .flatMap(line -> TuningEvents.fromJson(line).stream()).toList();
    }
}
