package fettle.project;

import fettle.disk.FileMutex;
import fettle.job.ExpectedException;
import fettle.model.Lineage;
import fettle.model.Model;
import fettle.model.Registry;
import fettle.project.folder.Folders;
import fettle.project.folder.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The registry as `registry.json` in FETTLE_HOME: which model lies in which folder.
public final class RegistryFile implements Registry {

    private static final int FORMAT = 1;
    private static final String LINEAGE = "lineage.json";

    private final Path file;
    private final Path mutex;
    private final Path models;
    private final BundledModel bundled;

    /// `home` is FETTLE_HOME.
    public RegistryFile(Path home) {
        this(home, new BundledModel("/fettle/assets/sample/model/"));
    }

    RegistryFile(Path home, BundledModel bundled) {
        this.file = home.resolve("registry.json");
        this.mutex = home.resolve(".registry.lock");
        this.models = home.resolve("models");
        this.bundled = bundled;
    }

    @Override
    public List<Model> models() throws IOException {
        var all = new ArrayList<Model>();
        Optional<Path> base = FileMutex.holding(mutex, () -> bundled.unpackedIn(models));
        base.ifPresent(folder -> all.add(new Model(BundledModel.ID, folder, Optional.empty(), 0)));
        var entered = new ArrayList<Model>();
        for (JsonNode entry : entries(read())) {
            entered.add(model(entry));
        }
        entered.sort(Comparator.comparingLong(Model::createdMillis));
        all.addAll(entered);
        return all;
    }

    @Override
    public Optional<Model> find(String id) throws IOException {
        return models().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    @Override
    public Optional<String> problem(Model model) {
        if (Files.isRegularFile(model.folder().resolve("config.json"))) {
            return Optional.empty();
        }
        return Optional.of(Files.isDirectory(model.folder())
                ? "The folder " + model.folder() + " holds no config.json any more."
                : "The folder " + model.folder() + " is gone; put it back, or delete the entry.");
    }

    @Override
    public Model add(Path folder) throws IOException {
        Path source = folder.toAbsolutePath().normalize();
        requireModel(source);
        return FileMutex.holding(mutex, () -> {
            ObjectNode registry = read();
            String id = freeId(String.valueOf(source.getFileName()), registry);
            Path target = models.resolve(id);
            copy(source, target);
            var model = new Model(id, target, lineage(target), System.currentTimeMillis());
            entries(registry).add(json(model));
            write(registry);
            return model;
        });
    }

    private static void requireModel(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("config.json"))) {
            throw new ExpectedException("not-a-model", folder + (Files.isDirectory(folder)
                    ? " is not a model: it holds no config.json."
                    : " is not a folder."), "Give the folder of a model as transformers saves it.");
        }
    }

    /// The folder's name made fit for a file and a command line; a number follows when it is taken.
    private String freeId(String name, ObjectNode registry) {
        String clean = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[-.]+", "");
        String wanted = clean.isEmpty() ? "model" : clean;
        Set<String> taken = new HashSet<>(Set.of(BundledModel.ID));
        entries(registry).forEach(entry -> taken.add(entry.path("id").asString("")));
        String id = wanted;
        int number = 2;
        while (taken.contains(id) || Files.exists(models.resolve(id))) {
            id = wanted + "-" + number++;
        }
        return id;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> entries = Files.list(source)) {
            List<Path> files = entries.filter(entry -> Files.isRegularFile(entry) && !entry.getFileName().toString()
                    .startsWith(".")).toList();
            Folders.make(target, fresh -> {
                for (Path one : files) {
                    Files.copy(one, fresh.resolve(one.getFileName()));
                }
            });
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void enter(Model model) throws IOException {
        if (model.id().equals(BundledModel.ID)) {
            throw new ExpectedException("bundled", model.id() + " is the name of the model that comes with Fettle.",
                    "Give it another name.");
        }
        if (model.lineage().isPresent() && Files.isDirectory(model.folder())
                && !Files.exists(model.folder().resolve(LINEAGE))) {
            JsonFile.write(model.folder().resolve(LINEAGE), JsonFile.tree(model.lineage().get()));
        }
        FileMutex.holding(mutex, () -> {
            ObjectNode registry = read();
            remove(registry, model.id());
            entries(registry).add(json(model));
            write(registry);
            return model;
        });
    }

    @Override
    public void delete(String id) throws IOException {
        if (id.equals(BundledModel.ID)) {
            throw new ExpectedException("bundled", id + " comes with Fettle and cannot be deleted.", "");
        }
        Path folder = FileMutex.holding(mutex, () -> {
            ObjectNode registry = read();
            JsonNode entry = remove(registry, id).orElseThrow(() -> new ExpectedException("no-model",
                    "There is no model " + id + ".", "`fettle models` lists those that there are."));
            write(registry);
            return model(entry).folder();
        });
        if (isOurs(folder)) {
            Folders.delete(folder);
        }
    }

    /// A folder below FETTLE_HOME/models or a project's models; any other belongs to the person.
    private boolean isOurs(Path folder) {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null || !parent.endsWith("models")) {
            return false;
        }
        Path owner = parent.getParent();
        return parent.equals(models.toAbsolutePath().normalize()) || (owner != null && Projects.isProject(owner));
    }

    private ObjectNode read() throws IOException {
        if (!Files.exists(file)) {
            return JsonFile.object().put("format", FORMAT);
        }
        ObjectNode registry = JsonFile.read(file);
        if (registry.path("format").asInt(0) > FORMAT) {
            throw new ExpectedException("newer-format", file + " was written by a newer Fettle.", "Update Fettle.");
        }
        return registry;
    }

    private void write(ObjectNode registry) throws IOException {
        JsonFile.write(file, registry);
    }

    private static ArrayNode entries(ObjectNode registry) {
        return registry.path("models") instanceof ArrayNode known ? known : registry.putArray("models");
    }

    private static Optional<JsonNode> remove(ObjectNode registry, String id) {
        ArrayNode entries = entries(registry);
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index).path("id").asString("").equals(id)) {
                return Optional.of(entries.remove(index));
            }
        }
        return Optional.empty();
    }

    private static ObjectNode json(Model model) {
        ObjectNode entry = JsonFile.object().put("id", model.id())
                .put("folder", model.folder().toAbsolutePath().normalize().toString())
                .put("created", model.createdMillis());
        model.lineage().ifPresent(lineage -> entry.set("lineage", JsonFile.tree(lineage)));
        return entry;
    }

    private static Model model(JsonNode entry) throws ExpectedException {
        JsonNode lineage = entry.path("lineage");
        return new Model(entry.path("id").asString(""), Path.of(entry.path("folder").asString("")),
                lineage.isObject() ? Optional.of(JsonFile.value(lineage, Lineage.class)) : Optional.empty(),
                entry.path("created").asLong(0));
    }

    private static Optional<Lineage> lineage(Path folder) throws IOException {
        Path told = folder.resolve(LINEAGE);
        return Files.exists(told)
                ? Optional.of(JsonFile.value(JsonFile.read(told), Lineage.class))
                : Optional.empty();
    }
}
