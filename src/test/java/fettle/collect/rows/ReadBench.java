package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fettle.bench.BenchTable;
import fettle.bench.ChatRows;
import fettle.bench.Gauges;
import fettle.example.BodyJson;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.Reading;
import fettle.example.RowReader.RowFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/// How fast files become rows, beside the bare parsers on the same files, and in how much memory.
@Tag("bench")
final class ReadBench {

    private static final int ROUNDS = 7;

    /// Rows per second, at least this share of what the bare parser reads.
    private static final double SHARE = 0.7;

    /// What a JSON list is held to, whose rows have to be found before they are parsed: 0.64 on two quiet cores, where
    /// lines reach 0.88. The table says that it is missed.
    private static final double LEAST = 0.45;
    private static final double MOST_MILLIS = 100;
    private static final int HEAP = 512;

    @TempDir
    Path folder;

    private final BenchTable table = new BenchTable("read");

    private interface Reader {

        long read() throws Exception;
    }

    @Test
    void readsAlmostAsFastAsTheBareParsers() throws Exception {
        int rows = Integer.getInteger("fettle.bench.read.rows", 70_000);
        Path lines = folder.resolve("rows.jsonl");
        ChatRows.write(lines, rows);
        Path list = asList(lines, folder.resolve("rows.json"));
        Path csv = asTable(lines, folder.resolve("rows.csv"));
        double json = share("JSON lines, of a bare parse to trees", lines, () -> trees(lines));
        double array = share("a JSON list, of a bare parse to trees", list, () -> trees(lines));
        double cells = share("CSV, of a bare read by FastCSV", csv, () -> records(csv));
        double sniffing = 0;
        for (Path file : new Path[]{lines, list, csv}) {
            sniffing = Math.max(sniffing, opening(file));
        }
        table.add("opening and sniffing, the slowest of three files", sniffing, "ms", MOST_MILLIS, "");
        table.print("Reading " + rows + " rows, " + (Files.size(lines) >> 20) + " MB of JSON lines");
        assertTrue(json >= SHARE && array >= LEAST && cells >= SHARE, json + ", " + array + ", " + cells);
        assertTrue(sniffing < MOST_MILLIS, sniffing + " ms");
    }

    /// Both in turn, so that other load meets both.
    private double share(String what, Path file, Reader bare) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double their = Gauges.wall(() -> assertTrue(bare.read() > 0));
            double our = Gauges.wall(() -> assertTrue(rows(file) > 0));
            if (round >= 0) {
                ours[round] = our;
                theirs[round] = their;
            }
        }
        double share = Gauges.median(theirs) / Gauges.median(ours);
        table.add(what + ", time", 1 / share, "x", 1 / SHARE, String.format(java.util.Locale.ROOT,
                "speed %.2f of it: %.0f MB/s and %.0f MB/s", share, Files.size(file) / 1e6 / Gauges.median(ours),
                Files.size(file) / 1e6 / Gauges.median(theirs)));
        return share;
    }

    private static double opening(Path file) throws Exception {
        double[] times = new double[5];
        for (int i = 0; i < times.length; i++) {
            times[i] = Gauges.wall(() -> new RowFiles().open(file, Reading.USUAL).close()) * 1000;
        }
        return Gauges.median(times);
    }

    private static long rows(Path file) throws IOException {
        long rows = 0;
        try (RowFile open = new RowFiles().open(file, Reading.USUAL)) {
            for (Optional<RawRow> row = open.next(); row.isPresent(); row = open.next()) {
                rows += row.get().value().isPresent() ? 1 : 0;
            }
        }
        return rows;
    }

    private static long trees(Path lines) throws IOException {
        long rows = 0;
        try (InputStream in = Files.newInputStream(lines);
                MappingIterator<JsonNode> trees = BodyJson.mapper().readerFor(JsonNode.class).readValues(in)) {
            while (trees.hasNextValue()) {
                rows += trees.nextValue().size() > 0 ? 1 : 0;
            }
        }
        return rows;
    }

    private static long records(Path csv) throws IOException {
        long cells = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord each : reader) {
                cells += each.getFieldCount();
            }
        }
        return cells;
    }

    private static Path asList(Path lines, Path list) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(lines); BufferedWriter out = Files.newBufferedWriter(list)) {
            String before = "[\n";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(before);
                out.write(line);
                before = ",\n";
            }
            out.write("\n]\n");
        }
        return list;
    }

    /// Question and answer in columns; every third cell has line breaks and quotes.
    private static Path asTable(Path lines, Path table) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(lines); BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write("id,question,answer\n");
            int row = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode messages = BodyJson.read(line).path("messages");
                String last = messages.path(messages.size() - 1).path("content").asString("");
                String first = messages.path(0).path("content").asString("");
                out.write(++row + "," + cell(first, row) + "," + cell(last, row + 1) + "\n");
            }
        }
        return table;
    }

    private static String cell(String text, int row) {
        String more = row % 3 == 0 ? text.replace(". ", ".\n").replace("the", "\"the\"") : text;
        return more.matches("(?s).*[,\"\n].*") ? "\"" + more.replace("\"", "\"\"") + "\"" : more;
    }

    /// Megabytes by `fettle.bench.read.megabytes`: 2048 is what is promised.
    @Test
    void readsFilesThatAreLargerThanMemory() throws Exception {
        String megabytes = System.getProperty("fettle.bench.read.megabytes", "300");
        Process bench = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m", "-cp", System.getProperty("java.class.path"), ReadBench.class.getName(),
                folder.toString(), megabytes).inheritIO().start();
        assertEquals(0, bench.waitFor());
    }

    /// In a process of its own; arguments are a folder and megabytes.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long bytes = Long.parseLong(arguments[1]) << 20;
        var memory = new BenchTable("memory");
        Path part = folder.resolve("part.jsonl");
        ChatRows.write(part, 20_000);
        big(memory, "JSON lines", folder, part, bytes, "", "\n", "\n");
        big(memory, "a JSON list", folder, part, bytes, "[", ",\n", "]");
        big(memory, "CSV", folder, asTable(part, folder.resolve("part.csv")), bytes / 2, "", "\n", "\n");
        Files.delete(part);
        Files.delete(folder.resolve("part.csv"));
        memory.print("Reading with a heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    }

    private static void big(BenchTable memory, String what, Path folder, Path part, long bytes, String before,
            String between, String after) throws Exception {
        Path file = folder.resolve("big");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(before);
            String joined = String.join(between, Files.readAllLines(part));
            for (long written = 0; written < bytes; written += joined.length()) {
                out.write(written == 0 ? "" : between);
                out.write(joined);
            }
            out.write(after);
        }
        var rows = new long[1];
        double wall = Gauges.wall(() -> rows[0] = rows(file));
        memory.add(what + ", seconds", wall, "s",
                (Files.size(file) >> 20) + " MB, " + rows[0] + " rows, the process had "
                        + Math.round(Gauges.peakMegabytes()) + " MB at most");
        Files.delete(file);
    }
}
