package fettle.document;

import fettle.source.Skipped;
import fettle.source.Source;
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

    /// Replaces what the source at `location` gave before by what it gives now, as one change. A document whose bytes are
    /// unchanged keeps its id, and so its chunks.
    Source replace(Source.Kind kind, String location, List<Document> documents, List<Skipped> skipped)
            throws IOException;
}
