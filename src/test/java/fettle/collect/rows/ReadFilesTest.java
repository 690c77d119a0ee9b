package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.ExampleStore;
import fettle.example.FilePreview;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.InMemorySources;
import fettle.example.KeptImport;
import fettle.example.KeptImport.FileState;
import fettle.example.NewExample;
import fettle.example.Preview;
import fettle.example.ReadFiles;
import fettle.example.Receipt;
import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Repeat;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Reading;
import fettle.example.Shape;
import fettle.example.Step;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading before committing, and what is kept of an import.
final class ReadFilesTest {

    @TempDir
    Path folder;

    private final ExampleStore examples = TemporaryProject.examples();
    private final InMemorySources sources = new InMemorySources();
    private final RowFiles rows = new RowFiles(1 << 20);

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String chat(String user, String assistant) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + user + "\"},{\"role\":\"assistant\",\"content\":\""
                + assistant + "\"}]}";
    }

    private Preview read(ImportSettings settings, Path... files) throws Exception {
        return new ReadFiles(examples, rows, List.of(files), settings).run(Progress.UNWATCHED);
    }

    private ImportExamples importing(ImportSettings settings, Path... files) {
        return new ImportExamples(examples, sources, rows, List.of(files), settings);
    }

    @Test
    void tellsBeforehandJustWhatAnImportDoes() throws Exception {
        Path broken = file("a.jsonl", chat("One?", "1") + "\n{\"messages\": [\n" + chat("One?", "1") + "\n"
                + chat("Two?", "2").replace("]}", ",]}") + "\n");
        Path table = file("b.csv", "question,answer,note\nOne?,1,x\nWhy?,,y\nTwo?,2,z\n");
        for (RepairKinds repairs : List.of(RepairKinds.NONE, RepairKinds.ALL)) {
            ImportSettings settings = ImportSettings.RECOGNISE.mending(repairs);
            Preview preview = read(settings, broken, table);
            assertEquals(0, examples.size());
            assertEquals(preview.receipt(), importing(settings, broken, table).run(Progress.UNWATCHED));
            examples.undo();
        }
        assertEquals(2, examples.history().size());
    }

    @Test
    void knowsRepeatsWithinTheFilesAndOfTheProject() throws Exception {
        importing(ImportSettings.RECOGNISE, file("old.jsonl", chat("Old?", "yes"))).run(Progress.UNWATCHED);
        Receipt receipt = read(ImportSettings.RECOGNISE, file("a.jsonl", chat("New?", "1") + "\n" + chat("Old?", "yes")
                + "\n"), file("b.csv", "question,answer\nNew?,1\n")).receipt();
        assertEquals(2, receipt.duplicates());
        assertEquals(List.of(new Repeat("a.jsonl", 2, 0, "Old?"), new Repeat("b.csv", 2, 1, "New?")),
                receipt.repeats());
    }

    @Test
    void forgetsRowsThatWereUndone() throws Exception {
        Path file = file("old.jsonl", chat("Old?", "yes"));
        importing(ImportSettings.RECOGNISE, file).run(Progress.UNWATCHED);
        examples.undo();
        assertEquals(0, read(ImportSettings.RECOGNISE, file).receipt().duplicates());
    }

    @Test
    void showsTheFirstRowsAndWhatBecomesOfThem() throws Exception {
        Path table = file("t.csv", "question;answer\n" + "How?;So\n".repeat(30));
        FilePreview preview = read(ImportSettings.RECOGNISE, table).files().getFirst();
        assertEquals(table, preview.file());
        assertEquals(Files.size(table), preview.bytes());
        assertEquals(List.of("question", "answer"), preview.columns());
        assertEquals(Shape.QUESTION_ANSWER, preview.shape());
        assertEquals("question", preview.mapping().get("user"));
        assertEquals(20, preview.rawRows().size());
        assertEquals(20, preview.examples().size());
        assertEquals(chat("How?", "So"), BodyJson.write(preview.examples().getFirst()));
    }

    @Test
    void showsTheColumnsOfAFileThatMustBeMapped() throws Exception {
        Path table = file("t.csv", "title,body\nHow?,So\nWhy?,Thus\n");
        Preview unknown = read(ImportSettings.RECOGNISE, table);
        FilePreview preview = unknown.files().getFirst();
        assertFalse(preview.recognised());
        assertEquals(List.of("title", "body"), preview.columns());
        assertEquals(2, preview.rawRows().size());
        assertEquals("shape", unknown.receipt().problems().getFirst().kind());
        var mapped = new ImportSettings(Optional.empty(), Map.of("user", "title", "assistant", "body"), Reading.USUAL);
        assertEquals(List.of(chat("How?", "So"), chat("Why?", "Thus")), ReadFiles.first(rows, table, mapped, 50).files()
                .getFirst().examples().stream().map(BodyJson::write).toList());
    }

    @Test
    void readsOnlyTheFirstRowsWhenAsked() throws Exception {
        Path file = file("many.jsonl", (chat("Many?", "yes") + "\n").repeat(1000));
        assertEquals(50, ReadFiles.first(rows, file, ImportSettings.RECOGNISE, 50).receipt().read());
        assertEquals(3, ReadFiles.first(rows, file, ImportSettings.RECOGNISE, 3).receipt().read());
    }

    @Test
    void countsEachKindAlsoBeyondWhatItKeeps() throws Exception {
        int broken = Receipt.MOST_PROBLEMS + 100;
        Path file = file("broken.jsonl", chat("One?", "1") + "\n" + "{\"messages\": [\n".repeat(broken)
                + chat("Two?", "2").replace("]}", ",]}") + "\n" + chat("Three?", "").replace("user", "human") + "\n");
        Receipt receipt = read(ImportSettings.RECOGNISE.mending(RepairKinds.of(Set.of("role"))), file).receipt();
        assertEquals(Receipt.MOST_PROBLEMS, receipt.problems().size());
        assertEquals(103, receipt.furtherProblems());
        assertEquals(List.of("broken-json " + broken + " " + broken + " 0 0", "trailing-comma 1 1 1 0", "role 1 0 0 1",
                "empty-content 1 0 0 0"), receipt.kinds().stream().map(ReadFilesTest::words).toList());
        assertEquals(2, receipt.kinds().getFirst().first().line());
        assertEquals("1 1", receipt.repaired() + " " + receipt.repairable());
    }

    private static String words(Kind kind) {
        return kind.kind() + " " + kind.count() + " " + kind.refused() + " " + kind.repairable() + " "
                + kind.repaired();
    }

    @Test
    void keepsTheReceiptAndTheSettingsWithTheSource() throws Exception {
        Path table = file("t.csv", "a;b;c\nHow?;So;x\nWhy?;;y\n");
        var reading = new Reading(RepairKinds.of(Set.of("entity", "bom")), Optional.of("UTF-8"),
                Optional.of(new Dialect(';', '"', false, true)), Optional.empty());
        var settings = new ImportSettings(Optional.of(Shape.MAPPED), Map.of("user", "a", "assistant", "b"), reading);
        Receipt receipt = importing(settings, table).run(Progress.UNWATCHED);
        assertEquals(Optional.of(receipt), KeptImport.receipt(sources, "s1"));
        KeptImport kept = KeptImport.of(sources, "s1").orElseThrow();
        assertEquals(settings, kept.settings());
        assertEquals(FileState.AS_IT_WAS, kept.state(rows, table));
        Files.setLastModifiedTime(table, FileTime.fromMillis(1_000_000));
        assertEquals(FileState.AS_IT_WAS, kept.state(rows, table));
        Files.writeString(table, "a;b;c\nHow?;So;x\nWhy?;;z\n");
        assertEquals(FileState.CHANGED, kept.state(rows, table));
        Files.delete(table);
        assertEquals(FileState.GONE, kept.state(rows, table));
    }

    @Test
    void keepsAReceiptForEachFile() throws Exception {
        importing(ImportSettings.RECOGNISE, file("a.jsonl", chat("One?", "1")), file("b.jsonl", "{\n" + chat("x", "y")))
                .run(Progress.UNWATCHED);
        assertEquals("1 0", counts("s1"));
        assertEquals("1 1", counts("s2"));
    }

    private String counts(String source) throws Exception {
        Receipt receipt = KeptImport.receipt(sources, source).orElseThrow();
        return receipt.kept() + " " + receipt.refused();
    }

    @Test
    void saysWhenAFileChangedAfterItsPreview() throws Exception {
        Path file = file("a.jsonl", chat("One?", "1") + "\n");
        Preview preview = read(ImportSettings.RECOGNISE, file);
        assertTrue(importing(ImportSettings.RECOGNISE, file).after(preview).run(Progress.UNWATCHED).isClean());
        Files.writeString(file, chat("One?", "1") + "\n" + chat("Two?", "2") + "\n");
        Receipt receipt = importing(ImportSettings.RECOGNISE, file).after(preview).run(Progress.UNWATCHED);
        assertEquals(2, receipt.kept());
        assertEquals("changed-since-preview", receipt.problems().getFirst().kind());
    }

    @Test
    void keepsOrDropsWhatCameWhenItIsStopped() throws Exception {
        Path file = file("many.jsonl", numbered(5000));
        ImportExamples stopped = importing(ImportSettings.RECOGNISE, file);
        assertThrows(InterruptedException.class, () -> stopped.run(stopsAfter(3000)));
        Receipt receipt = stopped.receipt().orElseThrow();
        assertEquals(receipt.examples(), examples.size());
        assertTrue(receipt.kept() > 2000 && receipt.kept() < 5000, receipt.kept() + " rows");
        assertEquals("stopped", receipt.problems().getLast().kind());
        assertEquals(Optional.of(receipt), KeptImport.receipt(sources, "s1"));
        assertEquals(List.of("Imported many.jsonl"), examples.history().stream().map(Step::sentence).toList());
        stopped.drop();
        assertEquals(0, examples.size());
        examples.redo();
        assertEquals(receipt.examples(), examples.size());
    }

    private static Progress stopsAfter(int rows) {
        return new Progress() {

            private int asked;

            @Override
            public void report(long done, long total, String note) {}

            @Override
            public void stopIfCancelled() throws InterruptedException {
                if (++asked > rows) {
                    throw new InterruptedException("stopped");
                }
            }
        };
    }

    private static String numbered(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(chat("Question " + i + "?", "Answer " + i)).append('\n');
        }
        return text.toString();
    }

    @Test
    void saysWhatStaysWhenTheDiskIsFull() throws Exception {
        Path file = file("many.jsonl", numbered(5000));
        Path second = file("second.jsonl", numbered(10));
        var work = new ImportExamples(full(4500), sources, rows, List.of(file, second), ImportSettings.RECOGNISE);
        var failed = assertThrows(ExpectedException.class, () -> work.run(Progress.UNWATCHED));
        assertEquals("disk-full", failed.kind());
        assertTrue(
                failed.getMessage().contains(examples.size() + " examples had come in by then; they stay as the step "
                        + "“Imported 2 files”"),
                failed.getMessage());
        assertTrue(examples.size() > 0);
        work.drop();
        assertEquals(0, examples.size());
    }

    /// The store, on a disk that is full after so many rows.
    private ExampleStore full(int most) {
        return (ExampleStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{ExampleStore.class},
                (_, method, arguments) -> {
                    try {
                        Object made = method.invoke(examples, arguments);
                        return made instanceof ExampleStore.Addition addition ? new Full(addition, most) : made;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static final class Full implements ExampleStore.Addition {

        private final ExampleStore.Addition addition;
        private int left;

        Full(ExampleStore.Addition addition, int most) {
            this.addition = addition;
            this.left = most;
        }

        @Override
        public boolean add(NewExample row) throws IOException {
            if (left-- <= 0) {
                throw new ExpectedException("disk-full", "The disk is full.", "Free some space.");
            }
            return addition.add(row);
        }

        @Override
        public void flush() throws IOException {
            if (left <= 0) {
                throw new ExpectedException("disk-full", "The disk is full.", "Free some space.");
            }
            addition.flush();
        }

        @Override
        public long step() {
            return addition.step();
        }

        @Override
        public void close() throws IOException {
            addition.close();
        }
    }

    @Test
    void tellsItsPaceAndTheTimeThatIsLeft() throws Exception {
        var notes = new ArrayList<String>();
        Path file = file("a.jsonl", numbered(10));
        new ReadFiles(examples, rows, List.of(file), ImportSettings.RECOGNISE)
                .run((done, total, note) -> notes.add(done + " of " + total + " " + note));
        assertEquals(List.of("0 of 1000 a.jsonl"), notes);
    }
}
