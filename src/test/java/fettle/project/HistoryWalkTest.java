package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Example;
import fettle.example.ExampleStore;
import fettle.example.RowVersion;
import fettle.project.HistoryPaper.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done, undone, redone and travelled to: rows and history are what they are on paper.
final class HistoryWalkTest {

    private static final int MOVES = 150;

    @TempDir
    private Path temporary;

    private final Projects projects = new Projects(String::length);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theStoreGoesWhereThePaperGoes(long seed) throws Exception {
        Path folder = temporary.resolve("p");
        projects.create(folder).close();
        var random = new Random(seed);
        var paper = new Walk.OnPaper(new HistoryPaper());
        for (int move = 0; move < MOVES;) {
            paper = new Walk.OnPaper(paper.paper()); // what is typed after a restart is a step of its own
            try (Project project = projects.open(folder)) {
                var walker = new Walk.OnStore(project.examples());
                for (int end = Math.min(MOVES, move + 20 + random.nextInt(40)); move < end; move++) {
                    Walk.Move next = Walk.Move.next(random, seed + "." + move);
                    walker.make(next);
                    paper.make(next);
                    assertEquals(paper.paper().history(), Walk.history(project.examples()), () -> "after " + next);
                    assertEquals(Walk.comparable(paper.paper().rows()), Walk.rows(project.examples()),
                            () -> "after " + next);
                }
                remembersEachRow(paper.paper(), project.examples(), random);
            }
        }
    }

    /// Every version of some rows is what the row was just after that step.
    private static void remembersEachRow(HistoryPaper paper, ExampleStore store, Random random) throws Exception {
        for (int look = 0; look < 5; look++) {
            long id = 1L + random.nextInt(20);
            for (RowVersion version : store.versions(id)) {
                long step = version.step().number();
                assertSame(paper.rowsAt(step).get(id), store.version(id, step), id + " at " + step);
                assertTrue(contains(store.rowsOf(step), id), id + " is not among the rows of step " + step);
            }
            List<Long> numbers = paper.numbers();
            long any = numbers.isEmpty() ? 0 : numbers.get(random.nextInt(numbers.size()));
            assertSame(paper.rowsAt(any).get(id), store.version(id, any), id + " at " + any);
        }
    }

    private static void assertSame(@org.jspecify.annotations.Nullable Row row, Optional<Example> version,
            String where) {
        assertEquals(row != null, version.isPresent(), where);
        if (row != null) {
            Example then = version.get();
            assertEquals(row.answer() + row.status() + row.tags() + row.remarks(),
                    then.turns().getLast().text() + then.status() + then.tags() + then.remarks(), where);
        }
    }

    private static boolean contains(long[] ids, long id) {
        return java.util.Arrays.binarySearch(ids, id) >= 0;
    }
}
