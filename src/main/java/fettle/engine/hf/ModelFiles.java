package fettle.engine.hf;

import fettle.disk.AtomicFile;
import fettle.token.bpe.Tokenizer;
import fettle.tuning.supervision.ChatFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what lies beside the weights, so that transformers loads the directory.
public final class ModelFiles {

    /// The special tokens of a model that is made here, ids 0, 1 and 2.
    public static final List<String> SPECIAL_TOKENS = List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>");

    private static final String END_OF_TEXT = "<|endoftext|>";

    private ModelFiles() {}

    /// The files of a model that was tuned from `base`: its own, and the chat template it was tuned with.
    public static void copy(ModelFolder base, Path out) throws IOException {
        Files.createDirectories(out);
        ObjectNode config = Gpt2Config.json(base.path());
        config.put("dtype", "float32").put("torch_dtype", "float32");
        write(out, "config.json", config);
        ObjectNode generation = ModelFolder.json(base.path(), "generation_config.json");
        generation.remove("_from_model_config"); // else transformers takes the ends from config.json
        ArrayNode ends = generation.putArray("eos_token_id");
        base.ends().stream().sorted().forEach(ends::add);
        write(out, "generation_config.json", generation);
        copy(base.path().resolve("tokenizer.json"), out.resolve("tokenizer.json"));
        Path map = base.path().resolve("special_tokens_map.json");
        if (Files.isRegularFile(map)) {
            copy(map, out.resolve("special_tokens_map.json"));
        }
        ObjectNode tokenizer = ModelFolder.json(base.path(), "tokenizer_config.json");
        if (!tokenizer.has("tokenizer_class")) {
            tokenizer.put("tokenizer_class", "PreTrainedTokenizerFast");
        }
        base.chat().variables().forEach((name, token) -> {
            if (!tokenizer.has(name) && !token.toString().isEmpty()) {
                tokenizer.put(name, token.toString());
            }
        });
        chatTemplate(out, tokenizer, base.chat().template().source());
    }

    /// The files of a new model whose tokenizer begins with [#SPECIAL_TOKENS].
    public static void create(Path out, Gpt2Config config, Tokenizer tokenizer) throws IOException {
        Files.createDirectories(out);
        write(out, "config.json", config.toJson(0));
        ObjectNode generation = JsonMapper.shared().createObjectNode();
        generation.put("bos_token_id", 0).put("pad_token_id", 0).putArray("eos_token_id").add(0).add(2);
        write(out, "generation_config.json", generation);
        tokenizer.write(out.resolve("tokenizer.json"));
        ObjectNode settings = JsonMapper.shared().createObjectNode();
        settings.put("tokenizer_class", "PreTrainedTokenizerFast").put("bos_token", END_OF_TEXT)
                .put("eos_token", "<|im_end|>").put("pad_token", END_OF_TEXT)
                .put("model_max_length", config.positions()).put("clean_up_tokenization_spaces", false);
        chatTemplate(out, settings, ChatFormat.CHATML);
    }

    private static void chatTemplate(Path out, ObjectNode tokenizer, String template) throws IOException {
        tokenizer.put("chat_template", template);
        write(out, "tokenizer_config.json", tokenizer);
        AtomicFile.write(out.resolve("chat_template.jinja"), template);
    }

    private static void write(Path out, String name, ObjectNode json) throws IOException {
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        AtomicFile.write(out.resolve(name), text + "\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        AtomicFile.write(to, out -> Files.copy(from, out));
    }
}
