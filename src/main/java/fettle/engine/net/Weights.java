package fettle.engine.net;

import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.SafeTensors;
import fettle.engine.hf.SafeTensorsWriter;
import fettle.engine.hf.SafeTensorsWriter.Floats;
import fettle.engine.torch.Tensor;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/// The parameters of a model by their Hugging Face names, in that order.
public final class Weights implements AutoCloseable {

    private static final String PREFIX = "transformer.";

    private final SequencedMap<String, Tensor> byName;

    private Weights(SequencedMap<String, Tensor> byName) {
        this.byName = byName;
    }

    /// Reads a model's weights. Names with and without "transformer." are read; buffers and a tied head beside its table
    /// are passed over. Throws "bad-weights" when one is missing or has another shape than the config says.
    public static Weights load(Gpt2Config config, Path file) throws IOException {
        var weights = new Weights(new LinkedHashMap<>());
        try (SafeTensors stored = SafeTensors.open(file)) {
            for (Map.Entry<String, List<Long>> wanted : shapes(config).entrySet()) {
                String name = wanted.getKey();
                String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
                String found = stored.entries().containsKey(name) ? name : bare;
                weights.byName.put(name, read(stored, found, wanted.getValue(), file));
            }
            return weights;
        } catch (IOException | RuntimeException failed) {
            weights.close();
            throw failed;
        }
    }

    private static Tensor read(SafeTensors stored, String name, List<Long> shape, Path file) throws IOException {
        SafeTensors.Entry entry = stored.entries().get(name);
        if (entry != null && !entry.shape().equals(shape)) {
            throw new ExpectedException("bad-weights",
                    "%s: \"%s\" has the shape %s, and config.json says %s.".formatted(
                            file, name, entry.shape(), shape),
                    "Check that the weights belong to the config.json beside them.");
        }
        Tensor tensor = Tensor.zeros(shape);
        stored.floats(name, tensor.floats());
        return tensor;
    }

    /// New weights as GPT-2 begins: normal with deviation 0.02, those before a residual sum smaller, norms 1, biases 0.
    public static Weights random(Gpt2Config config, long seed) {
        var random = new Random(seed);
        var byName = new LinkedHashMap<String, Tensor>();
        shapes(config).forEach((name, shape) -> {
            Tensor tensor = Tensor.zeros(shape);
            double deviation = name.endsWith("c_proj.weight") ? 0.02 / Math.sqrt(2.0 * config.layers()) : 0.02;
            boolean norm = name.contains(".ln_");
            for (long i = 0; i < tensor.size() && name.endsWith(".weight"); i++) {
                float value = norm ? 1 : (float) (random.nextGaussian() * deviation);
                tensor.floats().setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
            }
            byName.put(name, tensor);
        });
        return new Weights(byName);
    }

    /// Name and shape of each parameter of such a model.
    public static SequencedMap<String, List<Long>> shapes(Gpt2Config config) {
        var shapes = new LinkedHashMap<String, List<Long>>();
        long width = config.channels();
        long inner = config.inner();
        shapes.put(PREFIX + "wte.weight", List.of((long) config.vocabulary(), width));
        shapes.put(PREFIX + "wpe.weight", List.of((long) config.positions(), width));
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = PREFIX + "h." + layer + ".";
            pair(shapes, block + "ln_1", width);
            pair(shapes, block + "attn.c_attn", width, 3 * width);
            pair(shapes, block + "attn.c_proj", width, width);
            pair(shapes, block + "ln_2", width);
            pair(shapes, block + "mlp.c_fc", width, inner);
            pair(shapes, block + "mlp.c_proj", inner, width);
        }
        pair(shapes, PREFIX + "ln_f", width);
        if (!config.tied()) {
            shapes.put("lm_head.weight", List.of((long) config.vocabulary(), width));
        }
        return shapes;
    }

    private static void pair(SequencedMap<String, List<Long>> shapes, String name, Long... shape) {
        shapes.put(name + ".weight", List.of(shape));
        shapes.put(name + ".bias", List.of(shape[shape.length - 1]));
    }

    /// The same parameters, with gradients of their own.
    public Weights alias() {
        var aliases = new LinkedHashMap<String, Tensor>();
        byName.forEach((name, tensor) -> aliases.put(name, tensor.alias()));
        return new Weights(aliases);
    }

    /// Writes all of them as safetensors.
    public void save(Path file) throws IOException {
        save(file, byName);
    }

    /// Writes named tensors as safetensors.
    public static void save(Path file, SequencedMap<String, Tensor> tensors) throws IOException {
        var floats = new LinkedHashMap<String, Floats>();
        tensors.forEach((name, tensor) -> floats.put(name, new Floats(tensor.shape(), tensor.floats())));
        SafeTensorsWriter.write(file, floats);
    }

    public SequencedMap<String, Tensor> byName() {
        return byName;
    }

    /// The parameter of a name such as "transformer.ln_f.weight".
    Tensor get(String name) {
        Tensor tensor = byName.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return tensor;
    }

    @Override
    public void close() {
        byName.values().forEach(Tensor::close);
    }
}
