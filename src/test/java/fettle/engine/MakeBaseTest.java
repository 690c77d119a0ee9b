package fettle.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.engine.hf.SafeTensors;
import fettle.example.ChatModel.Request;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class MakeBaseTest {

    private static final String RECIPE = """
            texts: [text.txt, more/]
            talk: talk.jsonl
            vocabulary: 300
            positions: 64
            channels: 16
            layers: 1
            heads: 2
            dropout: 0.1
            reading: {max_steps: 4, max_length: 32, per_device_train_batch_size: 4}
            talking: {max_steps: 4, max_length: 64, per_device_train_batch_size: 4}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void makesAModelInHalfPrecisionThatAnswers() throws Exception {
        Files.writeString(folder.resolve("text.txt"), "The kettle sings and the kettle is hot. ".repeat(40));
        Files.createDirectories(folder.resolve("more"));
        Files.writeString(folder.resolve("more/one.md"), "# Kettles\n\nA kettle is a pot for boiling water.\n");
        Files.writeString(folder.resolve("talk.jsonl"), """
                {"messages":[{"role":"user","content":"What is hot?"},{"role":"assistant","content":"The kettle."}]}
                """.repeat(4));
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
        var engine = new LocalEngine(folder.resolve("logs"));

        Path made = new MakeBase(engine, recipe, folder.resolve("work"), folder.resolve("model"))
                .run(Progress.UNWATCHED);

        try (SafeTensors weights = SafeTensors.open(made.resolve("model.safetensors"))) {
            assertTrue(weights.entries().values().stream().allMatch(entry -> entry.dtype().equals("F16")));
        }
        assertTrue(Files.readString(made.resolve("config.json")).contains("\"resid_pdrop\" : 0.1"));
        try (var model = engine.load(new Model("made", made, Optional.empty(), 0))) {
            var question = new Turn("user", "What is hot?", false);
            var reply = model.complete(new Request(List.of(question), 0, 4), _ -> {});
            assertTrue(reply.outputTokens() > 0);
        }
    }

    @Test
    void saysWhichTextIsMissing() throws Exception {
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
        var work = new MakeBase(new LocalEngine(folder), recipe, folder.resolve("work"), folder.resolve("model"));
        var failure = assertThrows(ExpectedException.class, () -> work.run(Progress.UNWATCHED));
        assertEquals("recipe", failure.kind());
        assertTrue(failure.getMessage().contains("text.txt"), failure.getMessage());
    }
}
