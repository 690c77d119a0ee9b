package fettle.example;

import fettle.chunk.Chunk;
import fettle.chunk.ChunkStore;
import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.source.Source;
import fettle.source.SourceStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A chunk with where it comes from: what a template asks about.
public record Passage(Chunk chunk, Document document, Source source) {

    /// The passages of a project, in the order of its chunks.
    public static List<Passage> all(SourceStore sources, DocumentStore documents, ChunkStore chunks)
            throws IOException {
        Map<String, Source> sourceOf = sources.sources().stream().collect(byId(Source::id));
        Map<String, Document> documentOf = documents.documents().stream().collect(byId(Document::id));
        var passages = new ArrayList<Passage>();
        for (Chunk chunk : chunks.chunks()) {
            Document document = documentOf.get(chunk.documentId());
            Source source = document == null ? null : sourceOf.get(document.sourceId());
            if (document != null && source != null) {
                passages.add(new Passage(chunk, document, source));
            }
        }
        return passages;
    }

    private static <T> java.util.stream.Collector<T, ?, Map<String, T>> byId(Function<T, String> id) {
        return Collectors.toMap(id, Function.identity(), (first, _) -> first);
    }
}
