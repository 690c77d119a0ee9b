package fettle.project;

import fettle.disk.AtomicFile;
import fettle.disk.FileMutex;
import fettle.job.ExpectedException;
import fettle.project.sqlite.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// `settings.yaml` in FETTLE_HOME. Several programs may change it at once; keys that Fettle does not know stay.
public final class HomeSettingsFile {

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES).build();

    private final Path file;
    private final Path mutex;

    /// `home` is FETTLE_HOME.
    public HomeSettingsFile(Path home) {
        this.file = home.resolve("settings.yaml");
        this.mutex = home.resolve(".settings.lock");
    }

    /// The usual settings when there is no file, or one that cannot be read: Fettle starts all the same.
    public HomeSettings read() throws IOException {
        try {
            return settings(tree());
        } catch (ExpectedException _) {
            return HomeSettings.DEFAULT; // a change says what is wrong with the file
        }
    }

    /// Changes what is there. Throws an [ExpectedException] of kind "broken-settings" and leaves the file alone when it
    /// cannot be read.
    public HomeSettings change(UnaryOperator<HomeSettings> change) throws IOException {
        return FileMutex.holding(mutex, () -> {
            ObjectNode tree = tree();
            HomeSettings changed = change.apply(settings(tree));
            tree.put("theme", changed.theme()).put("text", changed.textPercent()).put("offline", changed.offline());
            ObjectNode provider = tree.path("provider") instanceof ObjectNode there
                    ? there
                    : tree.putObject("provider");
            provider.put("url", changed.provider().baseUrl())
                    .put("model", changed.provider().model());
            ArrayNode recent = tree.putArray("recent");
            changed.recent().forEach(folder -> recent.add(folder.toString()));
            tree.remove("keys");
            if (!changed.keys().isEmpty()) {
                ObjectNode keys = tree.putObject("keys");
                new TreeMap<>(changed.keys()).forEach(keys::put);
            }
            try {
                AtomicFile.write(file, YAML.writeValueAsString(tree));
            } catch (IOException failed) {
                throw Failures.of(failed, file);
            }
            return changed;
        });
    }

    private ObjectNode tree() throws IOException {
        if (!Files.exists(file)) {
            return YAML.createObjectNode();
        }
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            if (tree.isMissingNode() || tree.isNull()) {
                return YAML.createObjectNode();
            }
            throw new ExpectedException("broken-settings", file + " holds no settings.", "Mend or delete it.");
        } catch (JacksonException broken) {
            throw new ExpectedException("broken-settings", "%s is broken at line %d, column %d.".formatted(file,
                    broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()), "Mend or delete it.",
                    broken);
        }
    }

    private static HomeSettings settings(ObjectNode tree) {
        List<Path> recent = new ArrayList<>();
        for (JsonNode folder : tree.path("recent")) {
            path(folder.asString("")).ifPresent(recent::add);
        }
        JsonNode provider = tree.path("provider");
        return new HomeSettings(tree.path("theme").asString("system"), tree.path("text").asInt(100), recent,
                new ProviderChoice(provider.path("url").asString(""), provider.path("model").asString("")),
                tree.path("offline").asBoolean(false), keys(tree.path("keys")));
    }

    private static Map<String, String> keys(JsonNode tree) {
        var keys = new TreeMap<String, String>();
        tree.properties().forEach(entry -> keys.put(entry.getKey(), entry.getValue().asString("")));
        return keys;
    }

    /// Empty for what is no path here: the file may have been written on another system.
    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
