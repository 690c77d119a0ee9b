package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
final class CommandsTest {

    @TempDir
    private Path folder = Path.of("");

    private Shell shell() {
        return new Shell(folder.resolve("home"));
    }

    private String project() {
        String project = folder.resolve("p").toString();
        assertEquals(0, shell().run("new", project).code());
        return project;
    }

    @Test
    void makesAProjectOnceOnly() {
        String place = folder.resolve("my project").toString();
        assertEquals(place, shell().json(0, "new", place).path("path").asString());
        assertEquals("exists", shell().json(2, "new", place).path("error").path("kind").asString());
    }

    @Test
    void saysHowToMakeAProjectWhereThereIsNone() {
        JsonNode error = shell().json(2, "list", folder.resolve("none").toString()).path("error");
        assertTrue(error.path("next").asString().contains("fettle new"), error.toString());
    }

    /// Every command prints exactly one JSON object, also when it fails.
    @ParameterizedTest
    @ValueSource(strings = {"new", "import", "list", "edit", "undo", "redo", "history", "key", "doctor --nonsense",
            "list --jsn x", "nonsense", "import NONE x.jsonl", "list NONE", "edit NONE 1 --status approved",
            "edit NONE one", "undo NONE", "redo NONE", "history NONE", "key twist", "key set", "tour --theme pink"})
    void failsWithOneObject(String line) {
        String[] words = (line.replace("NONE", folder.resolve("none").toString()) + " --json").split(" ", -1);
        Shell.Ran ran = shell().run(words);
        assertEquals(2, ran.code(), ran.toString());
        JsonNode error = ran.json().path("error");
        assertFalse(error.path("kind").asString().isEmpty());
        assertFalse(error.path("message").asString().isEmpty());
        assertTrue(error.path("next").isString());
    }

    @Test
    void namesTheNearestCommandAndOption() {
        assertTrue(shell().run("lst").err().contains("did you mean list?"));
        assertTrue(shell().run("list", "p", "--serch", "x").err().contains("did you mean --search?"));
    }

