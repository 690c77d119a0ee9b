package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.app.Launcher;
import fettle.engine.TinyModel;
import fettle.web.RawServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Commands as processes of their own.
@Timeout(300)
final class ChildProcessTest {

    private static final String ANSWER = "{\"choices\":[{\"finish_reason\":\"stop\",\"delta\":{\"content\":"
            + "\"{\\\"examples\\\":[{\\\"question\\\":\\\"Q\\\",\\\"answer\\\":\\\"A\\\"}]}\"}}]}";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>();

    private Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("FETTLE_HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        return builder.redirectError(folder.resolve("err.txt").toFile()).start();
    }

    @Test
    void printsOneObjectAndTheExitCode() throws Exception {
        Process process = start("list", folder.resolve("none").toString(), "--json");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor());
        assertEquals("not-a-project", JsonMapper.shared().readTree(out).path("error").path("kind").asString());
        assertEquals("", Files.readString(folder.resolve("err.txt")));
    }

    @Test
    void asksNothingAgainThatWasAnsweredBeforeTheProcessWasKilled() throws Exception {
        String project = folder.resolve("killed").toString();
        var shell = new Shell(folder.resolve("home"));
        shell.json(0, "new", project);
        PathTest.cut(Path.of(project), 12);
        var child = new CompletableFuture<Process>();
        var questions = new AtomicInteger();
        try (var server = new RawServer((_, line) -> {
            // One question at a time: when the sixth comes, five answers have been put away.
            if (questions.incrementAndGet() == 6) {
                child.join().destroyForcibly().onExit().join();
            } else {
                line.stream(ANSWER, "[DONE]");
            }
        })) {
            environment.put("OPENAI_BASE_URL", server.address() + "/v1");
            environment.put("OPENAI_API_KEY", "sk-k");
            String[] generate = {"generate", project, "--provider", "openai", "--model", "m", "--concurrency", "1"};
            child.complete(start(generate));
            assertNotEquals(0, child.join().waitFor());

            environment.forEach(shell::with);
            JsonNode again = shell.json(0, generate);
            assertEquals("7 0 5", PathTest.counts(again));
            assertEquals(13, questions.get(), "only the question that was cut off is asked again");
            assertEquals(12, shell.json(0, "list", project).path("total").asInt());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsACheckpointWhenItIsAskedToEndAndGoesOnLater() throws Exception {
        var shell = new Shell(folder.resolve("home"));
        String project = folder.resolve("colours").toString();
        shell.json(0, "new", project);
        shell.json(0, "models", "add", TinyModel.write(folder.resolve("tiny")).toString());
        shell.json(0, "import", project, TinyModel.rows(folder.resolve("rows.jsonl"), 12).toString());
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, "max_steps: 400\nmax_length: 64\n");

        Process process = start("tune", project, "--model", "tiny", "--recipe", recipe.toString(), "--follow");
        try (var out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); !line.startsWith("step 3 "); line = out.readLine()) {
                assertTrue(process.isAlive() || line.startsWith("step"), line);
            }
            process.toHandle().destroy(); // a kind kill: the same way as Ctrl-C
            out.lines().forEach(_ -> {});
        }
        assertTrue(process.waitFor(15, TimeUnit.SECONDS));
        assertEquals(143, process.exitValue()); // 128 + SIGTERM; 130 after Ctrl-C

        JsonNode stopped = shell.json(0, "tunings", project, "show", "t1");
        assertEquals("paused", stopped.path("status").asString(), stopped.toString());
        assertTrue(shell.json(0, "tunings", project, "checkpoints", "t1").path("data").size() > 0);
        JsonNode resumed = shell.json(0, "tunings", project, "resume", "t1");
        assertEquals("succeeded 400", resumed.path("status").asString() + " " + resumed.path("steps").asInt());
    }
}
