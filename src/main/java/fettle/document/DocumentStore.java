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

    /// All documents without their texts, by source and path: what lists show.
    default List<Entry> entries() throws IOException {
        return documents().stream().map(Entry::of).toList();
    }

    /// How many documents there are.
    default int size() throws IOException {
        return documents().size();
    }

    Optional<Document> document(String id) throws IOException;

    /// The documents of one source, by path, with the texts as they were before cleaning.
    List<Document> uncleaned(String sourceId) throws IOException;

    /// The text of one document as it was before cleaning.
    default Optional<String> asRead(String documentId) throws IOException {
        Optional<Document> document = document(documentId);
        return document.isEmpty()
                ? Optional.empty()
                : uncleaned(document.get().sourceId()).stream().filter(one -> one.id().equals(documentId))
                        .map(Document::text).findFirst();
    }

    /// Replaces what the source gave before by what it gives now, as one change. A document whose bytes and text are
    /// unchanged keeps its id, and so its chunks.
    Source replace(Delivery delivery) throws IOException;

    /// Gives documents of one source other cleaned texts; nothing is fetched, so the source stays as old as it is. One whose
    /// text becomes another loses its chunks.
    void clean(String sourceId, List<Delivered> documents) throws IOException;

    /// The same for texts that need no cleaning.
    default Source replace(Source.Kind kind, String location, List<Document> documents, List<Skipped> skipped)
            throws IOException {
        return replace(new Delivery(kind, location,
                documents.stream().map(document -> new Delivered(document, document.text())).toList(), skipped,
                SourceFacts.NONE));
    }

    /// A document without its text.
    ///
    /// @param characters length of its text, in code points
    record Entry(String id, String sourceId, String path, String title, Document.Kind kind, String language,
            int characters, Capture capture) {

        static Entry of(Document document) {
            return new Entry(document.id(), document.sourceId(), document.path(), document.title(), document.kind(),
                    document.language(), document.text().codePointCount(0, document.text().length()),
                    document.capture());
        }
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
