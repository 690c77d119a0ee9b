package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.bench.BenchReport;
import fettle.example.BodyJson;
import fettle.example.Change.SetBody;
import fettle.example.Example.Origin;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import fettle.token.Encoding;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast the store is; the ordinary tests run the same way at a small size, for its results only.
final class StoreBenchTest {

    private static final String[] WORDS = ("the a model learns from rows that people have read and mended while tokens are"
            + " counted behind every save of answer question source release tuning function café 日本 refund").split(" ");

    @TempDir
    private Path temporary;

    private final Map<String, Double> seconds = new HashMap<>();

    @Test
    void twoThousandRowsComeInAndAreFound() throws Exception {
        walk(2000);
    }

    @Test
    @Tag("bench")
    void importsOpensFiltersAndSaves() throws Exception {
        int rows = Integer.getInteger("fettle.bench.rows", 100_000);
        walk(Math.min(rows, 20_000)); // warm
        seconds.clear();
        walk(rows);
        report("import", rows / get("import wall"), "rows/s", "");
        report("import CPU", get("import CPU") / get("parse CPU"), "x", "a bare Jackson parse of the same file");
        report("open", get("open") * 1000, "ms", "");
        report("filter and sort", get("filter") * 1000, "ms", "");
        report("search by scanning", get("search") * 1000, "ms", "");
        report("one edit, median", get("edit") / (get("sync") + 0.001) / 2, "x",
                "2 x (a sync of the disk in the same run + 1 ms)");
    }

    private double get(String name) {
        return seconds.getOrDefault(name, Double.NaN);
    }

    private static void report(String name, double value, String unit, String ratioOf) {
        BenchReport.add("store: " + name, value, unit, ratioOf);
    }

    private void walk(int rows) throws Exception {
        Path file = temporary.resolve("rows" + rows + ".jsonl");
        if (!Files.exists(file)) {
            write(file, rows);
        }
        time("parse", () -> assertEquals(rows, parse(file)));
        Path folder = temporary.resolve("p" + rows);
        var projects = new Projects(Encoding.DEFAULT);
        try (Project project = projects.create(folder)) {
            time("import", () -> bringIn(file, project.examples()));
            assertEquals(rows, project.examples().size());
        }
        try (Project project = projects.open(folder)) {
            ExampleStore store = project.examples();
            store.awaitCounts();
            asks(store, rows);
            edits(store);
        }
        time("open", () -> projects.open(folder).close());
    }

    private void asks(ExampleStore store, int rows) throws Exception {
        var where = ExampleFilter.parse("tokens > 150 and status = draft and tag = bench");
        var query = new ExampleQuery(where, "", "tokens", true);
        assertTrue(store.view(query).size() < rows);
        time("filter", () -> {
            ExampleView view = store.view(query);
            for (int index = 1; index < Math.min(view.size(), 50); index++) {
                assertTrue(view.row(index - 1).tokens() >= view.row(index).tokens());
            }
        });
        time("search", () -> assertEquals(1, store.view(new ExampleQuery(List.of(), "needle", "", false)).size()));
    }

    private void edits(ExampleStore store) throws Exception {
        double[] edits = new double[51];
        double[] syncs = new double[edits.length];
        try (var out = new FileOutputStream(temporary.resolve("sync").toFile())) {
            for (int index = 0; index < edits.length; index++) {
                long id = index * 7L + 1;
                var body = Walk.body("edited " + index);
                edits[index] = wall(() -> store.apply(List.of(new SetBody(id, body)), "Edited"));
                out.write(new byte[4096]);
                syncs[index] = wall(() -> out.getFD().sync());
            }
        }
        Arrays.sort(edits);
        Arrays.sort(syncs);
        seconds.put("edit", edits[edits.length / 2]);
        seconds.put("sync", syncs[syncs.length / 2]);
    }

    private static int parse(Path file) throws IOException {
        int rows = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows += BodyJson.read(line).isEmpty() ? 0 : 1;
            }
        }
        return rows;
    }

    private static void bringIn(Path file, ExampleStore store) throws IOException {
        int line = 0;
        try (BufferedReader lines = Files.newBufferedReader(file); Addition addition = store.add("Imported")) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                var origin = new Origin("rows.jsonl", "s1", ++line, "", "", "", "");
                addition.add(new NewExample(BodyJson.read(text), List.of("bench"), origin));
            }
        }
    }

    private static void write(Path file, int rows) throws IOException {
        var random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < rows; row++) {
                var body = Walk.body(text(random, 20 + random.nextInt(300)));
                if (row == rows / 2) {
                    body = Walk.body("a needle");
                }
                out.write(BodyJson.write(body));
                out.write('\n');
            }
        }
    }

    private static String text(Random random, int words) {
        var text = new StringBuilder();
        for (int word = 0; word < words; word++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(word % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    private interface Action {

        void run() throws Exception;
    }

    private void time(String name, Action action) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        double wall = wall(action);
        seconds.put(name + " CPU", (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
        seconds.put(name + " wall", wall);
        seconds.put(name, wall);
    }

    private static double wall(Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
