package fettle.engine.hf;

import fettle.job.ExpectedException;
import fettle.token.TokenException;
import fettle.token.bpe.Tokenizer;
import fettle.token.template.ChatTemplate;
import fettle.tuning.supervision.ChatFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A Hugging Face directory of a model that this engine runs: all of it but the weights themselves.
///
/// @param ends tokens that end an answer
public record ModelFolder(Path path, Gpt2Config config, Tokenizer tokenizer, ChatFormat chat, Set<Integer> ends) {

    private static final List<String> SPECIAL = List.of("bos_token", "eos_token", "unk_token", "pad_token");

    /// Reads it. Throws "bad-model" with a sentence when something is missing or of another kind.
    public static ModelFolder open(Path folder) throws IOException {
        Gpt2Config config = Gpt2Config.read(folder);
        if (!Files.isRegularFile(folder.resolve("model.safetensors"))) {
            throw bad(folder + " has no model.safetensors.", "Save the model's weights as one safetensors file.");
        }
        if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            throw bad(folder + " has no tokenizer.json.", "Save the model's fast tokenizer beside its weights.");
        }
        try {
            Tokenizer tokenizer = Tokenizer.read(folder.resolve("tokenizer.json"));
            if (tokenizer.size() > config.vocabulary()) {
                throw bad("%s: its tokenizer has %d tokens, and the model knows %d.".formatted(folder, tokenizer.size(),
                        config.vocabulary()), "Check that tokenizer.json belongs to the weights beside it.");
            }
            Map<String, Object> variables = specialTokens(folder, tokenizer);
            String template = template(folder, tokenizer);
            var chat = new ChatFormat(ChatTemplate.parse(template), variables);
            return new ModelFolder(folder, config, tokenizer, chat, ends(folder, tokenizer, chat));
        } catch (TokenException refused) {
            throw new ExpectedException("bad-model", folder + ": " + refused.getMessage(),
                    "Choose a model with a byte-level BPE tokenizer and a simpler chat template.", refused);
        }
    }

    public Path weights() {
        return path.resolve("model.safetensors");
    }

    private static Map<String, Object> specialTokens(Path folder, Tokenizer tokenizer) throws IOException {
        var variables = new HashMap<String, Object>();
        JsonNode config = json(folder, "config.json");
        for (String file : List.of("special_tokens_map.json", "tokenizer_config.json")) {
            JsonNode json = json(folder, file);
            for (String name : SPECIAL) {
                JsonNode token = json.path(name).isObject() ? json.path(name).path("content") : json.path(name);
                if (token.isString()) {
                    variables.put(name, token.stringValue());
                }
            }
        }
        for (String name : SPECIAL) {
            JsonNode id = config.path(name + "_id");
            String text = id.isInt() ? new String(tokenizer.bytesOf(id.intValue()), StandardCharsets.UTF_8) : "";
            variables.putIfAbsent(name, text);
        }
        return Map.copyOf(variables);
    }

    /// `chat_template.jinja` wins over the field of tokenizer_config.json, as in transformers.
    private static String template(Path folder, Tokenizer tokenizer) throws IOException {
        Path file = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(file)) {
            return Files.readString(file);
        }
        JsonNode field = json(folder, "tokenizer_config.json").path("chat_template");
        if (field.isString()) {
            return field.stringValue();
        }
        Optional<String> named = field.valueStream()
                .filter(one -> one.path("name").asString("").equals("default"))
                .map(one -> one.path("template").asString("")).findFirst();
        boolean marked = tokenizer.idOf("<|im_start|>").isPresent() && tokenizer.idOf("<|im_end|>").isPresent();
        return named.orElse(marked ? ChatFormat.CHATML : ChatFormat.NAMES);
    }

    private static Set<Integer> ends(Path folder, Tokenizer tokenizer, ChatFormat chat) throws IOException {
        var ends = new TreeSet<Integer>();
        for (String file : List.of("generation_config.json", "config.json")) {
            JsonNode end = json(folder, file).path("eos_token_id");
            if (ends.isEmpty() && end.isInt()) {
                ends.add(end.intValue());
            } else if (ends.isEmpty()) {
                end.valueStream().filter(JsonNode::isInt).forEach(id -> ends.add(id.intValue()));
            }
        }
        String named = String.valueOf(chat.variables().getOrDefault("eos_token", ""));
        tokenizer.idOf(named).ifPresent(ends::add);
        if (chat.template().source().contains("<|im_end|>")) {
            tokenizer.idOf("<|im_end|>").ifPresent(ends::add);
        }
        return Set.copyOf(ends);
    }

    /// A JSON file of the folder; an empty object when there is none.
    static ObjectNode json(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return JsonMapper.shared().createObjectNode();
        }
        try {
            if (JsonMapper.shared().readTree(Files.readString(file)) instanceof ObjectNode json) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw new ExpectedException("bad-model", file + " is not JSON.", "Get the file again.", notJson);
        }
        throw bad(file + " is not a JSON object.", "Get the file again.");
    }

    private static ExpectedException bad(String message, String next) {
        return new ExpectedException("bad-model", message, next);
    }
}
