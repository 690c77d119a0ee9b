package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RowFile;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads files of rows once, from their beginning to their end, and hands what they give to a [RowTaker]. An import, its
/// preview and the export of refused rows are this pass with another taker. One broken row or file never stops the rest.
/// Holds a few rows in memory, and what the receipt says.
final class RowPass {

    private final RowReader reader;
    private final Function<Path, ImportSettings> settings;
    private final RowTaker taker;
    private final ReceiptTally tally = ReceiptTally.ofAll();

    RowPass(RowReader reader, ImportSettings settings, RowTaker taker) {
        this(reader, _ -> settings, taker);
    }

    /// The same with settings for each file.
    RowPass(RowReader reader, Function<Path, ImportSettings> settings, RowTaker taker) {
        this.reader = reader;
        this.settings = settings;
        this.taker = taker;
    }

    /// What was read so far, and what became of it.
    Receipt receipt() {
        return tally.receipt();
    }

    /// The files at these places. What is not there stands in the receipt.
    List<Path> files(List<Path> locations) throws IOException {
        var files = new ArrayList<Path>();
        for (Path location : locations) {
            try {
                files.addAll(reader.filesAt(location.toAbsolutePath().normalize()));
            } catch (ExpectedException unreadable) {
                tally.of(name(location)).fault(fault(unreadable));
            }
        }
        return files;
    }

    /// Reads the files, at most `most` rows of each. Throws what the taker throws.
    void read(List<Path> files, long most, Pace pace) throws IOException, InterruptedException {
        for (Path file : files) {
            ReceiptTally ofFile = tally.of(name(file));
            try {
                read(file, most, ofFile, pace);
            } catch (FilePass.TakerFailed failed) {
                stopIfStopped(failed.why());
                throw failed.why();
            } catch (ExpectedException unreadable) {
                ofFile.fault(fault(unreadable));
            } catch (IOException broken) {
                stopIfStopped(broken);
                ofFile.fault(Fault.of(0, 0, "unreadable-file", "Reading " + name(file) + " failed after "
                        + ofFile.read() + " rows: " + broken.getMessage() + "."));
            }
        }
    }

    private void read(Path file, long most, ReceiptTally ofFile, Pace pace) throws IOException, InterruptedException {
        RowReader.Stamp stamp = reader.stamp(file);
        ImportSettings how = settings.apply(file);
        pace.begin(name(file), stamp.bytes());
        try (RowFile rows = reader.open(file, how.reading())) {
            rows.faults().forEach(ofFile::fault);
            FileHead head = FileHead.of(file, stamp, rows, how);
            new FilePass(head, how.reading().repairs(), taker, ofFile, pace).run(most);
        }
        if (!reader.stamp(file).equals(stamp)) {
            ofFile.fault(Fault.of(0, 0, "changed-while-read", name(file)
                    + " was changed while it was read: its last rows may be missing or torn. Read it again."));
        }
    }

    private static void stopIfStopped(IOException failed) throws InterruptedException {
        if (failed instanceof InterruptedIOException || failed instanceof ClosedByInterruptException) {
            throw new InterruptedException("stopped");
        }
    }

    static Fault fault(ExpectedException failure) {
        return Fault.of(0, 0, failure.kind(), (failure.getMessage() + " " + failure.next()).strip());
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
