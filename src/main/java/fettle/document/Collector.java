package fettle.document;

import fettle.job.Progress;
import fettle.source.Skipped;
import java.io.IOException;
import java.util.List;

/// Brings documents in from one kind of source. A further kind of source is a further collector.
public interface Collector {

    /// Whether `location`, as the person wrote it, is of this kind.
    boolean accepts(String location);

    /// Reads all documents there. Throws an [fettle.job.ExpectedException] when the place is absent, forbidden or empty.
    Collected collect(String location, Progress progress) throws IOException, InterruptedException;

    /// What was read; `sourceId` and `id` of the documents are given by the store.
    ///
    /// @param location in its canonical form
    record Collected(String location, List<Document> documents, List<Skipped> skipped) {}
}
