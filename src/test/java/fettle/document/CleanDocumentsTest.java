package fettle.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.document.DocumentStore.Delivered;
import fettle.document.DocumentStore.Delivery;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.project.TemporaryProject;
import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.source.SourceStore.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CleanDocumentsTest {

    private static final String RAW = "---\na: b\n---\n# “One”\u200B\n";

    private final Project project = TemporaryProject.create();

    private Source source() throws Exception {
        var marked = new Document("", "", "a.md", "One", Document.Kind.MARKDOWN, "", RAW, "00");
        var plain = new Document("", "", "b.md", "Two", Document.Kind.MARKDOWN, "", "plain\n", "01");
        return project.documents().replace(new Delivery(Source.Kind.FOLDER, "/docs",
                List.of(new Delivered(marked, RAW), new Delivered(plain, "plain\n")), List.of(), SourceFacts.NONE));
    }

    private CleanDocuments.Result clean(Source source, Map<String, Boolean> switches) throws Exception {
        return new CleanDocuments(project.shelf(), source.id(), switches).run(Progress.UNWATCHED);
    }

    private List<String> texts() throws Exception {
        return project.documents().documents().stream().map(Document::text).toList();
    }

    @Test
    void cleansFromTheTextAsItWasRead() throws Exception {
        Source source = source();
        CleanDocuments.Result usual = clean(source, Map.of());
        assertEquals(new CleanDocuments.Result(source, 2, 1, Map.of("zero-width", 1, "front-matter", 1)), usual);
        assertEquals(List.of("# “One”\n", "plain\n"), texts());
        assertEquals("{\"zero-width\":1,\"front-matter\":1}",
                project.sources().recall(source.id(), Topic.CLEANING).orElseThrow());

        Map<String, Boolean> other = Map.of("front-matter", false, "quotes", true);
        assertEquals(1, clean(source, other).changed());
        assertEquals(List.of("---\na: b\n---\n# \"One\"\n", "plain\n"), texts());
        assertEquals(other, project.sources().settings(source.id()).cleaning());

        clean(source, Map.of("front-matter", false, "zero-width", false));
        assertEquals(List.of(RAW, "plain\n"), texts());
        assertEquals(List.of(source), project.sources().sources());
    }

    @Test
    void leavesTheIdOfATextThatStaysAsItIs() throws Exception {
        Source source = source();
        String id = project.documents().documents().get(1).id();
        clean(source, Map.of());
        assertEquals(id, project.documents().documents().get(1).id());
    }

    @Test
    void stoppedItChangesNothing() throws Exception {
        Source source = source();
        var seen = new ArrayList<String>();
        Progress stopping = new Progress() {

            @Override
            public void report(long done, long total, String note) {
                seen.add(done + " of " + total + " " + note);
            }

            @Override
            public void stopIfCancelled() throws InterruptedException {
                if (!seen.isEmpty()) {
                    throw new InterruptedException("stopped");
                }
            }
        };
        assertThrows(InterruptedException.class,
                () -> new CleanDocuments(project.shelf(), source.id(), Map.of()).run(stopping));
        assertEquals(List.of("0 of 2 a.md"), seen);
        assertEquals(List.of(RAW, "plain\n"), texts());
    }

    @Test
    void saysThatTheSourceIsGone() {
        assertEquals("The project has no source s9.", assertThrows(ExpectedException.class,
                () -> new CleanDocuments(project.shelf(), "s9", Map.of()).run(Progress.UNWATCHED)).getMessage());
    }
}
