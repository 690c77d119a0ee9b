package fettle.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.SafeTensors;
import fettle.engine.torch.Natives;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reference values of a tiny model (made with the versions in `golden/models/versions.json`), and how near ours must be.
public record Golden(Path folder, JsonNode scalars) {

    public static Golden of(String model) throws IOException {
        Natives.load();
        Natives.useThreads(1);
        Path folder = Path.of("src/test/resources/golden/models", model);
        return new Golden(folder, JsonMapper.shared().readTree(Files.readString(folder.resolve("golden.json"))));
    }

    /// A fresh copy of the model.
    public Gpt2 model() throws IOException {
        Gpt2Config config = Gpt2Config.read(folder);
        return new Gpt2(config, Weights.load(config, folder.resolve("model.safetensors")));
    }

    public float[] floats(String name) throws IOException {
        try (SafeTensors golden = SafeTensors.open(folder.resolve("golden.safetensors"))) {
            SafeTensors.Entry entry = golden.entries().get(name);
            var values = new float[entry == null ? 0 : (int) entry.size()];
            var segment = MemorySegment.ofArray(values);
            golden.floats(name, segment);
            return values;
        }
    }

    public long[] longs(String name) throws IOException {
        try (SafeTensors golden = SafeTensors.open(folder.resolve("golden.safetensors"))) {
            return golden.longs(name);
        }
    }

    /// Tensors: 1e-4 relative, 1e-5 absolute.
    public static void assertNear(float[] expected, float[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            double off = Math.abs(expected[i] - actual[i]);
            int at = i;
            assertTrue(off <= 1e-5 + 1e-4 * Math.abs(expected[i]),
                    () -> "%s[%d]: expected %s, was %s".formatted(what, at, expected[at], actual[at]));
        }
    }

    /// Scalars: 1e-4 relative.
    public static void assertNear(double expected, double actual, String what) {
        assertEquals(expected, actual, 1e-4 * Math.abs(expected), what);
    }
}
