package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.bench.BenchTable;
import fettle.bench.ChatRows;
import fettle.bench.Gauges;
import fettle.collect.rows.RowFiles;
import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.FacetCounts;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.job.Background;
import fettle.token.Encoding;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A project of many rows from its import to its last edit, with the results looked at and everything timed.
final class StoreBench {

    private static final double FRAME = 16;

    private final Path folder;
    private final int rows;
    private final BenchTable table = new BenchTable("store");
    private final Projects projects = new Projects(Encoding.DEFAULT);

    StoreBench(Path folder, int rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /// In a process of its own, so that its memory and its pauses are the store's: arguments are a folder and the rows.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        new StoreBench(Files.createDirectory(folder.resolve("warm")), Math.min(rows, 10_000)).run();
        Gauges.watchPauses();
        var bench = new StoreBench(Files.createDirectory(folder.resolve("full")), rows);
        bench.run();
        bench.table.print("The store with " + rows + " rows, a heap of " + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB, on " + Runtime.getRuntime().availableProcessors() + " processors; other load "
                + java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void run() throws Exception {
        Path file = folder.resolve("rows.jsonl");
        ChatRows.write(file, rows);
        Path place = folder.resolve("p");
        try (Project project = projects.create(place)) {
            bringIn(file, project);
            Gauges.longestPause();
            double[] syncs = new double[101];
            double[] edits = edits(project.examples(), "early", syncs);
            index(project.examples());
            table.add("one edit while tokens are counted, p99", Gauges.share(0.99, edits) * 1000, "ms",
                    "a sync of the disk takes " + millis(Gauges.share(0.99, syncs)));
            table.add("counting behind", Gauges.wall(() -> project.examples().awaitCounts()), "s",
                    "what was left of it");
        }
        open(place);
        try (Project project = projects.open(place)) {
            ExampleStore store = project.examples();
            Gauges.longestPause();
            columns(store);
            searches(store);
            scroll(store);
            table.add("longest pause in filter, sort, search and scrolling", (double) Gauges.longestPause(), "ms",
                    FRAME, "G1");
            edits(store);
        }
        table.add("peak memory of the process", Gauges.peakMegabytes(), "MB", 1200, "with import, count and index");
    }

    private void bringIn(Path file, Project project) throws Exception {
        double streaming = Gauges.cpu(() -> parse(file));
        double parse = Gauges.cpu(() -> assertEquals(rows, read(file)));
        var receipts = new ArrayList<Receipt>();
        var work = new ImportExamples(project.examples(), project.sources(), new RowFiles(), List.of(file),
                ImportSettings.RECOGNISE);
        var wall = new double[1];
        double cpu = Gauges.cpu(() -> wall[0] = Gauges.wall(() -> receipts.add(work.run((_, _, _) -> {}))));
        Receipt receipt = receipts.getFirst();
        assertEquals(rows, receipt.kept());
        assertEquals(project.examples().view(query("duplicate = true", "")).size(), receipt.duplicates());
        String size = (Files.size(file) >> 20) + " MB";
        table.add("import, processor, of a parse to trees", cpu / parse, "x", 3, size + ", parse " + seconds(parse)
                + ", import " + seconds(cpu) + " and " + seconds(wall[0]) + " on the clock");
        table.add("import, processor, of a streaming parse", cpu / streaming, "x", "parse " + seconds(streaming));
    }

    private void index(ExampleStore store) throws Exception {
        var wall = new double[1];
        double cpu = Gauges.cpu(() -> wall[0] = Gauges.wall(store::awaitSearch)) + Gauges.cpuOf("fettle-indexing");
        table.add("index building, processor, per 100,000 rows", cpu * 100_000 / rows, "s",
                "the rest of it " + seconds(wall[0]) + " on the clock, tokens counted beside it");
    }

    private void open(Path place) throws Exception {
        double[] opens = new double[3];
        for (int turn = 0; turn < opens.length; turn++) {
            var project = new ArrayList<Project>();
            opens[turn] = Gauges.wall(() -> project.add(projects.open(place)));
            assertEquals(rows, project.getFirst().examples().size());
            project.getFirst().close();
        }
        table.add("open", Gauges.median(opens) * 1000, "ms", 1000, "");
    }

    private void columns(ExampleStore store) throws Exception {
        timed("filter of three conditions", 100, () -> {
            ExampleView found = store.view(query("tokens > 300 and status = draft and turns <= 3", ""));
            assertTrue(found.size() > 0 && found.size() < rows);
        });
        timed("sort of all rows by tokens", 100, () -> {
            ExampleView view = store.view(new ExampleQuery(List.of(), "", "tokens", true));
            assertEquals(rows, view.size());
            assertTrue(view.row(0).tokens() >= view.row(1).tokens());
        });
        timed("counts of nine facets under a filter", 100, () -> {
            FacetCounts counts = store.facets(query("turns <= 3", ""), List.of("status", "tag", "source", "model",
                    "split", "rating", "dataset", "duplicate", "edited"));
            assertEquals(counts.rows(), requireNonNull(counts.choices().get("status")).getFirst().count());
        });
        timed("histogram of tokens", 100, () -> {
            FacetCounts counts = store.facets(ExampleQuery.ALL, List.of("tokens"));
            assertEquals(rows, IntStream.of(requireNonNull(counts.bars().get("tokens")).counts()).sum());
        });
    }

    private void searches(ExampleStore store) throws Exception {
        for (String warm : List.of("of", "number ", "data user", "\"of the\"", "数据", "orde", "nothing-like-this")) {
            store.firstPage(query("", warm), 50);
        }
        firstPage(store, "a word of one row", ChatRows.RARE);
        firstPage(store, "a word of one row in fifteen", ChatRows.MIDDLING + " ");
        firstPage(store, "a word of nine rows in ten", ChatRows.COMMON + " ");
        firstPage(store, "Chinese", ChatRows.CHINESE);
        firstPage(store, "a phrase", "\"refund policy holds\"");
        firstPage(store, "a beginning", "refu");
        firstPage(store, "a beginning of two letters", "th");
        firstPage(store, "a word left out", "refund -number ");
        var sorted = new ExampleQuery(List.of(), "question ", "tokens", true);
        table.add("search, first page: by tokens, a word in few rows",
                Gauges.wall(() -> assertTrue(store.firstPage(sorted, 50).size() > 0)) * 1000, "ms", 20, "");
        whole(store, "all rows with the word of nine in ten", query("", ChatRows.COMMON + " "));
        whole(store, "all rows with a beginning of two letters", query("", "th"));
        whole(store, "counts of facets under the same search", query("status = draft", ChatRows.COMMON + " "));
        assertEquals(1, store.view(query("", ChatRows.RARE)).size());
    }

    private void firstPage(ExampleStore store, String what, String search) throws Exception {
        var pages = new ArrayList<ExampleView>();
        double wall = Gauges.wall(() -> pages.add(store.firstPage(query("", search), 50)));
        table.add("search, first page: " + what, wall * 1000, "ms", 20, search.strip());
        ExampleView page = pages.getFirst();
        assertTrue(page.size() > 0, search);
        if (rows <= 10_000) {
            ExampleView all = store.view(query("", search));
            assertEquals(Math.min(50, all.size()), page.size(), search);
            for (int index = 0; index < page.size(); index++) {
                assertEquals(all.id(index), page.id(index), search);
            }
        }
    }

    private void whole(ExampleStore store, String what, ExampleQuery query) throws Exception {
        var sizes = new int[1];
        double wall = Gauges.wall(() -> {
            sizes[0] = query.where().isEmpty()
                    ? store.view(query).size()
                    : store.facets(query, List.of("tag", "split", "tokens")).rows();
        });
        table.add("search, behind: " + what, wall * 1000, "ms", sizes[0] + " rows");
    }

    /// Pages at random places, while a thousand rows at a time are changed beside.
    private void scroll(ExampleStore store) throws Exception {
        ExampleView view = store.view(ExampleQuery.ALL);
        var random = new Random(9);
        double[] pages = new double[200];
        try (var writer = new Background("bench-writer", 0, () -> {
            var changes = new ArrayList<Change>();
            for (long id : random.longs(1000, 1, rows + 1L).distinct().toArray()) {
                changes.add(
                        new Change.SetStatus(id, random.nextBoolean() ? ExampleStatus.DRAFT : ExampleStatus.APPROVED));
            }
            store.apply(changes, "Changed 1,000 rows");
            return true;
        })) {
            writer.poke();
            var places = new Random(10);
            for (int page = 0; page < pages.length; page++) {
                int from = places.nextInt(Math.max(1, rows - 50));
                pages[page] = Gauges.wall(() -> {
                    for (int index = from; index < from + 50; index++) {
                        assertEquals(index + 1L, view.row(index).id());
                    }
                });
            }
            assertTrue(writer.failure().isEmpty());
        }
        table.add("a page of 50 rows while others are saved, p50", Gauges.median(pages) * 1000, "ms", FRAME, "");
        table.add("a page of 50 rows while others are saved, p99", Gauges.share(0.99, pages) * 1000, "ms", FRAME,
                "at random places, read for the first time");
    }

    private void edits(ExampleStore store) throws Exception {
        double[] syncs = new double[101];
        double[] edits = edits(store, "late", syncs);
        double sync = Gauges.median(syncs) * 1000;
        table.add("one edit, durable, median", Gauges.median(edits) * 1000, "ms", 2 * sync + 1,
                "a sync of the disk takes " + millis(sync / 1000));
        table.add("one edit, durable, p99", Gauges.share(0.99, edits) * 1000, "ms",
                "a sync of the disk takes " + millis(Gauges.share(0.99, syncs)));
    }

    private double[] edits(ExampleStore store, String mark, double[] syncs) throws Exception {
        double[] edits = new double[syncs.length];
        try (var out = new FileOutputStream(folder.resolve("sync").toFile())) {
            for (int index = 0; index < edits.length; index++) {
                long id = index * 17L % rows + 1;
                var change = new Change.SetBody(id, Walk.body("edited " + index + " " + mark));
                edits[index] = Gauges.wall(() -> store.apply(List.of(change), "Edited"));
                assertEquals(change.body(), store.find(id).orElseThrow().body());
                out.write(new byte[4096]);
                syncs[index] = Gauges.wall(() -> out.getChannel().force(false));
            }
        }
        return edits;
    }

    private void timed(String what, double most, Gauges.Action action) throws Exception {
        double[] times = new double[9];
        for (int turn = 0; turn < 3; turn++) {
            action.run();
        }
        for (int turn = 0; turn < times.length; turn++) {
            times[turn] = Gauges.wall(action) * 1000;
        }
        table.add(what, Gauges.median(times), "ms", most, "the slowest of nine " + millis(
                Gauges.share(1, times) / 1000));
    }

    private static ExampleQuery query(String where, String search) throws IOException {
        List<Condition> conditions = ExampleFilter.parse(where);
        return new ExampleQuery(conditions, search, "", false);
    }

    private static String seconds(double seconds) {
        return String.format(java.util.Locale.ROOT, "%.1f s", seconds);
    }

    private static String millis(double seconds) {
        return String.format(java.util.Locale.ROOT, "%.2f ms", seconds * 1000);
    }

    /// Each name and text as a String, nothing kept.
    private static void parse(Path file) throws IOException {
        long letters = 0;
        try (InputStream in = Files.newInputStream(file); JsonParser json = BodyJson.mapper().createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                letters += text ? json.getString().length() : 0;
            }
        }
        assertTrue(letters > 0);
    }

    /// Each line as a tree.
    private static int read(Path file) throws IOException {
        int rows = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows += BodyJson.read(line).isEmpty() ? 0 : 1;
            }
        }
        return rows;
    }
}
