package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.chunk.Chunk;
import fettle.chunk.CutSettings;
import fettle.document.Capture;
import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.example.Journal;
import fettle.job.ExpectedException;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sources, documents, chunks and answers in a project.
final class MaterialTest {

    private static final CutSettings CUT = new CutSettings(100, CutSettings.By.TOKENS, "o200k_base");

    @TempDir
    private Path temporary;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = new Projects(String::length).create(temporary.resolve("p"));
    }

    @AfterEach
    void close() throws IOException {
        project.close();
    }

    @Test
    void whatIsUnchangedKeepsItsIdAndItsChunksAlsoWhenItMoves() throws IOException {
        bring(document("a.md", "one"), document("b.md", "two"), document("c.md", "three"));
        cut(chunk("d1", "one"), chunk("d2", "two"), chunk("d3", "three"));
        bring(document("b.md", "two, changed"), document("sub/a.md", "one"), document("d.md", "four"));
        assertEquals(List.of("d4 b.md two, changed", "d5 d.md four", "d1 sub/a.md one"), documents());
        assertEquals(List.of("c1 d1 one"), chunks());
    }

    @Test
    void listsWithoutTextsAndKnowsATextAsItWasRead() throws IOException {
        Document clean = document("a.md", "caf\u00e9 \ud83d\ude00");
        project.documents().replace(new DocumentStore.Delivery(Source.Kind.FOLDER, "/data", List.of(
                new DocumentStore.Delivered(clean, "caf\u00c3\u00a9")), List.of(), SourceFacts.NONE));
        assertEquals(List.of(new DocumentStore.Entry("d1", "s1", "a.md", clean.title(), clean.kind(), clean.language(),
                6, Capture.NONE)), project.documents().entries());
        assertEquals(Optional.of("caf\u00c3\u00a9"), project.documents().asRead("d1"));
        assertEquals(Optional.empty(), project.documents().asRead("d2"));
    }

    @Test
    void twoDocumentsOfTheSameBytesStayTwo() throws IOException {
        bring(document("a.md", "same"), document("b.md", "same"));
        bring(document("b.md", "same"), document("a.md", "same"));
        assertEquals(List.of("d1 a.md same", "d2 b.md same"), documents());
        bring(document("b.md", "same"));
        assertEquals(List.of("d2 b.md same"), documents());
    }

    @Test
    void aChunkOfTheSameSliceKeepsItsId() throws IOException {
        bring(document("a.md", "one two"));
        cut(chunk("d1", "one"), chunk("d1", "two"));
        cut(chunk("d1", "zero"), chunk("d1", "two"));
        assertEquals(List.of("c3 d1 zero", "c2 d1 two"), chunks());
        assertEquals(Optional.of(CUT), project.chunks().cutSettings());
        Chunk kept = project.chunks().chunks().getLast();
        assertEquals(new Chunk("c2", "d1", 1, 0, 3, List.of("Top", "“Sub”"), "two", 3), kept);
    }

    @Test
    void aSourceKeepsItsIdAndSaysWhatItDidNotGive() throws IOException {
        var skipped = List.of(new Skipped("big.bin", "larger than 1 MB"), new Skipped("x", "a link"));
        Source first = project.sources().enter(Source.Kind.EXAMPLES, "/data/faq.jsonl", 12, skipped);
        Source again = project.sources().enter(Source.Kind.EXAMPLES, "/data/faq.jsonl", 13, skipped.subList(1, 2));
        assertEquals("s1", first.id());
        assertEquals("faq.jsonl", first.name());
        assertEquals(2, first.skippedCount());
        assertEquals(List.of(new Source("s1", Source.Kind.EXAMPLES, "faq.jsonl", "/data/faq.jsonl",
                first.addedMillis(), again.readMillis(), 13, 1)), project.sources().sources());
        assertEquals(skipped.subList(1, 2), project.sources().skipped("s1"));
        assertEquals(List.of(), project.sources().skipped("nonsense"));
    }

    @Test
    void anAnswerIsThereAfterReopening() throws IOException {
        var entry = new Journal.Entry("Ja.\n", 12, 3, "stop", "", 1_000);
        project.journal().put("key", new Journal.Entry("", 1, 1, "length", "It was cut off.", 5));
        project.journal().put("key", entry);
        close();
        project = new Projects(String::length).open(temporary.resolve("p"));
        assertEquals(Optional.of(entry), project.journal().find("key"));
        assertEquals(Optional.empty(), project.journal().find("other"));
    }

    @Test
    void aReaderChangesNothing() throws IOException {
        try (Project reader = new Projects(String::length).open(temporary.resolve("p"))) {
            var refused = assertThrows(ExpectedException.class,
                    () -> reader.documents().replace(Source.Kind.FOLDER, "/x", List.of(), List.of()));
            assertEquals("read-only", refused.kind());
        }
    }

    private void bring(Document... documents) throws IOException {
        project.documents().replace(Source.Kind.FOLDER, "/data/docs", List.of(documents), List.of());
    }

    private void cut(Chunk... chunks) throws IOException {
        project.chunks().replace(List.of(chunks), CUT);
    }

    private static Document document(String path, String text) {
        return new Document("", "", path, path, Document.Kind.MARKDOWN, "", text, Integer.toHexString(text.hashCode()));
    }

    private static Chunk chunk(String document, String text) {
        return new Chunk("", document, text.equals("two") ? 1 : 0, 0, text.length(), List.of("Top", "“Sub”"), text,
                text.length());
    }

    private List<String> documents() throws IOException {
        return project.documents().documents().stream()
                .map(document -> document.id() + " " + document.path() + " " + document.text()).toList();
    }

    private List<String> chunks() throws IOException {
        return project.chunks().chunks().stream()
                .map(chunk -> chunk.id() + " " + chunk.documentId() + " " + chunk.text()).toList();
    }
}
