package fettle.document;

import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.source.SourceSettings;
import java.io.IOException;
import java.util.List;

/// Brings documents in from one kind of source. A further kind of source is a further collector.
public interface Collector {

    /// Whether `location`, as the person wrote it, is of this kind.
    boolean accepts(String location);

    Source.Kind kind();

    /// The location of the source that `location` belongs to, in its canonical form. Throws an [ExpectedException] when it
    /// is written wrongly.
    String sourceOf(String location) throws ExpectedException;

    /// Reads the documents there. Throws an [ExpectedException] when the place is absent, forbidden or empty.
    Collected collect(Visit visit, Progress progress) throws IOException, InterruptedException;

    /// How many entries are new, other or gone since the last visit; reads as little as possible.
    default int changes(Visit visit, Progress progress) throws IOException, InterruptedException {
        return 0;
    }

    /// What a collector starts from.
    ///
    /// @param location of the source, in its canonical form
    /// @param wanted what the person asked for now, as written; empty to read again all that the source has
    /// @param settings what the person decided of the source
    /// @param earlier its documents so far, with the texts as they were before cleaning
    /// @param memory what the last visit left for this one; empty at the first
    /// @param captures where raw bytes are kept
    record Visit(String location, List<String> wanted, SourceSettings settings, List<Document> earlier, String memory,
            Captures captures) {}

    /// What was read.
    ///
    /// @param documents all that the source has now, before cleaning; `sourceId` and `id` are given by the store
    /// @param skipped what is there and was not taken, in the order it was met
    /// @param memory for the next visit
    /// @param cached how many of the documents needed no download
    record Collected(List<Document> documents, List<Skipped> skipped, SourceFacts facts, String memory, int cached) {}
}
