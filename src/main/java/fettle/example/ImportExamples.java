package fettle.example;

import fettle.example.ExampleStore.Addition;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.Stamp;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.source.Source;
import fettle.source.SourceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings examples in from files, row by row, as one step of the history, and writes a receipt, which the sources of the
/// rows remember with the settings. One broken row or file never stops the rest. When the person stops it, or the disk is
/// full, what came in stays as that step, [#receipt] tells of it, and [#drop] takes it out.
public final class ImportExamples implements Work<Receipt> {

    private final ExampleStore examples;
    private final SourceStore sources;
    private final RowReader reader;
    private final List<Path> locations;
    private final ImportSettings settings;
    private final Map<Path, Stamp> previewed = new HashMap<>();
    private final Map<Path, ImportSettings> own = new HashMap<>();
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

    /// Says in the receipt which files have changed since they were previewed. They are read as they are now.
    public ImportExamples after(Preview preview) {
        preview.files().forEach(file -> previewed.put(file.file(), new Stamp(file.bytes(), file.modifiedMillis())));
        return this;
    }

    /// Reads a file in its own way; all others as the settings say.
    public ImportExamples reading(Path file, ImportSettings how) {
        own.put(file.toAbsolutePath().normalize(), how);
        return this;
    }

    private ImportSettings settings(Path file) {
        return own.getOrDefault(file, settings);
    }

    @Override
    public Receipt run(Progress progress) throws IOException, InterruptedException {
        var incoming = new Incoming();
        var pass = new RowPass(reader, this::settings, incoming);
        List<Path> files = pass.files(locations);
        String sentence = "Imported "
                + (files.size() == 1 ? RowPass.name(files.getFirst()) : files.size() + " files");
        try (Addition addition = examples.add(sentence)) {
            incoming.addition = addition;
            pass.read(files, Long.MAX_VALUE, new Pace(progress, reader.bytes(files)));
        } catch (ExpectedException failed) {
            throw incoming.isEmpty() ? failed : leftBehind(failed, sentence, incoming.addition.step());
        } finally {
            step = incoming.addition.step();
            receipt = Optional.of(pass.receipt());
        }
        return pass.receipt();
    }

    /// A failure that leaves rows behind says so.
    private ExpectedException leftBehind(ExpectedException failed, String sentence, long made) throws IOException {
        int safe = examples.rowsOf(made).length;
        return new ExpectedException(failed.kind(), failed.getMessage() + " " + safe + " examples had come in by then; "
                + "they stay as the step “" + sentence + "”, which can be undone.", failed.next(), failed);
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

        boolean isEmpty() {
            return addition.step() == 0;
        }

        @Override
        public String begin(FileHead head, ReceiptTally ofFile) throws IOException {
            Stamp before = previewed.getOrDefault(head.file(), head.stamp());
            if (!before.equals(head.stamp())) {
                ofFile.fault(Fault.of(0, 0, "changed-since-preview", head.name() + " was changed after it was"
                        + " previewed; it was read as it is now, with " + head.stamp().bytes() + " bytes instead of "
                        + before.bytes() + "."));
            }
            return head.problem().isPresent() ? "" : enter(head, 0, List.of()).id();
        }

        @Override
        public boolean take(NewExample example) throws IOException {
            return addition.add(example);
        }

        @Override
        public void done(RawRow raw, List<NewExample> made, List<Fault> faults) {}

        @Override
        public void end(FileHead head, ReceiptTally ofFile, boolean whole) throws IOException {
            addition.flush();
            if (head.problem().isEmpty()) {
                Source source = enter(head, ofFile.examples(), ofFile.skipped());
                String checksum = whole ? reader.checksum(head.file()) : "";
                new KeptImport(settings(head.file()), head.stamp(), checksum).remember(sources, source.id(),
                        ofFile.receipt());
            }
        }

        private Source enter(FileHead head, int taken, List<fettle.source.Skipped> skipped) throws IOException {
            return sources.enter(Source.Kind.EXAMPLES, head.file().toString(), taken, skipped);
        }
    }
}
