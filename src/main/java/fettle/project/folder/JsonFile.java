package fettle.project.folder;

import fettle.disk.AtomicFile;
import fettle.job.ExpectedException;
import fettle.project.sqlite.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON files that a person may read: indented, keys in snake case as the field writes them.
public final class JsonFile {

    static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private JsonFile() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// A record as a tree.
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// A tree as a record. Throws an [ExpectedException] of kind "damaged" when it is none.
    public static <T> T value(JsonNode tree, Class<T> type) throws ExpectedException {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException wrong) {
            throw new ExpectedException("damaged", "This is no " + type.getSimpleName().toLowerCase(Locale.ROOT) + ": "
                    + wrong.getOriginalMessage(), "Mend the file, or move it away.", wrong);
        }
    }

    /// Replaces the file by the tree.
    public static void write(Path file, JsonNode tree) throws IOException {
        try {
            AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        } catch (IOException failed) {
            throw Failures.of(failed, file);
        }
    }

    /// Reads the file. Throws an [ExpectedException] of kind "damaged" that names file, line and column.
    public static ObjectNode read(Path file) throws IOException {
        try {
            if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new ExpectedException("damaged", file + " is damaged: it holds no JSON object.", "Restore it.");
        } catch (JacksonException broken) {
            throw new ExpectedException("damaged",
                    "%s is damaged at line %d, column %d: it is not JSON.".formatted(file,
                            broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()),
                    "Mend the file, or move it away.", broken);
        }
    }
}
