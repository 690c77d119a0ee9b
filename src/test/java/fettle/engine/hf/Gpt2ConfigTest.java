package fettle.engine.hf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Gpt2ConfigTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsAbsentOrNullIsTransformersDefault() throws IOException {
        write("""
                {"model_type":"gpt2","n_inner":null,"n_ctx":1024,"torch_dtype":"float16","n_embd":1024,"n_head":16}""");
        assertEquals(new Gpt2Config(50257, 1024, 1024, 12, 16, 4096, "gelu_new", 1e-5, true, false, true,
                new Gpt2Config.Dropout(0.1, 0.1, 0.1)), Gpt2Config.read(folder));
    }

    @Test
    void theNewerSpellingIsRead() throws IOException {
        Path golden = Path.of("src/test/resources/golden/models/gpt2-untied-inv");
        assertEquals(new Gpt2Config(97, 64, 24, 3, 3, 40, "gelu_new", 1e-6, true, true, false, Gpt2Config.Dropout.NONE),
                Gpt2Config.read(golden));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Gpt2Config config = Gpt2Config.of(300, 64, 32, 2, 4);
        write(config.toJson(0).toString());
        assertEquals(config, Gpt2Config.read(folder));
    }

    @Test
    void parametersAreCounted() {
        assertEquals(124_439_808, Gpt2Config.of(50257, 1024, 768, 12, 12).parameters());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{\"model_type\":\"llama\"}                                    | its model_type is \"llama\"",
            "{}                                                            | names no model_type",
            "{\"model_type\":\"gpt2\",\"activation_function\":\"mish\"}    | its activation_function is \"mish\"",
            "{\"model_type\":\"gpt2\",\"n_embd\":10,\"n_head\":3}          | sizes make no model",
            "{\"model_type\":\"gpt2\",\"vocab_size\":-1}                   | sizes make no model",
            "[1]                                                           | is not a JSON object",
            "{                                                             | is not JSON"})
    void whatItCannotRunIsRefusedWithASentence(String json, String why) throws IOException {
        write(json);
        var refused = assertThrows(ExpectedException.class, () -> Gpt2Config.read(folder));
        assertEquals("bad-model", refused.kind());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void aFolderWithoutConfigIsNoModel() {
        assertThrows(ExpectedException.class, () -> Gpt2Config.read(folder.resolve("nowhere")));
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
    }
}
