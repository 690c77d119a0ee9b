package fettle.document;

import fettle.document.clean.Cleaning;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.source.SourceStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Cleans the documents of one source anew, from the texts as they were read; nothing is fetched. Stopped before the end,
/// all stays as it was.
///
/// @param switches whether a rule is on, by its id; a rule that is not named is as it usually is. Kept with the source
public record CleanDocuments(CollectDocuments.Shelf shelf, String sourceId, Map<String, Boolean> switches)
        implements
            Work<CleanDocuments.Result> {

    /// What was cleaned.
    ///
    /// @param changed documents whose text is another now
    /// @param cleaned how many places each rule changed or pointed out, by its id
    public record Result(Source source, int documents, int changed, Map<String, Integer> cleaned) {}

    @Override
    public Result run(Progress progress) throws IOException, InterruptedException {
        Source source = shelf.sources().sources().stream().filter(one -> one.id().equals(sourceId)).findFirst()
                .orElseThrow(() -> new ExpectedException("not-found", "The project has no source " + sourceId + ".",
                        "It was removed meanwhile; add it again."));
        List<Document> documents = shelf.documents().uncleaned(sourceId);
        var cleaner = new DocumentCleaner(switches);
        for (Document document : documents) {
            progress.stopIfCancelled();
            progress.report(cleaner.delivered().size(), documents.size(), document.path());
            cleaner.add(document);
        }
        int changed = changed(cleaner);
        shelf.documents().clean(sourceId, cleaner.delivered());
        SourceSettings decided = shelf.sources().settings(sourceId);
        shelf.sources().decide(sourceId, decided.withCleaning(switches));
        shelf.sources().remember(sourceId, SourceStore.Topic.CLEANING, Cleaning.write(cleaner.counts()));
        return new Result(source, documents.size(), changed, cleaner.counts());
    }

    private int changed(DocumentCleaner cleaner) throws IOException {
        int changed = 0;
        for (DocumentStore.Delivered one : cleaner.delivered()) {
            boolean same = shelf.documents().document(one.document().id())
                    .filter(before -> before.text().equals(one.document().text())).isPresent();
            changed += same ? 0 : 1;
        }
        return changed;
    }
}
