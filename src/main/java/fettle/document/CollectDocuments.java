package fettle.document;

import fettle.document.DocumentStore.Delivery;
import fettle.document.clean.Cleaning;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.source.SourceStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all documents of a source, cleans them and puts them where its former ones were. Stopped before the end, the
/// former ones stay.
///
/// @param locations as the person wrote them; all belong to one source, as [#bySource] has them
/// @param settings what the person decides of it now; empty for what was decided before
public record CollectDocuments(List<Collector> collectors, Shelf shelf, List<String> locations,
        Optional<SourceSettings> settings) implements Work<CollectDocuments.Result> {

    public CollectDocuments(List<Collector> collectors, Shelf shelf, String location) {
        this(collectors, shelf, List.of(location), Optional.empty());
    }

    /// Where documents lie in a project.
    public record Shelf(SourceStore sources, DocumentStore documents, Captures captures) {}

    /// What came in.
    ///
    /// @param documents that the source has now; for pages that were named one by one, as many as were asked for and came
    /// @param unchanged how many of them needed no download, or have the bytes they had
    /// @param cleaned how many places each cleaning rule changed or pointed out, by its id
    /// @param skipped what is there and was not taken, in the order it was met
    public record Result(Source source, int documents, int unchanged, Map<String, Integer> cleaned,
            List<Skipped> skipped) {}

    /// The locations by the source they belong to, in the order they were written. Throws an [ExpectedException] for the
    /// first that no collector knows.
    public static Map<String, List<String>> bySource(List<Collector> collectors, List<String> locations)
            throws ExpectedException {
        var groups = new LinkedHashMap<String, List<String>>();
        for (String location : locations) {
            groups.computeIfAbsent(collector(collectors, location).sourceOf(location), _ -> new ArrayList<>())
                    .add(location);
        }
        return groups;
    }

    @Override
    public Result run(Progress progress) throws IOException, InterruptedException {
        Collector collector = collector(collectors, locations.getFirst());
        String location = collector.sourceOf(locations.getFirst());
        Optional<Source> known = shelf.sources.sources().stream()
                .filter(source -> source.kind() == collector.kind() && source.location().equals(location)).findFirst();
        SourceSettings decided = settings.isPresent()
                ? settings.get()
                : known.isPresent() ? shelf.sources.settings(known.get().id()) : SourceSettings.USUAL;
        List<Document> earlier = known.isPresent() ? shelf.documents.uncleaned(known.get().id()) : List.of();
        String memory = known.isPresent()
                ? shelf.sources.recall(known.get().id(), SourceStore.Topic.VISIT).orElse("")
                : "";
        Collector.Collected collected = collector.collect(new Collector.Visit(location, locations, decided, earlier,
                memory, shelf.captures), progress);
        progress.stopIfCancelled();
        var cleaner = new DocumentCleaner(decided.cleaning());
        for (Document document : collected.documents()) {
            cleaner.add(document);
            progress.stopIfCancelled();
        }
        Source source = shelf.documents.replace(new Delivery(collector.kind(), location, cleaner.delivered(),
                collected.skipped(), collected.facts()));
        shelf.sources.decide(source.id(), decided);
        shelf.sources.remember(source.id(), SourceStore.Topic.VISIT, collected.memory());
        shelf.sources.remember(source.id(), SourceStore.Topic.CLEANING, Cleaning.write(cleaner.counts()));
        return new Result(source, collected.documents().size(), collected.cached(), cleaner.counts(),
                collected.skipped());
    }

    private static Collector collector(List<Collector> collectors, String location) throws ExpectedException {
        return collectors.stream().filter(one -> one.accepts(location)).findFirst()
                .orElseThrow(() -> new ExpectedException("unknown-source",
                        "Fettle cannot collect documents from " + location + ".",
                        "Give github:owner/repo, git:ADDRESS, the https:// address of an article, a folder or a file."));
    }
}
