package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.project.HistoryPaper.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, however the program ended.
final class KilledTest {

    private static final int ROUNDS = 20;

    @TempDir
    private Path temporary;

    private final Projects projects = new Projects(String::length);
    private Walk.OnPaper paper = new Walk.OnPaper(new HistoryPaper());

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyAcknowledgedChangeIsThereAfterTheProcessWasKilled() throws Exception {
        Path folder = temporary.resolve("p");
        projects.create(folder).close();
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            int acknowledged = walkAndKill(folder, round, 5 + random.nextInt(40));
            try (Project project = projects.open(folder)) {
                assertEquals(Optional.empty(), project.holder(), "the dead process still holds the project");
                paper = asOnPaper(project.examples(), round, acknowledged);
                assertIntact(project);
                if (round == ROUNDS - 1) {
                    replays(project.examples());
                }
            }
        }
    }

    /// Returns how many moves were acknowledged before the end.
    private int walkAndKill(Path folder, int seed, int moves) throws IOException, InterruptedException {
        Process walker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(),
                Walker.class.getName(), folder.toString(),
                Integer.toString(seed)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int acknowledged = 0;
        try (var lines = new BufferedReader(
                new InputStreamReader(walker.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", lines.readLine());
            saysWhoHolds(folder, walker.pid());
            while (acknowledged < moves) {
                assertEquals(Integer.toString(acknowledged), lines.readLine());
                acknowledged++;
            }
            walker.toHandle().destroyForcibly(); // unlike that of Process, it leaves what was said readable
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged += line.equals(Integer.toString(acknowledged)) ? 1 : 0; // the last may be cut off
            }
        } finally {
            walker.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path", "");
        return tests.isEmpty() ? System.getProperty("java.class.path") : tests;
    }

    private void saysWhoHolds(Path folder, long pid) throws IOException {
        try (Project second = projects.open(folder)) {
            String sentence = second.holder().orElseThrow();
            assertTrue(sentence.contains("process " + pid + " "), sentence);
        }
    }

    /// The paper after the acknowledged moves, or after the one that was under way as well. What is typed after a restart
    /// is a step of its own.
    private Walk.OnPaper asOnPaper(ExampleStore store, int seed, int acknowledged) throws IOException {
        var random = new Random(seed);
        var known = new Walk.OnPaper(paper.paper());
        for (int move = 0; move < acknowledged; move++) {
            known.make(Walk.Move.next(random, seed + "." + move));
        }
        Map<Long, Row> rows = Walk.rows(store);
        List<String> history = Walk.history(store);
        var further = new Walk.OnPaper(known);
        further.make(Walk.Move.next(random, seed + "." + acknowledged));
        if (rows.equals(Walk.comparable(further.paper().rows())) && history.equals(further.paper().history())) {
            return further;
        }
        assertEquals(known.paper().history(), history, "after " + acknowledged + " acknowledged moves");
        assertEquals(Walk.comparable(known.paper().rows()), rows);
        return known;
    }

    private static void assertIntact(Project project) throws IOException, InterruptedException {
        var database = ((ProjectFolder) project).database();
        assertEquals("ok", database.read(sql -> sql.one("PRAGMA integrity_check", row -> row.getString(1)))
                .orElseThrow());
        long withoutBody = database.read(sql -> sql.number("SELECT count(*) FROM meta LEFT JOIN body USING (id)"
                + " WHERE json IS NULL"));
        assertEquals(0, withoutBody);
        project.examples().awaitCounts();
        ExampleView view = project.examples().view(ExampleQuery.ALL);
        for (int index = 0; index < view.size(); index++) {
            assertEquals(view.row(index).answer().length(), view.row(index).assistantTokens());
        }
    }

    /// From the beginning to each step, over all branches, and to where it was: the rows are what they were then.
    private void replays(ExampleStore store) throws IOException {
        HistoryPaper known = paper.paper();
        long here = known.head();
        store.travel(0);
        assertEquals(0, store.size());
        List<Long> numbers = known.numbers();
        for (int place = 0; place < numbers.size(); place += 1 + numbers.size() / 40) {
            store.travel(numbers.get(place));
            assertEquals(Walk.comparable(known.rowsAt(numbers.get(place))), Walk.rows(store));
        }
        store.travel(here);
        assertEquals(Walk.comparable(known.rows()), Walk.rows(store));
    }
}
