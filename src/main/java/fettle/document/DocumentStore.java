package fettle.document;

import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The documents of one project.
public interface DocumentStore {

    /// All documents, by source and path.
    List<Document> documents() throws IOException;

    /// How many documents there are.
    default int size() throws IOException {
        return documents().size();
    }

    Optional<Document> document(String id) throws IOException;

    /// The documents of one source, by path, with the texts as they were before cleaning.
    List<Document> uncleaned(String sourceId) throws IOException;

    /// Replaces what the source gave before by what it gives now, as one change. A document whose bytes and text are
    /// unchanged keeps its id, and so its chunks.
    Source replace(Delivery delivery) throws IOException;

    /// The same for texts that need no cleaning.
    default Source replace(Source.Kind kind, String location, List<Document> documents, List<Skipped> skipped)
            throws IOException {
        return replace(new Delivery(kind, location,
                documents.stream().map(document -> new Delivered(document, document.text())).toList(), skipped,
                SourceFacts.NONE));
    }

    /// What a source gives now.
    ///
    /// @param location in its canonical form
    /// @param skipped what is there and was not taken, in the order it was met
    record Delivery(Source.Kind kind, String location, List<Delivered> documents, List<Skipped> skipped,
            SourceFacts facts) {}

    /// A document with its text cleaned.
    ///
    /// @param uncleaned its text as it was read
    record Delivered(Document document, String uncleaned) {}
}
