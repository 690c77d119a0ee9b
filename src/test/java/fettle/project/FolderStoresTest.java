package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.dataset.Release;
import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.example.BodyJson;
import fettle.example.Change.SetSplit;
import fettle.example.Change.SetStatus;
import fettle.example.Example.Origin;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore.Addition;
import fettle.example.NewExample;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Validated;
import fettle.tuning.TuningEvents;
import fettle.tuning.TuningStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderStoresTest {

    @TempDir
    private Path temporary;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = new Projects(String::length).create(temporary.resolve("faq"));
    }

    @AfterEach
    void close() throws IOException {
        project.close();
    }

    @Test
    void aReleaseHoldsTheKeptRowsOnTheirSidesInImportOrder() throws Exception {
        List<String> rows = add("one", "two", "three", "four");
        project.examples().apply(List.of(new SetStatus(2, ExampleStatus.REJECTED), new SetSplit(3, Side.VALIDATION)),
                "Reviewed");
        Release release = project.releases().release(Progress.UNWATCHED);
        String train = rows.get(0) + "\n" + rows.get(3) + "\n";
        String validation = rows.get(2) + "\n";
        assertEquals(new Release("v1", project.folder().resolve("datasets").resolve("v1"), 2, 1, sha256(train),
                sha256(validation), release.createdMillis()), release);
        assertEquals(train, Files.readString(release.train()));
        assertEquals(validation, Files.readString(release.validation()));
        String card = Files.readString(release.folder().resolve("README.md"));
        assertTrue(card.contains("# faq v1") && card.contains("`train.jsonl`: 2 rows"), card);
        assertEquals(List.of(release), project.releases().releases());
    }

    @Test
    void theNextReleaseIsMadeOnlyWhenARowOrItsSideChanged() throws Exception {
        add("one", "two");
        Release first = project.releases().release(Progress.UNWATCHED);
        assertFalse(Files.exists(first.validation()));
        project.examples().apply(List.of(new SetStatus(1, ExampleStatus.APPROVED)), "Approved");
        assertEquals(first, project.releases().release(Progress.UNWATCHED));
        project.examples().apply(List.of(new SetSplit(2, Side.VALIDATION)), "Split");
        assertEquals("v2", project.releases().release(Progress.UNWATCHED).name());
        project.examples().undo();
        assertEquals("v3", project.releases().release(Progress.UNWATCHED).name());
        try (Stream<Path> left = Files.list(first.folder().getParent())) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void withoutAKeptRowThereIsNoRelease() {
        var refused = assertThrows(ExpectedException.class, () -> project.releases().release(Progress.UNWATCHED));
        assertEquals("empty", refused.kind());
    }

    @Test
    void aTuningIsKeptWithItsRecipeAndEvents() throws IOException {
        Tuning begun = project.tunings().begin("fettle-base", "v1", Recipe.DEFAULT);
        assertEquals(Optional.of(begun), project.tunings().find("t1"));
        assertEquals(TuningStatus.RUNNING, begun.status());
        assertTrue(Files.readString(begun.folder().resolve("recipe.json")).contains("\"num_train_epochs\""));
        List<TuningEvent> events = List.of(new CheckpointSaved(3, "step-3"), new Validated(3, 1.5, 0.25));
        Files.writeString(begun.folder().resolve("metrics.jsonl"), TuningEvents.toJson(events.get(0)) + "\n"
                + TuningEvents.toJson(events.get(1)) + "\n{\"event\":\"steppe");
        assertEquals(events, project.tunings().events("t1"));
        Tuning ended = begun.with(TuningStatus.SUCCEEDED, Optional.of("faq-t1"), "Tuned.");
        project.tunings().save(ended);
        assertEquals(List.of(project.tunings().begin("fettle-base", "v1", Recipe.DEFAULT), ended),
                project.tunings().tunings());
    }

    @Test
    void aTuningWhoseProcessIsGoneIsInterrupted() throws Exception {
        Tuning begun = project.tunings().begin("fettle-base", "v1", Recipe.DEFAULT);
        Path file = begun.folder().resolve("tuning.json");
        Process gone = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-version")
                .redirectErrorStream(true).start();
        gone.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        gone.waitFor();
        String mine = "\"pid\" : " + ProcessHandle.current().pid();
        String text = Files.readString(file);
        assertTrue(text.contains(mine), text);
        Files.writeString(file, text.replace(mine, "\"pid\" : " + gone.pid()));
        Tuning found = project.tunings().find("t1").orElseThrow();
        assertEquals(TuningStatus.INTERRUPTED, found.status());
        assertTrue(found.status().resumable());
        assertEquals("The program ended while it ran; it can be resumed.", found.message());
        Files.writeString(file, text.replaceAll("\"start\" : \\d+", "\"start\" : 1000"));
        assertEquals(TuningStatus.INTERRUPTED, project.tunings().find("t1").orElseThrow().status());
    }

    @Test
    void anEvaluationComesBackWhole() throws IOException {
        var answers = List.of(new Answer("base", 7, "Wo?", "Köln", "in\nBonn", 0, 0.5, ""),
                new Answer("tuned", 7, "Wo?", "Köln", "", 0, 0, "The model said nothing."));
        var scores = List.of(new Evaluation.Score("base", "f1", 0.5, 0.25, 0.75, 12));
        Evaluation saved = project.evaluations().save(List.of("base", "tuned"), scores, answers);
        assertEquals("e1", saved.id());
        assertEquals(List.of(saved), project.evaluations().evaluations());
        assertEquals(scores, saved.scores());
        assertEquals(answers, project.evaluations().answers("e1"));
    }

    @Test
    void aReaderMakesNoFolder() throws IOException {
        try (Project reader = new Projects(String::length).open(project.folder())) {
            assertThrows(ExpectedException.class, () -> reader.tunings().begin("b", "v1", Recipe.DEFAULT));
            assertThrows(ExpectedException.class, () -> reader.evaluations().save(List.of(), List.of(), List.of()));
        }
    }

    private List<String> add(String... answers) throws IOException {
        var rows = Stream.of(answers).map(answer -> "{\"messages\":[{\"role\":\"assistant\",\"content\":\"" + answer
                + "\"}],\"note\":1.0}").toList();
        try (Addition addition = project.examples().add("Added")) {
            for (String row : rows) {
                addition.add(new NewExample(BodyJson.read(row), List.of(), Origin.UNKNOWN));
            }
        }
        return rows;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
