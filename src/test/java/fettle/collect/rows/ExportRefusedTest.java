package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleStore;
import fettle.example.ExportRefused;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.InMemorySources;
import fettle.example.Receipt;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportRefusedTest {

    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},"
            + "{\"role\":\"assistant\",\"content\":\"Hello\"}]}";

    @TempDir
    Path folder;

    private final ExampleStore examples = TemporaryProject.examples();
    private final RowFiles rows = new RowFiles(1 << 20);

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private int export(Path target, Path... files) throws Exception {
        return new ExportRefused(rows, List.of(files), ImportSettings.RECOGNISE, target).run(Progress.UNWATCHED);
    }

    private Receipt bringIn(Path file) throws Exception {
        return new ImportExamples(examples, new InMemorySources(), rows, List.of(file), ImportSettings.RECOGNISE)
                .run(Progress.UNWATCHED);
    }

    @Test
    void writesRefusedLinesAsTheyStoodAndWhyBeside() throws Exception {
        Path file = file("a.jsonl", HELLO + "\n{\"messages\": 5}\n" + HELLO + "\n{\"other\":  1}\n");
        Path target = folder.resolve("refused.jsonl");
        assertEquals(2, export(target, file));
        assertEquals("{\"messages\":5}\n{\"other\":1}\n", Files.readString(target));
        List<String> why = Files.readAllLines(folder.resolve("refused-reasons.txt"));
        assertEquals(2, why.size());
        assertTrue(why.get(0).startsWith("1. a.jsonl, line 2: This row is no conversation"), why.get(0));
        assertTrue(why.get(1).startsWith("2. a.jsonl, line 4: "), why.get(1));
    }

    @Test
    void importsAgainWhatWasMended() throws Exception {
        Path table = file("t.csv", "question,answer\nOne?,1\n\"Why,\nso?\",\n\"Say \"\"hi\"\"\",\n");
        Path target = folder.resolve("refused.csv");
        assertEquals(2, export(target, table));
        assertEquals("question,answer\n\"Why,\nso?\",\"\"\n\"Say \"\"hi\"\"\",\"\"\n", Files.readString(target));
        Files.writeString(target, Files.readString(target).replace(",\"\"\n", ",yes\n"));
        assertEquals(2, bringIn(target).kept());
    }

    @Test
    void writesAListAsAListAndOtherSortsIntoFilesOfTheirOwn() throws Exception {
        Path list = file("l.json", "[" + HELLO + ",\n{\"messages\": 1},{\"messages\": 2}]");
        Path table = file("t.csv", "question,answer\nOne?,1\nTwo?,\n");
        Path target = folder.resolve("refused.json");
        assertEquals(3, export(target, list, table));
        assertEquals("[\n{\"messages\":1},\n{\"messages\":2}\n]\n", Files.readString(target));
        assertEquals("question,answer\nTwo?,\"\"\n", Files.readString(folder.resolve("refused-2.json")));
    }

    @Test
    void writesWhatCouldNotBeReadAsItStood() throws Exception {
        Path file = folder.resolve("a.jsonl");
        Files.write(file, (HELLO + "\n{\"messages\":  [ oops }\n" + HELLO.replace("Hi", "caf\u00e9") + "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        Path target = folder.resolve("refused.jsonl");
        assertEquals(2, export(target, file));
        assertEquals("{\"messages\":  [ oops }\n" + HELLO.replace("Hi", "caf\u00e9") + "\n",
                Files.readString(target));
        Path table = file("t.csv", "question;answer\nOne?;1\n\"Two?;2\nThree?;3\n");
        assertEquals(1, export(folder.resolve("refused.csv"), table));
        assertEquals("question;answer\n\"Two?;2\n", Files.readString(folder.resolve("refused.csv")));
    }

    @Test
    void saysWhichRowsAreTooLongToStandThereWhole() throws Exception {
        Path file = file("a.jsonl", HELLO + "\n{\"messages\": \"" + "x".repeat(2 << 20) + "\n");
        Path target = folder.resolve("refused.jsonl");
        assertEquals(1, export(target, file));
        assertTrue(Files.readString(folder.resolve("refused-reasons.txt")).contains("Only its beginning stands here"));
    }

    @Test
    void writesNothingWhenNothingWasRefused() throws Exception {
        Path target = folder.resolve("refused.jsonl");
        assertEquals(0, export(target, file("a.jsonl", HELLO)));
        assertFalse(Files.exists(target));
        assertFalse(Files.exists(folder.resolve("refused-reasons.txt")));
    }
}
