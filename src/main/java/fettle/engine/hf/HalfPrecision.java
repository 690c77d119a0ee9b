package fettle.engine.hf;

import fettle.disk.AtomicFile;
import fettle.engine.hf.SafeTensorsWriter.Numbers;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Copies a model directory with its weights as 16-bit floats: half the size, and precise enough to begin a tuning from.
public final class HalfPrecision {

    private static final String WEIGHTS = "model.safetensors";
    private static final String CONFIG = "config.json";

    private HalfPrecision() {}

    /// Copies `model` to `out`; training leftovers are left out.
    public static void copy(Path model, Path out) throws IOException {
        Files.createDirectories(out);
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(WEIGHTS) && !name.equals(CONFIG)) {
                    AtomicFile.write(out.resolve(name), Files.readString(file));
                }
            }
        }
        ObjectNode config = Gpt2Config.json(model);
        config.put("dtype", "float16").put("torch_dtype", "float16");
        AtomicFile.write(out.resolve(CONFIG), JsonMapper.shared().writerWithDefaultPrettyPrinter()
                .writeValueAsString(config) + "\n");
        weights(model.resolve(WEIGHTS), out.resolve(WEIGHTS));
    }

    private static void weights(Path from, Path to) throws IOException {
        try (SafeTensors file = SafeTensors.open(from); Arena arena = Arena.ofConfined()) {
            var halves = new LinkedHashMap<String, Numbers>();
            for (var entry : file.entries().entrySet()) {
                long size = entry.getValue().size();
                MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, size);
                file.floats(entry.getKey(), floats);
                MemorySegment half = arena.allocate(ValueLayout.JAVA_SHORT, size);
                for (long i = 0; i < size; i++) {
                    half.setAtIndex(ValueLayout.JAVA_SHORT, i,
                            Float.floatToFloat16(floats.getAtIndex(ValueLayout.JAVA_FLOAT, i)));
                }
                halves.put(entry.getKey(), new Numbers("F16", entry.getValue().shape(), half));
            }
            SafeTensorsWriter.writeNumbers(to, halves);
        }
    }
}
