package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.rows.RowFiles;
import fettle.example.Example;
import fettle.example.ExampleStore;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.Step;
import fettle.job.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An import that is killed leaves whole rows, in one step, from the beginning of its file on.
final class KilledImportTest {

    private static final int ROUNDS = 4;
    private static final int ROWS = 30_000;

    @TempDir
    private Path temporary;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void leavesAWholeProjectWithOneStepThatCanBeUndone() throws Exception {
        Path file = Files.writeString(temporary.resolve("rows.jsonl"), rows());
        var random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = temporary.resolve("p" + round);
            Projects projects = new Projects(String::length);
            projects.create(folder).close();
            int seen = importAndKill(folder, file, random.nextInt(12_000));
            try (Project project = projects.open(folder)) {
                assertEquals(Optional.empty(), project.holder());
                assertWhole(project, seen);
                importsAgain(project, file);
            }
        }
    }

    private static String rows() {
        var rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append("{\"messages\":[{\"role\":\"user\",\"content\":\"Question ").append(i)
                    .append("\"},{\"role\":\"assistant\",\"content\":\"Answer ").append(i).append("\"}]}\n");
        }
        return rows.toString();
    }

    /// Returns how many rows could be seen before the end.
    private static int importAndKill(Path folder, Path file, int after) throws IOException, InterruptedException {
        Process importer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(),
                Importer.class.getName(), folder.toString(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int seen = 0;
        try (var lines = new BufferedReader(
                new InputStreamReader(importer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && seen <= after; line = lines.readLine()) {
                seen = Integer.parseInt(line);
            }
        } finally {
            importer.toHandle().destroyForcibly();
            importer.waitFor();
        }
        return seen;
    }

    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path", "");
        return tests.isEmpty() ? System.getProperty("java.class.path") : tests;
    }

    private static void assertWhole(Project project, int seen) throws IOException {
        ExampleStore examples = project.examples();
        int there = examples.size();
        assertTrue(there >= seen && there <= ROWS, seen + " rows were seen, " + there + " are there");
        assertEquals("ok", ((ProjectFolder) project).database()
                .read(sql -> sql.one("PRAGMA integrity_check", row -> row.getString(1))).orElseThrow());
        List<Step> history = examples.history();
        assertEquals(List.of("Imported rows.jsonl"), history.stream().map(Step::sentence).toList());
        assertEquals(there, examples.rowsOf(history.getFirst().number()).length);
        Example last = examples.find(there).orElseThrow();
        assertEquals("Answer " + (there - 1), last.turns().getLast().text());
        assertEquals(there, last.origin().line());
        examples.undo();
        assertEquals(0, examples.size());
        examples.redo();
        assertEquals(there, examples.size());
    }

    private static void importsAgain(Project project, Path file) throws Exception {
        int there = project.examples().size();
        var receipt = new ImportExamples(project.examples(), project.sources(), new RowFiles(), List.of(file),
                ImportSettings.RECOGNISE).run(Progress.UNWATCHED);
        assertEquals(there, receipt.duplicates());
        assertEquals(ROWS, receipt.kept());
        assertEquals(1, project.sources().sources().size());
    }
}
