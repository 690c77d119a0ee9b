package fettle.example;

import fettle.example.Example.Origin;
import fettle.example.ExampleStore.Addition;
import fettle.example.Receipt.Problem;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.source.Source;
import fettle.source.SourceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Brings examples in from files, row by row, as one step of the history, and writes a receipt. One broken row or file
/// never stops the rest; when the person stops, what came in stays.
public final class ImportExamples implements Work<Receipt> {

    /// Rows that are looked at before the shape is settled.
    private static final int SAMPLE = 50;
    private static final int BATCH = 1000;

    private final ExampleStore examples;
    private final SourceStore sources;
    private final RowReader reader;
    private final List<Path> locations;
    private final ImportSettings settings;

    /// `locations` are files, or folders of files.
    public ImportExamples(ExampleStore examples, SourceStore sources, RowReader reader, List<Path> locations,
            ImportSettings settings) {
        this.examples = examples;
        this.sources = sources;
        this.reader = reader;
        this.locations = List.copyOf(locations);
        this.settings = settings;
    }

    @Override
    public Receipt run(Progress progress) throws IOException, InterruptedException {
        var tally = new ReceiptTally();
        List<Path> files = files(tally);
        String what = files.size() == 1 ? files.getFirst().getFileName().toString() : files.size() + " files";
        try (Addition addition = examples.add("Imported " + what)) {
            for (int i = 0; i < files.size(); i++) {
                try {
                    importFile(files.get(i), addition, tally, share(progress, i, files.size()));
                } catch (ExpectedException unreadable) {
                    tally.problem(fileProblem(files.get(i), unreadable));
                }
            }
        }
        return tally.receipt();
    }

    private List<Path> files(ReceiptTally tally) throws IOException {
        var files = new ArrayList<Path>();
        for (Path location : locations) {
            try {
                files.addAll(reader.filesAt(location.toAbsolutePath().normalize()));
            } catch (ExpectedException unreadable) {
                tally.problem(fileProblem(location, unreadable));
            }
        }
        return files;
    }

    private static Problem fileProblem(Path file, ExpectedException failure) {
        return new Problem(name(file), 0, 0, 0, failure.kind(), failure.getMessage(), failure.next(), false);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static Progress share(Progress whole, int index, int count) {
        return (done, total, note) -> whole.report(index * 1000L + done, count * 1000L, note);
    }

    private void importFile(Path file, Addition addition, ReceiptTally tally, Progress progress)
            throws IOException, InterruptedException {
        try (RowFile rows = reader.open(file, settings.reading())) {
            List<RawRow> sample = sample(rows);
            List<String> known = known(rows, sample);
            Recognition recognition = recognise(sample, known, rows.columns());
            Source source = sources.enter(Source.Kind.EXAMPLES, file.toString(), 0, List.of());
            var origin = new Origin(name(file), source.id(), 0, "", "", "", "");
            tally.begin(name(file), rows, recognition, known);
            var shaper = new RowShaper(recognition, settings.reading().repairs());
            try {
                for (RawRow row : sample) {
                    take(row, shaper, addition, origin, tally);
                }
                for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    take(row.get(), shaper, addition, origin, tally);
                    if (tally.readOfFile() % BATCH == 0) {
                        progress.report((long) (rows.share() * 1000), 1000, name(file));
                        progress.stopIfCancelled();
                    }
                }
                for (RowShaper.Late late : shaper.end()) {
                    take(late.raw(), late.shaped(), addition, origin, tally);
                }
            } finally {
                addition.flush();
                sources.enter(Source.Kind.EXAMPLES, file.toString(), tally.keptOfFile(), tally.skippedOfFile());
            }
        }
    }

    private static List<RawRow> sample(RowFile rows) throws IOException {
        var sample = new ArrayList<RawRow>();
        while (sample.size() < SAMPLE) {
            Optional<RawRow> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            sample.add(row.get());
        }
        return sample;
    }

    private Recognition recognise(List<RawRow> sample, List<String> known, List<String> columns)
            throws ExpectedException {
        List<ObjectNode> values = sample.stream().flatMap(row -> row.value().stream()).toList();
        if (!settings.map().isEmpty()) {
            return Recognition.mapped(settings.map(), known);
        }
        Optional<Recognition> found = Recognition.of(values, settings.shape().filter(shape -> shape != Shape.MAPPED),
                columns);
        if (found.isPresent()) {
            return found.get();
        }
        if (values.isEmpty() && !sample.isEmpty()) {
            return new Recognition(Shape.CHAT, Map.of(), "None of the rows could be read.");
        }
        throw new ExpectedException("shape", sample.isEmpty()
                ? "The file has no rows."
                : "No question and answer were recognised; the rows have " + String.join(", ", known) + ".",
                "Say which column is which, for example with --map user=COLUMN,assistant=COLUMN.");
    }

    private static List<String> known(RowFile rows, List<RawRow> sample) {
        return !rows.columns().isEmpty()
                ? rows.columns()
                : sample.stream().flatMap(row -> row.value().stream()).flatMap(value -> value.propertyNames().stream())
                        .distinct().limit(40).toList();
    }

    private void take(RawRow raw, RowShaper shaper, Addition addition, Origin file, ReceiptTally tally)
            throws IOException {
        if (raw.value().isEmpty()) {
            tally.refused(raw, raw.faults());
            return;
        }
        RowShaper.Shaped shaped = shaper.shape(raw.value().get(), raw);
        if (!shaped.held()) {
            take(raw, shaped, addition, file, tally);
        }
    }

    private void take(RawRow raw, RowShaper.Shaped shaped, Addition addition, Origin file, ReceiptTally tally)
            throws IOException {
        var faults = new ArrayList<Fault>(raw.faults());
        faults.addAll(shaped.faults());
        boolean duplicate = !shaped.made().isEmpty();
        for (RowShaper.Made made : shaped.made()) {
            duplicate &= add(made, raw, faults, addition, file);
        }
        if (shaped.made().isEmpty()) {
            tally.refused(raw, faults);
        } else {
            tally.kept(raw, faults, duplicate);
        }
    }

    /// Whether an earlier row has the same body. Adds to `faults` what is wrong with this one.
    private boolean add(RowShaper.Made made, RawRow raw, List<Fault> faults, Addition addition, Origin file)
            throws IOException {
        List<Fault> found = new BodyReview(raw.line(), settings.reading().repairs()).review(made.body(), made.json());
        faults.addAll(found);
        var origin = new Origin(file.source(), file.sourceId(), raw.line(), "", "", "", "");
        boolean same = made.json().isPresent() && faults.stream().noneMatch(Fault::repaired);
        return addition.add(same
                ? new NewExample(made.body(), made.json().get(), made.tags(), origin)
                : new NewExample(made.body(), made.tags(), origin));
    }
}