    @Test
    void keepsAKeyAndNeverShowsIt() throws Exception {
        var shell = shell().typing("sk-secret-value\n");
        Shell.Ran set = shell.run("key", "set", "openai", "--json");
        Shell.Ran list = shell().run("key", "list");
        assertFalse((set + " " + list).contains("secret"));
        assertTrue(set.out().contains("{\"name\":\"openai\",\"present\":true}"));
        Path file = folder.resolve("home").resolve("keys.json");
        assertTrue(Files.readString(file).contains("sk-secret-value"));
        assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)));
        assertTrue(shell().run("key", "delete", "openai", "--json").out()
                .contains("{\"name\":\"openai\",\"present\":false}"));
    }

    @Test
    void saysWhatThisMachineCanDo() {
        JsonNode doctor = shell().run("doctor", "--json").json();
        assertTrue(doctor.path("jdk").asString().startsWith("25"), doctor.toString());
        assertTrue(doctor.path("cores").asInt() > 0 && doctor.path("disk").asLong() > 0);
        assertTrue(doctor.path("engine").has("ok") && doctor.path("providers").size() > 3);
    }

    @Test
    void showsHelpForEachCommand() {
        Shell.Ran help = shell().run("--help");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("import"));
        assertEquals(0, shell().run("import", "--help").code());
    }

    @Test
    void importsWithAReceiptAndListsTheRows() throws Exception {
        String project = project();
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(rows, """
                {"messages":[{"role":"user","content":"One?"},{"role":"assistant","content":"Eins."}]}
                {"messages":[{"role":"user","content":"Two?"},
                {"messages":[{"role":"user","content":"One?"},{"role":"assistant","content":"Eins."}]}
                """);
        JsonNode receipt = shell().json(1, "import", project, rows.toString());
        assertEquals("3 2 1 1", receipt.path("read").asInt() + " " + receipt.path("kept").asInt() + " "
                + receipt.path("refused").asInt() + " " + receipt.path("duplicates").asInt());
        assertEquals(2, receipt.path("problems").path(0).path("line").asInt());

        JsonNode list = shell().json(0, "list", project, "--where", "duplicate = false");
        assertEquals(1, list.path("total").asInt());
        JsonNode row = list.path("rows").path(0);
        assertEquals("draft 2 One? Eins.", row.path("status").asString() + " " + row.path("messages").asInt() + " "
                + row.path("question").asString() + " " + row.path("answer").asString());
        assertTrue(row.path("tokens").asInt() > 0);
    }

    @Test
    void collectsAFolderAndCutsIt() throws Exception {
        String project = project();
        Path docs = Files.createDirectories(folder.resolve("docs"));
        Files.writeString(docs.resolve("a.md"),
                "# One\n\n" + "A sentence of words. ".repeat(60) + "\n\n# Two\n\nEnd.\n");
        Files.write(docs.resolve("b.bin"), new byte[]{0, 1, 2, 3});
        JsonNode collected = shell().json(0, "collect", project, docs.toString());
        assertEquals("1 0 1", collected.path("documents").asInt() + " " + collected.path("cached").asInt() + " "
                + collected.path("skipped").size());
        assertEquals(1, shell().json(0, "collect", project, docs.toString()).path("cached").asInt());
        JsonNode chunks = shell().json(0, "chunk", project, "--tokens", "100");
        assertTrue(chunks.path("chunks").asInt() > 2, chunks.toString());
        assertEquals("0 0", chunks.path("brokenFences").asInt() + " " + chunks.path("overLimit").asInt());
        assertEquals(3, shell().run("collect", project, folder.resolve("nowhere").toString()).code());
        assertEquals(2, shell().run("chunk", project, "--encoding", "klingon").code());
    }

    @Test
    void editsUndoesAndRedoes() throws Exception {
        String project = project();
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(rows,
                "{\"messages\":[{\"role\":\"user\",\"content\":\"One?\"},{\"role\":\"assistant\",\"content\":\"1\"}]}\n");
        shell().json(0, "import", project, rows.toString());
        String id = shell().json(0, "list", project).path("rows").path(0).path("id").asString();

        JsonNode edited = shell().json(0, "edit", project, id, "--set", "assistant=Eins.", "--status", "approved",
                "--tag", "numbers");
        assertEquals(2, edited.path("revision").asInt());
        assertEquals("Eins. approved [\"numbers\"] true", shown(project));

        JsonNode undone = shell().json(0, "undo", project);
        assertEquals("1 2", undone.path("step").asInt() + " " + undone.path("of").asInt());
        assertEquals("1 draft [] false", shown(project));
        shell().json(0, "redo", project);
        assertEquals("Eins. approved [\"numbers\"] true", shown(project));
        assertEquals(2, shell().json(0, "history", project).path("steps").size());

        assertEquals(2, shell().run("edit", project, "99", "--status", "approved").code());
        assertEquals(2, shell().run("edit", project, id, "--status", "splendid").code());
        assertEquals(2, shell().run("list", project, "--where", "colour = red").code());
    }

    @Test
    void travelsOverBranchesAndTellsTheVersionsOfARow() throws Exception {
        String project = folder.resolve("p").toString();
        shell().json(0, "new", project);
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(rows,
                "{\"messages\":[{\"role\":\"user\",\"content\":\"One?\"},{\"role\":\"assistant\",\"content\":\"1\"}]}\n");
        shell().json(0, "import", project, rows.toString());
        shell().json(0, "edit", project, "1", "--set", "assistant=Eins.");
        shell().json(0, "edit", project, "1", "--status", "approved");
        shell().json(0, "undo", project, "--steps", "2");
        shell().json(0, "edit", project, "1", "--set", "assistant=Un.");

        assertEquals(List.of("1 done", "4 done"), states(shell().json(0, "history", project)));
        JsonNode branches = shell().json(0, "history", project, "--branches");
        assertEquals(List.of("1 done", "2 branch", "3 branch", "4 done"), states(branches));
        assertEquals("4 4", branches.path("step").asInt() + " " + branches.path("of").asInt());

        assertEquals("Approved example 1", shell().json(0, "undo", project, "--to", "3").path("sentence").asString());
        assertEquals("Eins. approved [] true", shown(project));
        assertEquals(List.of("1 done", "2 done", "3 done"), states(shell().json(0, "history", project)));
        assertEquals("[1]", shell().json(0, "history", project, "--rows", "4").path("rows").toString());

        JsonNode versions = shell().json(0, "history", project, "--row", "1").path("versions");
        assertEquals("[\"1\",\"Eins.\",\"Eins.\",\"Un.\"]", answers(versions));
        assertEquals("[\"status\"]", versions.path(2).path("changed").toString());
        assertEquals(2, shell().run("undo", project, "--to", "9").code());
        assertEquals(2, shell().run("history", project, "--rows", "9").code());
        assertEquals(2, shell().run("history", project, "--row", "9").code());
        shell().json(0, "undo", project, "--to", "0");
        assertEquals(0, shell().json(0, "list", project).path("total").asInt());
    }

    private static List<String> states(JsonNode history) {
        return history.path("steps").valueStream()
                .map(step -> step.path("step").asInt() + " " + step.path("state").asString()).toList();
    }

    private static String answers(JsonNode versions) {
        var answers = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        versions.forEach(version -> answers.add(version.path("body").path("messages").path(1).path("content")));
        return answers.toString();
    }

    private String shown(String project) {
        JsonNode row = shell().json(0, "list", project).path("rows").path(0);
        return row.path("answer").asString() + " " + row.path("status").asString() + " " + row.path("tags") + " "
                + row.path("edited").asBoolean();
    }

    @Test
    void editsAllOfAFilterAndRepairsAFinding() throws Exception {
        String project = project();
        Path rows = folder.resolve("rows.jsonl");
        Files.writeString(rows, """
                {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"The colour."}]}
                {"messages":[{"role":"user","content":"b"},{"role":"assistant","content":"See:\\n```\\nx"}]}
                {"messages":[{"role":"user","content":"c"},{"role":"assistant","content":"Colours, colour."}]}
                """);
        shell().json(0, "import", project, rows.toString());
        JsonNode edited = shell().json(0, "edit", project, "--where", "id >= 2", "--find", "colour", "--replace",
                "color", "--status", "approved");
        assertEquals(2, edited.path("changed").asInt());
        JsonNode listed = shell().json(0, "list", project);
        assertEquals("The colour.", listed.at("/rows/0/answer").asString());
        assertEquals("Colours, color.", listed.at("/rows/2/answer").asString());
        assertEquals("approved", listed.at("/rows/1/status").asString());
        assertEquals(1, shell().json(0, "fix", project, "--kind", "unbalanced_fence").path("changed").asInt());
        assertEquals(0, shell().json(0, "fix", project, "--kind", "unbalanced_fence").path("changed").asInt());
        assertTrue(shell().json(0, "history", project).toString().contains("Closed the code fence of 1 example"));
        assertEquals(2, shell().run("fix", project, "--kind", "unbalanced_fenc", "--json").code());
        assertEquals(2, shell().run("edit", project, "--status", "approved", "--json").code());
        shell().json(0, "undo", project);
        assertEquals(1, shell().json(0, "fix", project, "--kind", "unbalanced_fence").path("changed").asInt());
    }
}
