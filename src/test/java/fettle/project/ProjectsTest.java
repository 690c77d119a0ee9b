package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.chunk.CutSettings;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectsTest {

    @TempDir
    private Path temporary;

    private final Projects projects = new Projects(String::length);

    @Test
    void aNewProjectIsEmptyAndCanBeOpenedAgain() throws IOException {
        Path folder = temporary.resolve("my project");
        try (Project made = projects.create(folder)) {
            assertEquals("my project", made.name());
            assertEquals(Optional.empty(), made.holder());
        }
        try (Project again = projects.open(folder)) {
            assertEquals(0, again.sources().sources().size());
            assertEquals(Optional.empty(), again.holder());
        }
    }

    @Test
    void aCopyOfTheFolderIsAProject() throws IOException {
        Path folder = temporary.resolve("one");
        projects.create(folder).close();
        Path copy = Files.createDirectory(temporary.resolve("two"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertFalse(file.toString().endsWith("-wal"), file + " was left behind");
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        try (Project opened = projects.open(copy)) {
            assertEquals("two", opened.name());
            assertEquals(Optional.empty(), opened.holder());
        }
    }

    @Test
    void anOrdinaryFolderIsNoProjectAndTheSentenceSaysHowToMakeOne() {
        var refused = assertThrows(ExpectedException.class, () -> projects.open(temporary));
        assertEquals("not-a-project", refused.kind());
        assertTrue(refused.next().contains("fettle new"), refused.next());
    }

    @Test
    void neverMakesAProjectAmongOtherFiles() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "Dear reader");
        var refused = assertThrows(ExpectedException.class, () -> projects.create(temporary));
        assertEquals("not-empty", refused.kind());
    }

    @Test
    void aSecondOpeningReadsAndSaysWhoHasIt() throws IOException {
        Path folder = temporary.resolve("p");
        try (Project first = projects.create(folder); Project second = projects.open(folder)) {
            assertEquals(Optional.empty(), first.holder());
            String sentence = second.holder().orElseThrow();
            assertTrue(sentence.contains("process " + ProcessHandle.current().pid()), sentence);
            var refused = assertThrows(ExpectedException.class, () -> second.save(second.settings().withName("x")));
            assertEquals("read-only", refused.kind());
        }
        try (Project third = projects.open(folder)) {
            assertEquals(Optional.empty(), third.holder());
        }
    }

    @Test
    void aHolderFileLeftByACrashBarsNobody() throws IOException {
        Path folder = temporary.resolve("p");
        projects.create(folder).close();
        Files.writeString(folder.resolve(".holder"),
                "{\"program\":\"Fettle\",\"pid\":1,\"user\":\"a\",\"host\":\"b\",\"since\":\"2026-01-01T00:00:00Z\"}");
        try (Project opened = projects.open(folder)) {
            assertEquals(Optional.empty(), opened.holder());
        }
    }

    @Test
    void readingTakesNothingFromAnybody() throws IOException {
        Path folder = temporary.resolve("p");
        projects.create(folder).close();
        try (Project reading = projects.read(folder); Project writing = projects.open(folder)) {
            assertTrue(reading.holder().isPresent());
            assertEquals(Optional.empty(), writing.holder());
        }
    }

    @Test
    void aNewerFormatIsRefusedWithASentence() throws IOException {
        Path folder = temporary.resolve("p");
        try (var made = (ProjectFolder) projects.create(folder)) {
            made.database().pragma("PRAGMA user_version=99");
        }
        var refused = assertThrows(ExpectedException.class, () -> projects.open(folder));
        assertEquals("newer-format", refused.kind());
        assertTrue(refused.getMessage().contains("format 99"), refused.getMessage());
        assertThrows(ExpectedException.class, () -> projects.read(folder));
    }

    @Test
    void aDamagedDatabaseIsNamed() throws IOException {
        Path folder = temporary.resolve("p");
        projects.create(folder).close();
        Files.write(folder.resolve("project.db"), "This was a database once. ".repeat(500)
                .getBytes(StandardCharsets.UTF_8));
        var refused = assertThrows(ExpectedException.class, () -> projects.open(folder));
        assertEquals("damaged", refused.kind());
        assertTrue(refused.getMessage().contains("project.db"), refused.getMessage());
    }

    @Test
    void settingsKeepKeysThatFettleDoesNotKnow() throws IOException {
        Path folder = temporary.resolve("p");
        try (Project project = projects.create(folder)) {
            Files.writeString(folder.resolve("fettle.yaml"), "name: Ours\nplugins:\n- one\nchunks:\n  tokens: 500\n");
            assertEquals("Ours", project.name());
            assertEquals(500, project.settings().cut().tokens());
            project.save(project.settings().withCut(new CutSettings(250, CutSettings.By.TOKENS, "o200k_base")));
            assertEquals(250, project.settings().cut().tokens());
            String written = Files.readString(folder.resolve("fettle.yaml"));
            assertTrue(written.contains("plugins:"), written);
        }
    }

    @Test
    void brokenSettingsAreNamedByLineAndNeverOverwritten() throws IOException {
        Path folder = temporary.resolve("p");
        try (Project project = projects.create(folder)) {
            String broken = "name: Ours\nchunks: [1, 2\nencoding: {\n";
            Files.writeString(folder.resolve("fettle.yaml"), broken);
            ProjectSettings usual = project.settings();
            assertEquals(CutSettings.DEFAULT, usual.cut());
            assertTrue(usual.problem().orElseThrow().contains("line "), usual.problem().orElseThrow());
            var refused = assertThrows(ExpectedException.class, () -> project.save(usual));
            assertEquals("broken-settings", refused.kind());
            assertEquals(broken, Files.readString(folder.resolve("fettle.yaml")));
        }
    }
}
