package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
final class ImportCommandTest {

    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},"
            + "{\"role\":\"assistant\",\"content\":\"Hello\"}]}";
    private static final String COMMA = HELLO.replace("]}", ",]}");
    private static final String SYNONYM = HELLO.replace("\"user\"", "\"human\"");

    @TempDir
    private Path folder = Path.of("");

    private String project = "";

    @BeforeEach
    void makeProject() {
        project = folder.resolve("p").toString();
        assertEquals(0, shell().run("new", project).code());
    }

    private Shell shell() {
        return new Shell(folder.resolve("home"));
    }

    private String file(String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
    }

    private static String numbers(JsonNode receipt) {
        return receipt.path("read").asInt() + " read, " + receipt.path("kept").asInt() + " kept, "
                + receipt.path("repaired").asInt() + " repaired, " + receipt.path("refused").asInt() + " refused, "
                + receipt.path("duplicates").asInt() + " duplicates";
    }

    @Test
    void exitsWithOneIfAndOnlyIfThereIsSomethingToSay() throws Exception {
        JsonNode clean = shell().json(0, "import", project, file("a.jsonl", HELLO, HELLO));
        assertEquals("2 read, 2 kept, 0 repaired, 0 refused, 1 duplicates", numbers(clean));
        assertEquals("0 0 2", clean.path("problems").size() + " " + clean.path("kinds").size() + " "
                + clean.path("examples").asInt());
        JsonNode named = shell().json(1, "import", project, file("b.jsonl", SYNONYM));
        assertEquals("1 read, 1 kept, 0 repaired, 0 refused, 0 duplicates", numbers(named));
        assertEquals(1, shell().json(1, "import", project, file("c.jsonl", HELLO, "{")).path("refused").asInt());
        assertEquals(1, shell().json(1, "import", project, folder.resolve("absent").toString()).path("problems")
                .size());
    }

    @Test
    void mendsAllOrOnlyTheKindsThatAreNamed() throws Exception {
        String file = file("a.jsonl", COMMA, SYNONYM);
        assertEquals("2 read, 1 kept, 0 repaired, 1 refused, 0 duplicates",
                numbers(shell().json(1, "import", project, file, "--dry-run")));
        JsonNode some = shell().json(1, "import", project, "--repair=role,bom", file, "--dry-run");
        assertEquals("2 read, 1 kept, 1 repaired, 1 refused, 0 duplicates", numbers(some));
        assertEquals("2 read, 2 kept, 2 repaired, 0 refused, 1 duplicates",
                numbers(shell().json(1, "import", project, "--repair", file, "--dry-run")));
        assertEquals(2, shell().json(1, "import", "--repair", project, file).path("kept").asInt());
        Shell.Ran slip = shell().run("import", project, file, "--repair=rolle");
        assertTrue(slip.err().contains("did you mean role?"), slip.err());
    }

    @Test
    void bringsNothingInWhenItIsADryRun() throws Exception {
        String file = file("a.jsonl", HELLO);
        JsonNode dry = shell().json(0, "import", project, file, "--dry-run");
        assertTrue(dry.path("dryRun").asBoolean());
        assertEquals(0, shell().json(0, "list", project).path("total").asInt());
        assertEquals(0, shell().json(0, "history", project).path("steps").size());
        assertTrue(shell().run("import", project, file, "--dry-run").out().contains("Nothing was brought in"));
    }

    @Test
    void tellsEachProblemWithItsPlaceAndKind() throws Exception {
        JsonNode receipt = shell().json(1, "import", project, file("t.csv", "question,answer", "How?,So", "Why?,"));
        JsonNode problem = receipt.path("problems").path(0);
        assertEquals("t.csv 3 2 missing-answer false", problem.path("file").asString() + " "
                + problem.path("line").asInt() + " " + problem.path("row").asInt() + " "
                + problem.path("kind").asString() + " " + problem.path("repaired").asBoolean());
        for (String name : List.of("column", "message", "repair", "before", "after")) {
            assertTrue(problem.has(name), name);
        }
        JsonNode kind = receipt.path("kinds").path(0);
        assertEquals("missing-answer 1 1", kind.path("kind").asString() + " " + kind.path("count").asInt() + " "
                + kind.path("refused").asInt());
    }

    @Test
    void readsStandardInputAndFoldersOfFiles() throws Exception {
        JsonNode typed = shell().typing(HELLO + "\n" + COMMA + "\n").json(1, "import", project, "-");
        assertEquals("2 read, 1 kept, 0 repaired, 1 refused, 0 duplicates", numbers(typed));
        assertEquals("standard input", typed.path("problems").path(0).path("file").asString());
        Path rows = Files.createDirectories(folder.resolve("rows/deeper"));
        Files.writeString(rows.resolve("a.jsonl"), HELLO + "\n");
        Files.writeString(rows.resolveSibling("b.csv"), "question,answer\nHow?,So\n");
        Files.writeString(rows.resolveSibling("notes.md"), "Not these.\n");
        assertEquals(2, shell().json(0, "import", project, folder.resolve("rows").toString()).path("kept").asInt());
        assertEquals(2, shell().json(0, "history", project).path("steps").size());
    }

    @Test
    void writesTheRefusedRowsAndTheReceipt() throws Exception {
        Path refused = folder.resolve("refused.csv");
        Path receipt = folder.resolve("receipt.md");
        String table = file("t.csv", "question,answer", "How?,So", "Why?,", "When?,Now");
        JsonNode report = shell().json(1, "import", project, table, "--refused", refused.toString(), "--receipt",
                receipt.toString());
        assertEquals(1, report.path("refusedRows").asInt());
        assertEquals("question,answer\nWhy?,\"\"\n", Files.readString(refused));
        assertTrue(Files.readString(folder.resolve("refused-reasons.txt")).contains("t.csv, line 3, row 2"));
        assertTrue(Files.readString(receipt).contains("| 3 | 2 | 2 | 0 | 0 | 1 |"), Files.readString(receipt));
        Path json = folder.resolve("receipt.json");
        shell().json(1, "import", project, table, "--receipt", json.toString(), "--dry-run");
        assertTrue(Files.readString(json).contains("\"missing-answer\""));
        Path none = folder.resolve("none.csv");
        shell().json(0, "import", project, file("u.csv", "question,answer", "How?,So"), "--refused", none.toString());
        assertFalse(Files.exists(none));
    }

    @Test
    void saysWhichWordsItDoesNotKnow() throws Exception {
        String file = file("a.jsonl", HELLO);
        for (String wrong : List.of("--shape=chatt", "--encoding=klingon", "--separator=ab", "--map=usr=x")) {
            JsonNode error = shell().json(2, "import", project, file, wrong).path("error");
            assertFalse(error.path("message").asString().isEmpty(), wrong);
            assertFalse(error.path("next").asString().isEmpty(), wrong);
        }
    }

    @Test
    void saysWhatStaysWhenItIsStopped() throws Exception {
        String file = file("a.jsonl", HELLO);
        Thread.currentThread().interrupt();
        JsonNode stopped = shell().json(130, "import", project, file);
        assertEquals("stopped", stopped.path("error").path("kind").asString());
        assertEquals("Stopped before anything came in.", stopped.path("error").path("message").asString());
        assertEquals(0, stopped.path("read").asInt(-1));
        assertEquals(0, shell().json(0, "list", project).path("total").asInt());
    }

    @Test
    void isOneStepThatCanBeUndoneAndRedone() throws Exception {
        JsonNode receipt = shell().json(0, "import", project, file("a.jsonl", HELLO), file("b.jsonl", HELLO));
        assertEquals(1, receipt.path("step").asInt());
        assertEquals("Imported 2 files", shell().json(0, "undo", project).path("sentence").asString());
        assertEquals(0, shell().json(0, "list", project).path("total").asInt());
        shell().json(0, "redo", project);
        assertEquals(2, shell().json(0, "list", project).path("total").asInt());
    }
}
