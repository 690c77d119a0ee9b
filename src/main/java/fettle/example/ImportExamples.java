package fettle.example;

import fettle.example.ExampleStore.Addition;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.source.Source;
import fettle.source.SourceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Brings examples in from files, row by row, as one step of the history, and writes a receipt. One broken row or file
/// never stops the rest. When the person stops it, or the disk is full, what came in stays as that step, [#receipt] tells
/// of it, and [#drop] takes it out.
public final class ImportExamples implements Work<Receipt> {

    private final ExampleStore examples;
    private final SourceStore sources;
    private final RowReader reader;
    private final List<Path> locations;
    private final ImportSettings settings;
    private volatile Optional<Receipt> receipt = Optional.empty();
    private volatile long step;

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
        var incoming = new Incoming();
        var pass = new RowPass(reader, settings, incoming);
        List<Path> files = pass.files(locations);
        String what = files.size() == 1 ? RowPass.name(files.getFirst()) : files.size() + " files";
        try (Addition addition = examples.add("Imported " + what)) {
            incoming.addition = addition;
            pass.read(files, Long.MAX_VALUE, new Pace(progress, reader.bytes(files)));
        } finally {
            step = incoming.addition.step();
            receipt = Optional.of(pass.receipt());
        }
        return pass.receipt();
    }

    /// What came, also after a stop or a failure; empty until then.
    public Optional<Receipt> receipt() {
        return receipt;
    }

    /// Number of the step in the history; 0 when nothing came in.
    public long step() {
        return step;
    }

    /// Takes out again what came in, after a stop. Throws an [ExpectedException] of kind "later-steps" when something else
    /// was done since.
    public void drop() throws IOException {
        Optional<Step> last = examples.history().reversed().stream().filter(Step::done).findFirst();
        if (step == 0 || last.isEmpty()) {
            return;
        }
        if (last.get().number() != step) {
            throw new ExpectedException("later-steps", "Other changes came after this import.",
                    "Go back to before it in the history.");
        }
        examples.undo();
    }

    /// Puts the rows into the project, and the files among its sources.
    private final class Incoming implements RowTaker {

        private Addition addition = Addition.NOWHERE;

        @Override
        public String begin(FileHead head) throws IOException {
            return head.problem().isPresent() ? "" : enter(head, 0, List.of()).id();
        }

        @Override
        public boolean take(NewExample example) throws IOException {
            return addition.add(example);
        }

        @Override
        public void done(RawRow raw, List<NewExample> made, List<Fault> faults) {}

        @Override
        public void end(FileHead head, ReceiptTally ofFile) throws IOException {
            addition.flush();
            if (head.problem().isEmpty()) {
                enter(head, ofFile.examples(), ofFile.skipped());
            }
        }

        private Source enter(FileHead head, int taken, List<fettle.source.Skipped> skipped) throws IOException {
            return sources.enter(Source.Kind.EXAMPLES, head.file().toString(), taken, skipped);
        }
    }
}
