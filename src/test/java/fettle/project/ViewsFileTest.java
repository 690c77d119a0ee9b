package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.NamedView;
import fettle.job.ExpectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
final class ViewsFileTest {

    private static final String BY_HAND = """
            # Mine.
            encoding: o200k_base

            views:
              - name: Long drafts
                filter: tokens > 800 and status = draft
                sort: -tokens
                columns: [id, question]
              - name: Broken
                filter: tokns > 8
              - filter: tokens > 1
            # How documents are cut.
            chunks:
              tokens: 900
            """;
    private static final NamedView SHORT = new NamedView("Short: ones", "tokens ..80", "gas", "", false, List.of());

    @TempDir
    private Path folder;
    private Path file;
    private ViewsFile views;

    @BeforeEach
    void begin() {
        file = folder.resolve("fettle.yaml");
        views = new ViewsFile(file, Optional.empty());
    }

    @Test
    void keepsViewsInTheOrderInWhichTheyWereSaved() throws Exception {
        NamedView first = new NamedView("Long", "tokens > 800 and tag = (a, \"b c\")", "", "tokens", true,
                List.of("id", "answer"));
        views.save(first);
        views.save(SHORT);
        views.save(first.named("long"));
        assertEquals(List.of(first.named("long"), SHORT), views.read().views());
        views.rename("long", "Longer");
        views.delete("Short: ones");
        assertEquals(List.of(first.named("Longer")), views.read().views());
        views.delete("Longer");
        assertEquals("", Files.readString(file));
    }

    @Test
    void readsWhatWasWrittenByHandAndNamesWhatIsBroken() throws Exception {
        Files.writeString(file, BY_HAND);
        var read = views.read();
        assertEquals(List.of(new NamedView("Long drafts", "tokens > 800 and status = draft", "", "tokens", true,
                List.of("id", "question"))), read.views());
        assertEquals(List.of("The view “Broken” in fettle.yaml cannot be shown: there is no field `tokns`; "
                + "did you mean `tokens`?", "View 3 in fettle.yaml has no name."), read.problems());
    }

    @Test
    void changesNothingElseInTheFile() throws Exception {
        Files.writeString(file, BY_HAND);
        views.save(SHORT);
        String text = Files.readString(file);
        assertTrue(text.startsWith("# Mine.\nencoding: o200k_base\n\nviews:\n"), text);
        assertTrue(text.contains("tokns > 8"), "what is broken stays: " + text);
        assertTrue(text.endsWith("# How documents are cut.\nchunks:\n  tokens: 900\n"), text);
        assertEquals(2, views.read().views().size());
        assertEquals(900, new SettingsFile(file).read("p").cut().tokens());
    }

    @Test
    void leavesAFileThatIsNoYamlAlone() throws Exception {
        Files.writeString(file, "views: [a\nb: : c");
        assertEquals(1, views.read().problems().size());
        assertThrows(ExpectedException.class, () -> views.save(SHORT));
        assertEquals("views: [a\nb: : c", Files.readString(file));
    }

    @Test
    void aProjectThatSomebodyHoldsIsNotWritten() {
        var held = new ViewsFile(file, Optional.of("The window of ada has it."));
        assertEquals("read-only", assertThrows(ExpectedException.class, () -> held.save(SHORT)).kind());
    }

    @Test
    void placesComeBackAndOldOnesBeginAnew() throws Exception {
        var places = new PlacesFile(folder.resolve("home"));
        var place = tools.jackson.databind.json.JsonMapper.shared().createObjectNode().put("line", 7);
        places.write(folder.resolve("p"), place);
        assertEquals(7, places.read(folder.resolve("p")).orElseThrow().path("line").asInt());
        assertTrue(places.read(folder.resolve("q")).isEmpty());
        try (var files = Files.list(folder.resolve("home/places"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"format\":");
        }
        assertTrue(places.read(folder.resolve("p")).isEmpty());
    }
}
