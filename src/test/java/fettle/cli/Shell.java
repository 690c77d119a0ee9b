package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.app.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands as a person would, in this process, and keeps what they print.
public final class Shell {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    /// `home` is FETTLE_HOME.
    public Shell(Path home) {
        environment.put("FETTLE_HOME", home.toString());
    }

    /// The same with one environment variable more.
    public Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// The same with text on standard input.
    public Shell typing(String text) {
        input = text;
        return this;
    }

    public Ran run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = new Fettle(new Wiring(environment), console).run(words);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Runs with `--json`, and expects the exit code.
    public JsonNode json(int code, String... words) {
        var all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        Ran ran = run(all);
        assertEquals(code, ran.code(), ran.toString());
        return ran.json();
    }

    /// What a command left.
    public record Ran(int code, String out, String err) {

        /// The one JSON object on standard output; anything more is a failure.
        public JsonNode json() {
            JsonNode node = JSON.readTree(out);
            assertEquals(true, node.isObject(), out);
            return node;
        }
    }
}
