package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.chunk.Chunk;
import fettle.chunk.CutSettings;
import fettle.document.Document;
import fettle.engine.TinyModel;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.source.Source;
import fettle.token.Encoding;
import fettle.web.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole path as commands, one after the other.
@Timeout(300)
final class PathTest {

    @TempDir
    private Path folder = Path.of("");

    private Shell shell() {
        return new Shell(folder.resolve("home"));
    }

    private String project() {
        String project = folder.resolve("colours").toString();
        shell().json(0, "new", project);
        return project;
    }

    @Test
    void countsChecksSplitsAndExportsWhatCameIn() throws Exception {
        String project = project();
        Path rows = TinyModel.rows(folder.resolve("rows.jsonl"), 20);
        shell().json(0, "import", project, rows.toString());

        JsonNode tokens = shell().json(0, "tokens", project, "--model", "gpt-4o-mini");
        assertEquals("o200k_base 20", tokens.path("encoding").asString() + " " + tokens.path("examples").asInt());
        assertEquals(20, count(tokens.path("histogram")));
        assertTrue(shell().json(0, "check", project).path("valid").asBoolean());
        JsonNode split = shell().json(0, "split", project, "--validation", "0.25", "--seed", "3");
        assertEquals("15 5", split.path("train").asInt() + " " + split.path("validation").asInt());

        Path out = folder.resolve("out");
        JsonNode files = shell().json(0, "export", project, "--format", "openai-chat", "--out", out.toString())
                .path("files");
        assertEquals("train.jsonl 15 validation.jsonl 5", files.path(0).path("path").asString() + " "
                + files.path(0).path("rows").asInt() + " " + files.path(1).path("path").asString() + " "
                + files.path(1).path("rows").asInt());
        var exported = new ArrayList<>(Files.readAllLines(out.resolve("train.jsonl")));
        exported.addAll(Files.readAllLines(out.resolve("validation.jsonl")));
        assertEquals(values(Files.readAllLines(rows)), values(exported));
        assertEquals(2, shell().run("export", project, "--format", "clay", "--out", "x").code());
        assertEquals(2, shell().run("split", project, "--validation", "7").code());
        assertEquals(2, shell().run("tokens", project, "--model", "no-such").code());
    }

    private static int count(JsonNode bins) {
        return bins.valueStream().mapToInt(bin -> bin.path("count").asInt()).sum();
    }

