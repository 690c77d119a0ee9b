package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is trained, and preference pairs, as a script gets them.
@Timeout(120)
final class SupervisionCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    private Shell shell() {
        return new Shell(folder.resolve("home"));
    }

    private String project(String... rows) throws Exception {
        String project = folder.resolve("p").toString();
        assertEquals(0, shell().run("new", project).code());
        Path file = Files.write(folder.resolve("rows.jsonl"), List.of(rows));
        shell().run("import", project, file.toString());
        return project;
    }

    private static String row(String question, String answer) {
        var row = BodyJson.mapper().createObjectNode();
        var messages = row.putArray("messages");
        messages.addObject().put("role", "system").put("content", "Be brief.");
        messages.addObject().put("role", "user").put("content", question);
        messages.addObject().put("role", "assistant").put("content", answer).put("weight", 1);
        return row.toString();
    }

    @Test
    void saysHowMuchIsTrainedAndWhichRowsTeachNothing() throws Exception {
        String project = project(row("Who?", "Ada."), row("long ".repeat(300), "Ada."),
                row("Who?", "Ada.").replace("\"weight\":1", "\"weight\":0"), row("Why?", "because ".repeat(300)));
        JsonNode hosted = shell().json(0, "tokens", project, "--supervision");
        assertEquals("o200k_base", hosted.path("family").asString());
        assertEquals(3, hosted.path("supervision").path("whole").path("count").asInt());
        assertEquals("[3]", hosted.path("supervision").path("teaches nothing").path("examples").toString());

        JsonNode limited = shell().json(0, "tokens", project, "--supervision", "--limit", "100");
        assertEquals("[2]", limited.path("supervision").path("cut off by the limit").path("examples").toString());
        assertEquals("[4]", limited.path("supervision").path("partly cut").path("examples").toString());

        String sample = shell().json(0, "models").path("models").path(0).path("id").asString();
        JsonNode local = shell().json(0, "tokens", project, "--supervision", "--model", sample);
        assertEquals(4, local.path("rows").asInt());
        assertTrue(local.path("trained").asInt() > 5, local.toString());
        assertTrue(shell().run("tokens", project, "--supervision", "--model", "template:gemma").out()
                .contains("tokens will be trained; 1 row teaches nothing."));
        assertEquals(3, shell().run("tokens", project, "--supervision", "--model", "nonsense").code());
    }

    @Test
    void writesEditedAnswersAsPreferencePairs() throws Exception {
        String project = project(row("Who?", "Sure! Ada."), row("When?", "In 1843."), row("Where?", "Here."));
        assertEquals(0, shell().run("edit", project, "1", "--set", "assistant=Ada.").code());
        assertEquals(0, shell().run("edit", project, "3", "--set", "user=Where exactly?", "--set",
                "assistant=In London.").code());
        String out = folder.resolve("out").toString();
        JsonNode export = shell().json(0, "export", project, "--format", "openai-dpo", "--out", out);
        assertEquals("""
                {"input":{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Who?"}]},\
                "preferred_output":[{"role":"assistant","content":"Ada."}],\
                "non_preferred_output":[{"role":"assistant","content":"Sure! Ada."}]}
                """, Files.readString(Path.of(out, "train.jsonl")));
        assertEquals("Row 2 was not edited, so there is no second answer.",
                export.path("leftOut").path(0).path("reason").asString());
        assertEquals("Row 3 had its question edited as well, so the two answers do not answer the same.",
                export.path("leftOut").path(1).path("reason").asString());
    }
}
