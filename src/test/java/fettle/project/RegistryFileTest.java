package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import fettle.job.FanOut;
import fettle.model.Lineage;
import fettle.model.Model;
import fettle.tuning.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryFileTest {

    private static final Lineage LINEAGE = new Lineage("fettle-base", "t1", "faq", "v1", "ab12", 30, Recipe.DEFAULT,
            0.5, Double.NaN);

    @TempDir
    private Path temporary;

    @Test
    void aModelThatIsAddedIsCopiedAndGetsAFreeName() throws IOException {
        RegistryFile registry = registry();
        Path folder = model(temporary.resolve("My GPT"));
        Model first = registry.add(folder);
        Model second = registry.add(folder);
        assertEquals("my-gpt", first.id());
        assertEquals("my-gpt-2", second.id());
        assertEquals("{}", Files.readString(home().resolve("models").resolve("my-gpt").resolve("config.json")));
        assertEquals(List.of(first, second), registry().models());
    }

    @Test
    void aTunedModelStaysWhereItIsAndCarriesItsLineage() throws IOException {
        Path folder = model(temporary.resolve("faq").resolve("models").resolve("t1"));
        var tuned = new Model("faq-t1", folder, Optional.of(LINEAGE), 5);
        registry().enter(tuned);
        assertEquals(Optional.of(tuned), registry().find("faq-t1"));
        assertTrue(Files.exists(folder.resolve("lineage.json")));
        assertEquals(Optional.of(LINEAGE), registry().add(folder).lineage());
    }

    @Test
    void anEntryWhoseFolderIsGoneIsShownAndSaysSo() throws IOException {
        Path folder = model(temporary.resolve("m"));
        var tuned = new Model("m", folder, Optional.empty(), 5);
        registry().enter(tuned);
        assertEquals(Optional.empty(), registry().problem(tuned));
        Files.delete(folder.resolve("config.json"));
        Files.delete(folder);
        assertEquals(List.of(tuned), registry().models());
        assertTrue(registry().problem(tuned).orElseThrow().contains("is gone"));
        registry().delete("m");
        assertEquals(List.of(), registry().models());
    }

    @Test
    void deletesFoldersOfItsOwnAndOfProjectsOnly() throws IOException {
        RegistryFile registry = registry();
        Model added = registry.add(model(temporary.resolve("added")));
        registry.delete(added.id());
        assertFalse(Files.exists(added.folder()));

        Path mine = model(temporary.resolve("mine"));
        registry.enter(new Model("mine", mine, Optional.empty(), 1));
        registry.delete("mine");
        assertTrue(Files.exists(mine));

        Path project = temporary.resolve("p");
        new Projects(String::length).create(project).close();
        Path tuned = model(project.resolve("models").resolve("t1"));
        registry.enter(new Model("p-t1", tuned, Optional.of(LINEAGE), 1));
        registry.delete("p-t1");
        assertFalse(Files.exists(tuned));
    }

    @Test
    void theBundledModelIsUnpackedOnceComesFirstAndStays() throws IOException {
        model(temporary.resolve("other"));
        var registry = new RegistryFile(home(), new BundledModel("/golden/bundled-model/"));
        registry.add(temporary.resolve("other"));
        List<Model> models = registry.models();
        assertEquals(List.of(BundledModel.ID, "other"), models.stream().map(Model::id).toList());
        Path config = models.getFirst().folder().resolve("config.json");
        assertEquals(Optional.empty(), registry.problem(models.getFirst()));
        Files.delete(config);
        assertTrue(Files.exists(registry.find(BundledModel.ID).orElseThrow().folder().resolve("config.json")));
        assertEquals("bundled", assertThrows(ExpectedException.class, () -> registry.delete(BundledModel.ID)).kind());
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        FanOut.each(IntStream.range(0, 40).boxed().toList(), 8,
                number -> registry().enter(new Model("m" + number, temporary, Optional.empty(), number)));
        assertEquals(IntStream.range(0, 40).mapToObj(number -> "m" + number).toList(),
                registry().models().stream().map(Model::id).toList());
    }

    @Test
    void aBrokenRegistryIsNamedByLine() throws IOException {
        Files.createDirectories(home());
        Files.writeString(home().resolve("registry.json"), "{\n\"models\": [");
        var refused = assertThrows(ExpectedException.class, () -> registry().models());
        assertEquals("damaged", refused.kind());
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }

    private RegistryFile registry() {
        return new RegistryFile(home(), new BundledModel("/nowhere/"));
    }

    private Path home() {
        return temporary.resolve("home");
    }

    private static Path model(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), "{}");
        return folder;
    }
}
