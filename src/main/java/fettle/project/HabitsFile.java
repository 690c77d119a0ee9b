package fettle.project;

import fettle.disk.AtomicFile;
import fettle.disk.FileMutex;
import fettle.project.sqlite.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `habits.json` in FETTLE_HOME: what a person chose last and wrote before, so that it is offered again. Losing it loses
/// no work, so a broken file counts as an empty one.
public final class HabitsFile {

    private static final int KEPT = 20;

    private final Path file;
    private final Path mutex;

    /// `home` is FETTLE_HOME.
    public HabitsFile(Path home) {
        this.file = home.resolve("habits.json");
        this.mutex = home.resolve(".habits.lock");
    }

    /// What was chosen last under this name; empty for nothing.
    public String choice(String name) throws IOException {
        return tree().path("choices").path(name).asString("");
    }

    public void choose(String name, String choice) throws IOException {
        change(tree -> (tree.path("choices") instanceof ObjectNode there ? there : tree.putObject("choices"))
                .put(name, choice));
    }

    /// What was written under this name, newest first.
    public List<String> written(String name) throws IOException {
        return texts(tree().path("written").path(name));
    }

    /// Puts a text first; the oldest are forgotten.
    public void write(String name, String text) throws IOException {
        change(tree -> {
            ObjectNode written = tree.path("written") instanceof ObjectNode there ? there : tree.putObject("written");
            List<String> before = texts(written.path(name));
            ArrayNode now = written.putArray(name);
            Stream.concat(Stream.of(text), before.stream()).distinct().limit(KEPT).forEach(now::add);
        });
    }

    private void change(java.util.function.Consumer<ObjectNode> change) throws IOException {
        FileMutex.holding(mutex, () -> {
            ObjectNode tree = tree();
            change.accept(tree);
            try {
                AtomicFile.write(file, JsonMapper.shared().writer().with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(tree) + "\n");
            } catch (IOException failed) {
                throw Failures.of(failed, file);
            }
            return tree;
        });
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private ObjectNode tree() throws IOException {
        try {
            if (Files.exists(file) && JsonMapper.shared().readTree(Files.readString(file)) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JacksonException _) {
            // begun anew
        }
        return JsonMapper.shared().createObjectNode();
    }
}
