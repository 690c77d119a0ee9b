package fettle.collect.rows;

import fettle.collect.workbook.Workbooks;
import fettle.disk.AtomicFile;
import fettle.example.BodyJson;
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
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import tools.jackson.core.JacksonException;

/// Files of rows on this disk.
public final class RowFiles implements RowReader {

    private static final int SAMPLE = 1 << 18;
    private static final int LINES = 20;

    /// A row may hold pictures; beyond this it is taken for a mistake.
    private static final int LONGEST_ROW = 64 << 20;
    private static final int LONGEST_RECORD = 16 << 20;
    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".xlsx");

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

    /// Excel lays a file `~$…` beside each workbook that is open.
    private static boolean mayHoldRows(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && !name.startsWith("~$");
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

    @Override
    public RowFile open(Path file, Reading reading) throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw new ExpectedException("unreadable-file", file.getFileName() + " may not be read.",
                    "Check its permissions.");
        }
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(SAMPLE);
        }
        ForeignFormat.refuse(file, beginning);
        if (Workbooks.isArchive(beginning)) {
            return Workbooks.open(file, reading);
        }
        return openText(file, reading);
    }

    private RowFile openText(Path file, Reading reading) throws IOException {
        TextBytes text = TextBytes.of(file);
        byte[] bytes = sample(text);
        String sample = new String(bytes, StandardCharsets.UTF_8);
        if (sample.isBlank()) {
            throw new ExpectedException("empty-file", file.getFileName() + " is empty.", "Choose a file with rows.");
        }
        byte lineEnd = sample.indexOf('\r') >= 0 && sample.indexOf('\n') < 0 ? (byte) '\r' : (byte) '\n';
        boolean object = sample.stripLeading().startsWith("{");
        Optional<JsonOutline.RowList> inside = object ? JsonOutline.find(bytes) : Optional.empty();
        boolean lines = inside.isEmpty() && holdsLines(sample);
        if (!lines && inside.isEmpty() && !holdsJson(sample)) {
            return table(file, text, reading, lineEnd);
        }
        var window = new ByteWindow(text.utf8(), text.about(Files.size(file)), lineEnd);
        return lines
                ? new JsonLines(window, text, reading.repairs(), longestRow)
                : new JsonValues(window, text, reading.repairs(), longestRow, inside);
    }

    private RowFile table(Path file, TextBytes text, Reading reading, byte lineEnd) throws IOException {
        TableCharset charset = TableCharset.of(text, reading.charset());
        byte[] sample = sample(charset.text());
        if (ByteScan.count(sample, (byte) 0, 0, sample.length) * 1000L > sample.length) {
            throw ForeignFormat.binary(file);
        }
        boolean tabs = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".tsv");
        TableDialect dialect = reading.dialect().map(TableDialect::of)
                .orElseGet(() -> TableDialect.sniff(sample, tabs));
        var window = new ByteWindow(charset.text().utf8(), charset.text().about(Files.size(file)), lineEnd);
        return new TableRows(window, charset, dialect, Math.min(longestRow, LONGEST_RECORD));
    }

    /// The beginning in UTF-8.
    private static byte[] sample(TextBytes text) throws IOException {
        try (InputStream in = text.utf8()) {
            return in.readNBytes(SAMPLE);
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
        return startsWith(line, "{", "\"'}");
    }

    private static boolean holdsJson(String sample) {
        return startsWith(sample, "{[", "\"'[{}]");
    }

    /// Whether the first two characters that are no blanks are among these; the second may be missing.
    private static boolean startsWith(String text, String first, String second) {
        int at = behindBlanks(text, 0);
        if (at == text.length() || first.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        int next = behindBlanks(text, at + 1);
        return next == text.length() ? first.length() > 1 : second.indexOf(text.charAt(next)) >= 0;
    }

    private static int behindBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ' && text.charAt(at) > 0) {
            at++;
        }
        return at;
    }
}
