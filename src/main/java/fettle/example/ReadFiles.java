package fettle.example;

import fettle.example.ExampleStore.Addition;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Reads files to their end as an import would, and puts nothing into the project.
public final class ReadFiles implements Work<Preview> {

    private final ExampleStore examples;
    private final RowReader reader;
    private final List<Path> locations;
    private final ImportSettings settings;

    /// `locations` are files, or folders of files.
    public ReadFiles(ExampleStore examples, RowReader reader, List<Path> locations, ImportSettings settings) {
        this.examples = examples;
        this.reader = reader;
        this.locations = List.copyOf(locations);
        this.settings = settings;
    }

    @Override
    public Preview run(Progress progress) throws IOException, InterruptedException {
        try (Addition rehearsal = examples.rehearse()) {
            return read(reader, locations, settings, Long.MAX_VALUE, new Onlooker(rehearsal), progress);
        }
    }

    /// Reads only the first rows of a file, soon enough to be done at each key press. Repeats are not looked for.
    public static Preview first(RowReader reader, Path file, ImportSettings settings, int rows)
            throws IOException, InterruptedException {
        return read(reader, List.of(file), settings, rows, new Onlooker(Addition.NOWHERE), Progress.UNWATCHED);
    }

    private static Preview read(RowReader reader, List<Path> locations, ImportSettings settings, long most,
            Onlooker onlooker, Progress progress) throws IOException, InterruptedException {
        var pass = new RowPass(reader, settings, onlooker);
        List<Path> files = pass.files(locations);
        pass.read(files, most, new Pace(progress, reader.bytes(files)));
        return new Preview(pass.receipt(), onlooker.files, settings);
    }

    /// Keeps the first rows and what becomes of them.
    private static final class Onlooker implements RowTaker {

        private final Addition rehearsal;
        private final List<FilePreview> files = new ArrayList<>();
        private final List<ObjectNode> bodies = new ArrayList<>();

        Onlooker(Addition rehearsal) {
            this.rehearsal = rehearsal;
        }

        @Override
        public String begin(FileHead head, ReceiptTally ofFile) {
            bodies.clear();
            return "";
        }

        @Override
        public boolean take(NewExample example) throws IOException {
            if (bodies.size() < FilePreview.MOST_ROWS) {
                bodies.add(example.body());
            }
            return rehearsal.add(example);
        }

        @Override
        public void done(RawRow raw, List<NewExample> made, List<Fault> faults) {}

        @Override
        public void end(FileHead head, ReceiptTally ofFile, boolean whole) {
            files.add(FilePreview.of(head, bodies));
        }
    }
}
