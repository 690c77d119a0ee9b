package fettle.project;

import fettle.example.BodyJson;
import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Real projects in folders that go when the tests end. Tokens are counted as words.
public final class TemporaryProject {

    private static final Path ALL = folder();

    private TemporaryProject() {}

    /// An empty project, open.
    public static Project create() {
        try {
            return projects().create(Files.createTempDirectory(ALL, "p"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Opens a project that was closed.
    public static Project open(Path folder) {
        try {
            return projects().open(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The examples of a new project: one per body, each a JSON text, added as one step.
    public static ExampleStore examples(String... bodies) {
        ExampleStore examples = create().examples();
        try (Addition addition = examples.add("Began")) {
            for (String body : bodies) {
                addition.add(new NewExample(BodyJson.read(body), List.of(), Example.Origin.UNKNOWN));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return examples;
    }

    /// All bodies, in import order.
    public static List<ObjectNode> bodies(ExampleStore examples) {
        var bodies = new ArrayList<ObjectNode>();
        try {
            ExampleView view = examples.view(ExampleQuery.ALL);
            for (int index = 0; index < view.size(); index++) {
                bodies.add(examples.find(view.id(index)).orElseThrow().body());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bodies;
    }

    private static Projects projects() {
        return new Projects(text -> text.isBlank() ? 0 : text.strip().split("\\s+", -1).length);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fettle-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException _) {
            // a folder for temporary files is emptied sooner or later
        }
    }
}
