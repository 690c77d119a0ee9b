package fettle.project;

import fettle.chunk.CutSettings;
import fettle.disk.AtomicFile;
import fettle.job.ExpectedException;
import fettle.project.sqlite.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Reads and writes `fettle.yaml`. Keys that it does not know stay as they are.
final class SettingsFile {

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES).build();

    /// The language of a project whose spelling is not checked.
    private static final String OFF = "none";

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /// Lays the file of a new project: the usual settings, to be changed.
    void lay() throws IOException {
        CutSettings usual = CutSettings.DEFAULT;
        try {
            AtomicFile.write(file, """
                    # What you decide of this project. Keys that Fettle does not know stay as they are.
                    encoding: %s
                    chunks:
                      tokens: %d
                      by: %s
                    """.formatted(usual.encoding(), usual.tokens(), usual.by().name().toLowerCase(Locale.ROOT)));
        } catch (IOException failed) {
            throw Failures.of(failed, file);
        }
    }

    /// Reads the file; an absent one gives the usual values, a broken one too, with the problem named.
    ProjectSettings read(String folderName) throws IOException {
        var usual = new ProjectSettings(folderName, CutSettings.DEFAULT.encoding(), CutSettings.DEFAULT,
                Optional.empty());
        if (!Files.exists(file)) {
            return usual;
        }
        try {
            return settings(tree(), usual);
        } catch (JacksonException broken) {
            return broken(usual, where(broken.getLocation()) + broken.getOriginalMessage().lines().findFirst()
                    .orElse("it is not YAML"));
        } catch (IllegalArgumentException wrong) {
            return broken(usual, String.valueOf(wrong.getMessage()));
        }
    }

    private static ProjectSettings settings(JsonNode tree, ProjectSettings usual) {
        JsonNode chunks = tree.path("chunks");
        String encoding = tree.path("encoding").asString(usual.encoding());
        String by = chunks.path("by").asString("structure").toUpperCase(Locale.ROOT);
        var cut = new CutSettings(chunks.path("tokens").asInt(CutSettings.DEFAULT.tokens()), by(by),
                chunks.path("encoding").asString(encoding));
        return new ProjectSettings(tree.path("name").asString(usual.name()), encoding, cut,
                spelling(tree.path("spelling")), Optional.empty());
    }

    private static SpellingSettings spelling(JsonNode tree) {
        String language = tree.path("language").asString(SpellingSettings.USUAL.language());
        var words = new ArrayList<String>();
        tree.path("words").forEach(word -> words.add(word.asString("")));
        return new SpellingSettings(language.equals(OFF) ? "" : language, words);
    }

    private static CutSettings.By by(String word) {
        for (CutSettings.By by : CutSettings.By.values()) {
            if (by.name().equals(word)) {
                return by;
            }
        }
        throw new IllegalArgumentException("chunks.by is \"structure\" or \"tokens\", not \""
                + word.toLowerCase(Locale.ROOT) + "\"");
    }

    private ProjectSettings broken(ProjectSettings usual, String what) {
        return new ProjectSettings(usual.name(), usual.encoding(), usual.cut(),
                Optional.of(file + " cannot be used: " + what + ". The usual settings hold until it is mended."));
    }

    private static String where(TokenStreamLocation location) {
        return location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    /// Writes what `settings` says (a name only when it is not the folder's) and keeps all else that the file holds.
    void write(ProjectSettings settings, String folderName) throws IOException {
        ObjectNode tree;
        try {
            tree = Files.exists(file) ? tree() : YAML.createObjectNode();
        } catch (JacksonException broken) {
            throw new ExpectedException("broken-settings", file + " is broken at "
                    + where(broken.getLocation()) + "it is not overwritten.", "Mend the file, then try again.", broken);
        }
        if (tree.has("name") || !settings.name().equals(folderName)) {
            tree.put("name", settings.name());
        }
        tree.put("encoding", settings.encoding());
        ObjectNode chunks = tree.path("chunks") instanceof ObjectNode known ? known : tree.putObject("chunks");
        chunks.put("tokens", settings.cut().tokens());
        chunks.put("by", settings.cut().by().name().toLowerCase(Locale.ROOT));
        if (!settings.cut().encoding().equals(settings.encoding()) || chunks.has("encoding")) {
            chunks.put("encoding", settings.cut().encoding());
        }
        if (tree.has("spelling") || !settings.spelling().equals(SpellingSettings.USUAL)) {
            writeSpelling(tree, settings.spelling());
        }
        try {
            AtomicFile.write(file, YAML.writeValueAsString(tree));
        } catch (IOException failed) {
            throw Failures.of(failed, file);
        }
    }

    private static void writeSpelling(ObjectNode tree, SpellingSettings spelling) {
        ObjectNode node = tree.path("spelling") instanceof ObjectNode known ? known : tree.putObject("spelling");
        node.put("language", spelling.language().isEmpty() ? OFF : spelling.language());
        ArrayNode words = node.putArray("words");
        spelling.words().forEach(words::add);
    }

    private ObjectNode tree() throws IOException {
        JsonNode tree = YAML.readTree(Files.readString(file));
        if (tree instanceof ObjectNode object) {
            return object;
        }
        if (tree.isMissingNode() || tree.isNull()) {
            return YAML.createObjectNode();
        }
        throw new IllegalArgumentException("line 1: it holds no \"key: value\" pairs");
    }
}
