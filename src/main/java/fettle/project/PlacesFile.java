package fettle.project;

import fettle.disk.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a person stood in each project, in FETTLE_HOME and not in the project: one small file per project folder. What
/// cannot be read counts as not there; nothing of a project hangs on it.
public final class PlacesFile {

    private static final int FORMAT = 1;
    private static final int NAME_LENGTH = 24;

    private final Path folder;

    /// `home` is FETTLE_HOME.
    public PlacesFile(Path home) {
        this.folder = home.resolve("places");
    }

    /// What was kept for a project; empty when there is nothing, or nothing that this version can read.
    public Optional<ObjectNode> read(Path project) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(Files.readString(file(project)));
            return tree instanceof ObjectNode place && place.path("format").asInt(0) == FORMAT
                    && place.path("project").asString("").equals(name(project)) ? Optional.of(place) : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    /// Keeps `place` for a project.
    public void write(Path project, ObjectNode place) throws IOException {
        ObjectNode whole = JsonMapper.shared().createObjectNode().put("format", FORMAT).put("project", name(project));
        place.forEachEntry((key, value) -> {
            if (!whole.has(key)) {
                whole.set(key, value);
            }
        });
        Files.createDirectories(folder);
        AtomicFile.write(file(project), JsonMapper.shared().writeValueAsString(whole));
    }

    private static String name(Path project) {
        return project.toAbsolutePath().normalize().toString();
    }

    private Path file(Path project) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name(project).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH) + ".json");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
