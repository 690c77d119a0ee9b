package fettle.collect;

import fettle.collect.FolderListing.Entry;
import fettle.collect.FolderMemory.Seen;
import fettle.collect.paper.PaperReader;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.SourceFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One visit to a folder: files that are as they were at the last one are not read again.
final class FolderVisit {

    private final FileReader reader;
    private final Visit visit;
    private final Progress progress;
    private final FolderMemory memory;
    private final Map<String, Document> earlier = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private long bytes;
    private int unchanged;

    FolderVisit(FileReader reader, Visit visit, Progress progress) {
        this.reader = reader;
        this.visit = visit;
        this.progress = progress;
        memory = FolderMemory.read(visit.memory());
        visit.earlier().forEach(document -> earlier.put(document.path(), document));
    }

    Collected collect(Path place) throws InterruptedException {
        long begun = System.currentTimeMillis();
        List<Entry> entries = FolderListing.of(place, visit.settings(), progress);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            progress.stopIfCancelled();
            progress.report(i, entries.size(), entry.path());
            if (entry.isPassedOver()) {
                skipped.add(new Skipped(entry.path(), entry.reason()));
            } else {
                take(entry);
            }
        }
        var left = new FolderMemory(FolderMemory.VERSION, begun, choices(), seen);
        return new Collected(List.copyOf(documents), List.copyOf(skipped), SourceFacts.ofBytes(bytes), left.write(),
                unchanged);
    }

    private void take(Entry entry) {
        Optional<Seen> before = known(entry);
        Document known = earlier.get(entry.path());
        if (before.isPresent() && !before.get().reason().isEmpty()) {
            refuse(entry, before.get().reason());
        } else if (before.isPresent() && known != null) {
            keep(entry, known, true);
        } else {
            switch (reader.read(entry.file(), entry.path(), choice(entry.path()))) {
                case FileReader.Read.Taken(Document document, _) -> keep(entry, document,
                        known != null && known.sha256().equals(document.sha256()));
                case FileReader.Read.Refused(String reason) -> refuse(entry, reason);
            }
        }
    }

    /// What is remembered of a file that is surely as it was, and would be read in the same way.
    private Optional<Seen> known(Entry entry) {
        boolean sameWay = memory.choices().equals(choices()) || choice(entry.path()).isEmpty();
        return sameWay && memory.isSame(entry)
                ? Optional.ofNullable(memory.files().get(entry.path()))
                : Optional.empty();
    }

    private void keep(Entry entry, Document document, boolean same) {
        documents.add(document);
        bytes += entry.bytes();
        unchanged += same ? 1 : 0;
        seen.put(entry.path(), new Seen(entry.bytes(), entry.modifiedMillis(), ""));
    }

    private void refuse(Entry entry, String reason) {
        skipped.add(new Skipped(entry.path(), reason));
        seen.put(entry.path(), new Seen(entry.bytes(), entry.modifiedMillis(), reason));
    }

    private String choice(String path) {
        return visit.settings().choices().getOrDefault(path, "");
    }

    private String choices() {
        return new TreeMap<>(visit.settings().choices()).toString();
    }

    /// Files that are new, other or gone. Only what has another time or size is read.
    int changes(Path place) throws IOException, InterruptedException {
        List<Entry> entries = FolderListing.of(place, visit.settings(), progress);
        var gone = new HashMap<>(earlier);
        int changes = 0;
        for (Entry entry : entries) {
            progress.stopIfCancelled();
            boolean had = !entry.isPassedOver() && gone.remove(entry.path()) != null;
            if (!entry.isPassedOver() && !memory.isSame(entry)) {
                changes += had ? isOther(entry) : isNew(entry);
            }
        }
        return changes + gone.size();
    }

    private int isOther(Entry entry) throws IOException {
        Document known = earlier.get(entry.path());
        Seen before = memory.files().get(entry.path());
        boolean sized = (before == null || before.bytes() == entry.bytes()) && entry.bytes() <= PaperReader.LARGEST;
        return sized && known != null && Files.isReadable(entry.file())
                && FileReader.sha256(Files.readAllBytes(entry.file())).equals(known.sha256()) ? 0 : 1;
    }

    private int isNew(Entry entry) {
        return reader.read(entry.file(), entry.path(), choice(entry.path())) instanceof FileReader.Read.Taken ? 1 : 0;
    }
}