    private static List<JsonNode> values(List<String> lines) {
        return lines.stream().sorted().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    @Test
    void generatesOverTheNetworkAndPaysNothingTwice() throws Exception {
        String project = project();
        cut(Path.of(project), 5);
        try (var server = new RawServer((asked, line) -> answer(asked, line))) {
            String[] generate = {"generate", project, "--provider", "openai", "--model", "m", "--concurrency", "2"};
            var shell = shell().with("OPENAI_BASE_URL", server.address() + "/v1").with("OPENAI_API_KEY", "sk-k");

            JsonNode first = shell.json(1, generate);
            assertEquals("4 1 0", counts(first));
            assertEquals(8, shell().json(0, "list", project).path("total").asInt());

            JsonNode second = shell.json(1, generate);
            assertEquals("0 1 4", counts(second));
            assertEquals(6, server.asked().size(), "only the failed passage is asked again");
            assertEquals(8, shell().json(0, "list", project).path("total").asInt());
        }
    }

    /// Two examples about each passage; the third passage is one that the model refuses.
    private static void answer(RawServer.Asked asked, RawServer.Line line) throws IOException {
        if (asked.body().contains("Passage 3")) {
            line.answer(400, "application/json", "{\"error\":{\"message\":\"No.\"}}");
            return;
        }
        String examples = "{\"examples\":[{\"question\":\"Q1\",\"answer\":\"A\"},{\"question\":\"Q2\",\"answer\":\"B\"}]}";
        var chunk = JsonMapper.shared().createObjectNode();
        chunk.putArray("choices").addObject().put("finish_reason", "stop").putObject("delta").put("content", examples);
        line.stream(chunk.toString(), "[DONE]");
    }

    static String counts(JsonNode made) {
        return made.path("answered").asInt() + " " + made.path("failed").asInt() + " " + made.path("cached").asInt();
    }

    static void cut(Path folder, int passages) throws IOException {
        try (Project project = new Projects(Encoding.DEFAULT).open(folder)) {
            project.documents().replace(Source.Kind.FOLDER, "/somewhere", List.of(
                    new Document("", "", "a.md", "A", Document.Kind.MARKDOWN, "", "Passages.", "00")), List.of());
            String document = project.documents().documents().getFirst().id();
            List<Chunk> chunks = IntStream.range(0, passages)
                    .mapToObj(i -> new Chunk("", document, i, i, i + 1, List.of(), "Passage " + i, 3)).toList();
            project.chunks().replace(chunks, CutSettings.DEFAULT);
        }
    }

    @Test
    void saysInOneSentenceWhatEndsAGeneration() throws Exception {
        String project = project();
        cut(Path.of(project), 3);
        String[] generate = {"generate", project, "--provider", "openai", "--model", "m"};
        try (var server = RawServer.json(401, "{\"error\":{\"message\":\"Wrong\",\"code\":\"invalid_api_key\"}}")) {
            var shell = shell().with("OPENAI_BASE_URL", server.address() + "/v1").with("OPENAI_API_KEY", "sk-k");
            JsonNode refused = shell.json(3, generate);
            assertEquals("key-refused", refused.path("error").path("kind").asString());
            assertEquals("0 0 0", counts(refused));
            assertTrue(refused.path("asked").asInt() > 0, "the counts so far stand beside the error");
        }
        assertEquals("key-missing", shell().json(3, generate).path("error").path("kind").asString());
        generate[3] = "opnai";
        assertEquals("provider", shell().json(2, generate).path("error").path("kind").asString());
    }

    @Test
    void asksAModelOfAProvider() throws Exception {
        try (var server = new RawServer((_, line) -> line.stream(
                "{\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"lo\"}}]}"))) {
            var shell = shell().with("OPENAI_BASE_URL", server.address() + "/v1");
            JsonNode reply = shell.json(1, "chat", "openai/m", "--prompt", "Hi");
            assertEquals("Hello incomplete", reply.path("text").asString() + " " + reply.path("finish").asString());
            assertEquals("Hello\n", shell.run("chat", "openai/m", "--prompt", "Hi").out());
        }
        assertEquals("no-such-model", shell().json(2, "chat", "nobody", "--prompt", "x").path("error").path("kind")
                .asString());
    }

    @Test
    void tunesAModelTalksToItAndScoresIt() throws Exception {
        String project = project();
        Path base = TinyModel.write(folder.resolve("tiny"));
        assertEquals("tiny", shell().json(0, "models", "add", base.toString()).path("id").asString());
        shell().json(0, "import", project, TinyModel.rows(folder.resolve("rows.jsonl"), 12).toString());
        shell().json(0, "split", project, "--validation", "0.25");
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, "num_train_epochs: 3\nlearning_rate: 1e-2\nmax_length: 64\n");

        JsonNode tuned = shell().json(0, "tune", project, "--with", "local", "--model", "tiny", "--recipe",
                recipe.toString());
        assertEquals("t1 succeeded colours-t1",
                tuned.path("id").asString() + " " + tuned.path("status").asString() + " "
                        + tuned.path("fineTunedModel").asString());
        assertTrue(tuned.path("steps").asInt() > 0 && tuned.path("trainLoss").asDouble() > 0);
        JsonNode show = shell().json(0, "models", "show", "colours-t1");
        assertEquals("tiny v1", show.path("lineage").path("base").asString() + " "
                + show.path("lineage").path("release").asString());
        assertEquals("succeeded", shell().json(0, "tunings", project, "show", "t1").path("status").asString());
        assertTrue(shell().run("tunings", project, "results", "t1").out().startsWith("step,train_loss,"));

        assertTrue(shell().json(0, "chat", "colours-t1", "--prompt", "What colour is number 1?", "--max-tokens", "8")
                .path("text").isString());
        JsonNode scores = shell().json(0, "evaluate", project, "--models", "tiny,colours-t1", "--max-tokens", "8")
                .path("scores");
        assertEquals(3, scores.path("colours-t1").path("f1").path("n").asInt());
        Path out = folder.resolve("handed-on");
        shell().json(0, "models", "export", "colours-t1", "--merged", out.toString());
        assertTrue(Files.exists(out.resolve("model.safetensors")));
    }

    @Test
    void namesWhatIsWrongInARecipe() throws Exception {
        String project = project();
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, "learning_rat: 1e-2\n");
        String message = shell().json(2, "tune", project, "--model", "tiny", "--recipe", recipe.toString())
                .path("error").path("message").asString();
        assertEquals("A recipe has no setting `learning_rat`; the nearest is `learning_rate`.", message);
        Files.writeString(recipe, "learning_rate: 7\n");
        assertEquals("`learning_rate` is 7, which is too much; the nearest right value is 1.",
                shell().json(2, "tune", project, "--model", "tiny",
                        "--recipe", recipe.toString()).path("error").path("message").asString());
    }
}
