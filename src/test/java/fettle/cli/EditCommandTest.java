package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people say of rows, from the command line.
@Timeout(60)
final class EditCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String project = "";

    @BeforeEach
    void threeRows() throws IOException {
        project = folder.resolve("p").toString();
        assertEquals(0, shell().run("new", project).code());
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(rows, """
                {"messages":[{"role":"user","content":"One?"},{"role":"assistant","content":"Eins."}]}
                {"messages":[{"role":"user","content":"Two?"},{"role":"assistant","content":"Zwei.","weight":0}]}
                {"messages":[{"role":"user","content":"Three?"},{"role":"assistant","content":"Drei."}]}
                """);
        assertEquals(0, shell().run("import", project, rows.toString()).code());
    }

    private Shell shell() {
        return new Shell(folder.resolve("home"));
    }

    private String ids(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "list";
        all[1] = project;
        System.arraycopy(words, 0, all, 2, words.length);
        var ids = new StringBuilder();
        shell().json(0, all).path("rows").forEach(row -> ids.append(row.path("id").asInt()));
        return ids.toString();
    }

    @Test
    void ratesFlagsAndNotes() {
        assertEquals(0, shell().run("edit", project, "2", "--rating", "4", "--flag", "--note", "ask Ada").code());
        JsonNode row = shell().json(0, "list", project, "--where", "flagged = yes and note ~ ada").path("rows").path(0);
        assertEquals("2 4 true ask Ada", row.path("id").asInt() + " " + row.path("rating").asInt() + " "
                + row.path("flagged").asBoolean() + " " + row.path("note").asString());
        assertEquals(0, row.path("trainedTokens").asInt(-1));
        assertEquals("213", ids("--sort", "-rating"));
        assertEquals("2", ids("--where", "trainedTokens = 0"));
        assertEquals(0, shell().run("edit", project, "2", "--rating", "0", "--unflag", "--note", "").code());
        assertEquals("123", ids("--where", "rating = \"\" and flagged = no and note = \"\""));
        assertEquals(2, shell().run("edit", project, "2", "--rating", "6").code());
        assertEquals(2, shell().run("edit", project, "2", "--flag", "--unflag").code());
    }

    @Test
    void deletesIntoTheBinAndRestores() {
        assertEquals(0, shell().run("edit", project, "1", "--delete").code());
        assertEquals("23", ids());
        assertEquals("1", ids("--where", "bin = yes"));
        assertEquals("123", ids("--where", "bin = (yes, no)"));
        Shell.Ran refused = shell().run("edit", project, "1", "--status", "approved");
        assertTrue(refused.err().contains("in the bin") && refused.code() != 0, refused.toString());
        assertEquals(0, shell().run("edit", project, "1", "--restore", "--status", "approved").code());
        assertEquals("1", ids("--where", "status = approved"));
        assertEquals(0, shell().run("undo", project, "--steps", "2").code());
        assertEquals("123", ids("--where", "status = draft"));
    }

    @Test
    void movesBetweenDatasetsAndExportsThem() throws IOException {
        assertEquals(0, shell().run("edit", project, "3", "--dataset", "side").code());
        assertEquals("3", ids("--where", "dataset = side"));
        assertEquals("12", ids("--where", "dataset = \"\""));
        Path out = folder.resolve("out");
        assertEquals(2, shell().json(0, "export", project, "--out", out.toString()).path("files").path(0).path("rows")
                .asInt());
        assertEquals(1, shell().json(0, "export", project, "--out", out.toString(), "--where", "dataset = side")
                .path("files").path(0).path("rows").asInt());
        assertTrue(Files.readString(out.resolve("train.jsonl")).contains("Three?"));
        assertEquals(0, shell().run("edit", project, "3", "--status", "rejected").code());
        assertFalse(shell().run("export", project, "--out", out.toString(), "--where", "dataset = side").code() == 0);
    }

    @Test
    void listsAViewByItsName() throws IOException {
        Files.writeString(Path.of(project, "fettle.yaml"), """
                views:
                  - name: Learns something
                    filter: trainedTokens > 0
                    sort: -id
                """);
        assertEquals("31", ids("--view", "learns something"));
        assertEquals("1", ids("--view", "Learns something", "--where", "id 1..2"));
        var wrong = shell().run("list", project, "--view", "Learns somethink");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("did you mean “Learns something”?"), wrong.err());
    }
}
