package fettle.document;

import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.source.Skipped;
import fettle.source.Source;
import java.util.HashSet;
import java.util.List;

/// Reads all documents of a place and puts them where its former ones were. Stopped before the end, the former ones stay.
///
/// @param location as the person wrote it
public record CollectDocuments(List<Collector> collectors, DocumentStore store, String location)
        implements
            Work<CollectDocuments.Result> {

    /// What came in.
    ///
    /// @param documents that the source has now
    /// @param unchanged how many of them were there before, with the same path and bytes
    /// @param skipped what is there and was not taken, in the order it was met
    public record Result(Source source, int documents, int unchanged, List<Skipped> skipped) {}

    @Override
    public Result run(Progress progress) throws Exception {
        Collector collector = collectors.stream().filter(one -> one.accepts(location)).findFirst()
                .orElseThrow(() -> new ExpectedException("unknown-source",
                        "Fettle cannot collect documents from " + location + ".", "Give a folder or a file."));
        Collector.Collected collected = collector.collect(location, progress);
        progress.stopIfCancelled();
        var before = new HashSet<String>();
        for (Document document : store.documents()) {
            before.add(key(document));
        }
        Source source = store.replace(Source.Kind.FOLDER, collected.location(), collected.documents(),
                collected.skipped());
        int unchanged = (int) store.documents().stream()
                .filter(document -> document.sourceId().equals(source.id()) && before.contains(key(document))).count();
        return new Result(source, collected.documents().size(), unchanged, collected.skipped());
    }

    private static String key(Document document) {
        return document.sourceId() + "\n" + document.path() + "\n" + document.sha256();
    }
}
