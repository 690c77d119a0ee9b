package fettle.collect.rows;

import fettle.disk.AtomicFile;
import fettle.example.BodyJson;
import fettle.example.RepairKinds;
import fettle.example.RowReader;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import tools.jackson.core.JacksonException;

/// Files of rows on this disk.
public final class RowFiles implements RowReader {

    private static final int SAMPLE = 1 << 16;
    private static final int LINES = 20;

    /// A row may hold pictures; beyond this it is taken for a mistake.
    private static final int LONGEST_ROW = 64 << 20;
    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json", ".csv", ".tsv");

    private final int longestRow;

    public RowFiles() {
        this(LONGEST_ROW);
    }

    /// `longestRow` in bytes.
    RowFiles(int longestRow) {
        this.longestRow = longestRow;
    }

    @Override
    public List<Path> filesAt(Path location) throws IOException {
        if (Files.isRegularFile(location)) {
            return List.of(location);
        }
        if (!Files.isDirectory(location)) {
            throw new ExpectedException("missing-file", "There is no file " + location + ".", "Check the path.");
        }
        try (Stream<Path> all = Files.walk(location)) {
            List<Path> files = all.filter(Files::isRegularFile).filter(RowFiles::mayHoldRows).sorted().toList();
            if (files.isEmpty()) {
                throw new ExpectedException("empty-folder", "No file in " + location + " holds rows.",
                        "Files end in " + String.join(", ", ENDINGS) + ".");
            }
            return files;
        }
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (NoSuchFileException absent) {
            throw new ExpectedException("missing-file", "There is no file " + file + ".", "Check the path.", absent);
        }
    }

    @Override
    public String checksum(Path file) throws IOException {
        var sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }

    @Override
    public void save(Path target, Content content) throws IOException, InterruptedException {
        try {
            AtomicFile.write(target, out -> {
                try {
                    content.writeTo(out);
                } catch (InterruptedException _) {
                    throw new InterruptedIOException("stopped"); // so that the old file stays
                }
            });
        } catch (InterruptedIOException _) {
            throw new InterruptedException("stopped");
        }
    }

    private static boolean mayHoldRows(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public RowFile open(Path file, Reading reading) throws IOException {
        RepairKinds repairs = reading.repairs();
        if (!Files.isReadable(file)) {
            throw new ExpectedException("unreadable-file", file.getFileName() + " may not be read.",
                    "Check its permissions.");
        }
        TextBytes text = TextBytes.of(file);
        String sample = sample(text);
        if (sample.isBlank()) {
            throw new ExpectedException("empty-file", file.getFileName() + " is empty.", "Choose a file with rows.");
        }
        long size = Files.size(file);
        boolean lines = holdsLines(sample);
        if (lines || holdsJson(sample)) {
            var in = new CountedBytes(text.utf8(), size);
            return lines ? new JsonLines(in, text, repairs, longestRow) : new JsonValues(in, text, repairs, longestRow);
        }
        if (sample.indexOf('\0') >= 0) {
            throw binary(file, sample);
        }
        boolean tabs = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".tsv");
        return new TableRows(new TableText(text, size), TableDialect.sniff(sample, tabs));
    }

    @Override
    public Path paste(String text) throws IOException {
        Path folder = Files.createTempDirectory("fettle-paste");
        Path file = folder.resolve("Pasted text");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit(); // the last that is named goes first
        return file;
    }

    private static ExpectedException binary(Path file, String sample) {
        String what = sample.startsWith("PK") ? " is an archive or a workbook, not text." : " is not text.";
        return new ExpectedException("binary", file.getFileName() + what, "Save it as CSV or JSON lines first.");
    }

    /// The beginning, decoded leniently.
    private static String sample(TextBytes text) throws IOException {
        try (InputStream in = text.utf8()) {
            return new String(in.readNBytes(SAMPLE), StandardCharsets.UTF_8);
        }
    }

    /// Whether lines are objects: one of the first is a whole one, or at least half of them begin like one.
    private static boolean holdsLines(String sample) {
        List<String> lines = sample.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        long begun = lines.stream().filter(RowFiles::beginsObject).count();
        boolean list = sample.stripLeading().startsWith("[");
        return !list && (lines.stream().anyMatch(RowFiles::isObject) || (begun * 2 >= lines.size() && begun > 0
                && !lines.getFirst().strip().equals("{")));
    }

    private static boolean isObject(String line) {
        if (!beginsObject(line)) {
            return false;
        }
        try {
            return !BodyJson.read(line).isEmpty();
        } catch (JacksonException _) {
            return false;
        }
    }

    private static boolean beginsObject(String line) {
        return line.stripLeading().matches("(?s)\\{\\s*[\"}].*");
    }

    private static boolean holdsJson(String sample) {
        return sample.stripLeading().matches("(?s)(\\{|\\[)\\s*([\"\\[{}\\]].*)?");
    }
}
