package fettle.engine.hf;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The shape of a GPT-2-like model, from `config.json`; what is absent there has transformers' default.
///
/// @param positions longest text in tokens
/// @param channels width of the residual stream
/// @param inner width inside the feed-forward part
/// @param activation "gelu_new", "gelu", "gelu_pytorch_tanh", "relu" or "silu"
/// @param epsilon of the layer norms
/// @param scaled whether attention scores are divided by √(channels / heads)
/// @param scaledByLayer whether they are also divided by the layer's number, 1 for the first
/// @param tied whether the head is the embedding table
/// @param dropout shares that training drops
public record Gpt2Config(int vocabulary, int positions, int channels, int layers, int heads, int inner,
        String activation, double epsilon, boolean scaled, boolean scaledByLayer, boolean tied, Dropout dropout) {

    private static final Set<String> ACTIVATIONS = Set.of("gelu_new", "gelu", "gelu_pytorch_tanh", "relu", "silu");
    private static final int LARGEST = 1 << 24;

    /// Shares of numbers set to 0 in training: after the embeddings, in attention, before each residual sum.
    public record Dropout(double embedding, double attention, double residual) {

        public static final Dropout NONE = new Dropout(0, 0, 0);
    }

    /// A plain shape: tied head, no dropout.
    public static Gpt2Config of(int vocabulary, int positions, int channels, int layers, int heads) {
        return new Gpt2Config(vocabulary, positions, channels, layers, heads, 4 * channels, "gelu_new", 1e-5, true,
                false, true, Dropout.NONE);
    }

    /// Reads `config.json`, in the spelling of transformers 5 or the older one. Throws "bad-model" with a sentence when
    /// there is none, or it is of another kind.
    public static Gpt2Config read(Path folder) throws IOException {
        return of(json(folder), folder);
    }

    /// The file as it is.
    public static ObjectNode json(Path folder) throws IOException {
        Path file = folder.resolve("config.json");
        try {
            if (JsonMapper.shared().readTree(Files.readString(file)) instanceof ObjectNode json) {
                return json;
            }
        } catch (NoSuchFileException absent) {
            throw new ExpectedException("bad-model", folder + " is not a model's folder: it has no config.json.",
                    "Give the folder that holds config.json, model.safetensors and tokenizer.json.", absent);
        } catch (JacksonException notJson) {
            throw new ExpectedException("bad-model", file + " is not JSON.", "Get the file again.", notJson);
        }
        throw new ExpectedException("bad-model", file + " is not a JSON object.", "Get the file again.");
    }

    private static Gpt2Config of(ObjectNode json, Path folder) throws ExpectedException {
        String type = json.path("model_type").asString("");
        if (!type.equals("gpt2")) {
            throw refused(folder, type.isEmpty()
                    ? "its config.json names no model_type"
                    : "its model_type is \"" + type + "\"");
        }
        int channels = number(json, 768, "n_embd", "hidden_size");
        String activation = json.path("activation_function").asString("gelu_new");
        var config = new Gpt2Config(number(json, 50257, "vocab_size"),
                number(json, 1024, "n_positions", "max_position_embeddings", "n_ctx"), channels,
                number(json, 12, "n_layer", "num_hidden_layers"), number(json, 12, "n_head", "num_attention_heads"),
                number(json, 4 * channels, "n_inner"), activation.equals("swish") ? "silu" : activation,
                json.path("layer_norm_epsilon").asDouble(1e-5), json.path("scale_attn_weights").asBoolean(true),
                json.path("scale_attn_by_inverse_layer_idx").asBoolean(false),
                json.path("tie_word_embeddings").asBoolean(true), dropout(json));
        config.check(folder, json);
        return config;
    }

    private void check(Path folder, JsonNode json) throws ExpectedException {
        if (!ACTIVATIONS.contains(activation)) {
            throw refused(folder, "its activation_function is \"" + activation + "\"");
        }
        if (json.path("add_cross_attention").asBoolean(false)) {
            throw refused(folder, "it has cross attention");
        }
        boolean sensible = inRange(vocabulary) && inRange(positions) && inRange(channels) && inRange(layers)
                && inRange(heads) && inRange(inner) && channels % heads == 0;
        if (!sensible) {
            throw new ExpectedException("bad-model", ("%s has a config.json whose sizes make no model: vocab_size %d, "
                    + "n_positions %d, n_embd %d, n_layer %d, n_head %d.").formatted(folder, vocabulary, positions,
                            channels, layers, heads),
                    "Get the file again.");
        }
    }

    private static boolean inRange(int value) {
        return value > 0 && value <= LARGEST;
    }

    private static ExpectedException refused(Path folder, String why) {
        return new ExpectedException("bad-model", folder + " is not a model that this engine runs: " + why + ".",
                "Choose a GPT-2-shaped model (model_type \"gpt2\").");
    }

    private static Dropout dropout(JsonNode json) {
        return new Dropout(json.path("embd_pdrop").asDouble(0.1), json.path("attn_pdrop").asDouble(0.1),
                json.path("resid_pdrop").asDouble(0.1));
    }

    private static int number(JsonNode json, int ifAbsent, String... keys) {
        for (String key : keys) {
            if (json.path(key).isNumber()) {
                return json.path(key).asInt(-1);
            }
        }
        return ifAbsent;
    }

    /// Weights and biases in all.
    public long parameters() {
        long perLayer = 4L * channels + 4L * channels * channels + 4L * channels + 2L * channels * inner + inner
                + channels;
        long tables = ((tied ? 1L : 2L) * vocabulary + positions) * channels;
        return tables + layers * perLayer + 2L * channels;
    }

    /// A new `config.json` as transformers 5 writes it, with the older keys beside. `end` is the token that ends a text.
    public ObjectNode toJson(int end) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.putArray("architectures").add("GPT2LMHeadModel");
        return json.put("model_type", "gpt2").put("activation_function", activation).put("vocab_size", vocabulary)
                .put("n_positions", positions).put("n_ctx", positions).put("n_embd", channels).put("n_layer", layers)
                .put("n_head", heads).put("n_inner", inner).put("layer_norm_epsilon", epsilon)
                .put("scale_attn_weights", scaled).put("scale_attn_by_inverse_layer_idx", scaledByLayer)
                .put("tie_word_embeddings", tied).put("embd_pdrop", dropout.embedding())
                .put("attn_pdrop", dropout.attention()).put("resid_pdrop", dropout.residual())
                .put("initializer_range", 0.02).put("bos_token_id", end).put("eos_token_id", end)
                .put("use_cache", true).put("dtype", "float32").put("torch_dtype", "float32");
    }
}
