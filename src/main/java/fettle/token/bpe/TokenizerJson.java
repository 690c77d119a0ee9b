package fettle.token.bpe;

import fettle.token.TokenException;
import fettle.token.bpe.AddedTokens.Added;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file format `tokenizer.json`.
final class TokenizerJson {

    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TokenizerJson() {}

    static Tokenizer read(Path file) throws TokenException {
        JsonNode root;
        try (var in = Files.newInputStream(file)) {
            root = JSON.readTree(in);
        } catch (NoSuchFileException absent) {
            throw new TokenException("There is no tokenizer at " + file + ".", absent);
        } catch (JacksonException broken) {
            throw new TokenException("The tokenizer at " + file + " is not JSON: " + broken.getOriginalMessage() + ".",
                    broken);
        } catch (IOException failed) {
            throw new TokenException("The tokenizer at " + file + " cannot be read: " + failed.getMessage() + ".",
                    failed);
        }
        if (!(root instanceof ObjectNode object)) {
            throw new TokenException("The tokenizer at " + file + " is not a JSON object.");
        }
        return of(object);
    }

    /// The tokenizer that `root` describes; `root` loses its vocabulary and merges.
    static Tokenizer of(ObjectNode root) throws TokenException {
        if (!(root.path("model") instanceof ObjectNode model)) {
            throw new TokenException("The tokenizer has no \"model\".");
        }
        refuseOtherModels(model, root.path("decoder"));
        var splitter = Splitter.of(root.path("normalizer"), root.path("pre_tokenizer"));
        Map<String, Integer> ids = vocabulary(model.path("vocab"));
        var vocabulary = new Vocabulary(ids, merges(model.path("merges"), ids),
                model.path("ignore_merges").asBoolean(false));
        model.remove(List.of("vocab", "merges"));
        return new Tokenizer(vocabulary, splitter, added(root.path("added_tokens")), root);
    }

    private static void refuseOtherModels(JsonNode model, JsonNode decoder) throws TokenException {
        String type = model.path("type").asString("BPE");
        if (!type.equals("BPE")) {
            throw new TokenException(
                    "The tokenizer is of the kind \"" + type + "\"; Fettle reads byte-level BPE only.");
        }
        boolean byteFallback = model.path("byte_fallback").asBoolean(false);
        boolean affixes = !text(model, "continuing_subword_prefix").isEmpty()
                || !text(model, "end_of_word_suffix").isEmpty();
        if (byteFallback || affixes || !isByteLevel(decoder)) {
            throw new TokenException(
                    "The tokenizer spells its tokens in characters, as SentencePiece does; Fettle reads "
                            + "byte-level BPE only, as in GPT-2, Llama 3, SmolLM2 and Qwen.");
        }
    }

    private static boolean isByteLevel(JsonNode decoder) {
        if (decoder.path("type").asString("").equals("Sequence")) {
            return decoder.path("decoders").valueStream().anyMatch(TokenizerJson::isByteLevel);
        }
        return decoder.path("type").asString("").equals("ByteLevel");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).stringValue() : "";
    }

    private static Map<String, Integer> vocabulary(JsonNode vocab) throws TokenException {
        var ids = new HashMap<String, Integer>();
        for (var entry : vocab.properties()) {
            if (!entry.getValue().isInt() || entry.getValue().intValue() < 0) {
                throw new TokenException("The tokenizer gives \"" + entry.getKey() + "\" no id, but "
                        + entry.getValue() + ".");
            }
            ids.put(entry.getKey(), entry.getValue().intValue());
        }
        if (ids.isEmpty()) {
            throw new TokenException("The tokenizer has no vocabulary.");
        }
        return ids;
    }

    private static Merges merges(JsonNode node, Map<String, Integer> ids) throws TokenException {
        var left = new int[node.size()];
        var right = new int[node.size()];
        var merged = new int[node.size()];
        int rank = 0;
        for (JsonNode merge : node) {
            String[] two = merge.isString()
                    ? merge.stringValue().split(" ", 2)
                    : merge.valueStream().map(part -> part.asString("")).toArray(String[]::new);
            if (two.length != 2) {
                throw new TokenException("Merge " + (rank + 1) + " of the tokenizer does not name two tokens.");
            }
            left[rank] = id(ids.get(two[0]), two[0], rank);
            right[rank] = id(ids.get(two[1]), two[1], rank);
            merged[rank] = id(ids.get(two[0] + two[1]), two[0] + two[1], rank);
            rank++;
        }
        return new Merges(left, right, merged);
    }

    private static int id(@Nullable Integer id, String token, int rank) throws TokenException {
        if (id == null) {
            throw new TokenException("Merge " + (rank + 1) + " of the tokenizer names \"" + token
                    + "\", which is not in its vocabulary.");
        }
        return id;
    }

    private static List<Added> added(JsonNode tokens) throws TokenException {
        var all = new ArrayList<Added>();
        for (JsonNode token : tokens) {
            if (!token.path("id").isInt() || token.path("id").intValue() < 0 || !token.path("content").isString()) {
                throw new TokenException("An added token of the tokenizer lacks its id or content: " + token + ".");
            }
            all.add(new Added(token.path("id").intValue(), token.path("content").stringValue(),
                    token.path("single_word").asBoolean(false), token.path("lstrip").asBoolean(false),
                    token.path("rstrip").asBoolean(false), token.path("normalized").asBoolean(true),
                    token.path("special").asBoolean(false)));
        }
        return all;
    }

    static void write(Tokenizer tokenizer, Path file) throws IOException {
        ObjectNode root = tokenizer.settings().deepCopy();
        var model = (ObjectNode) root.path("model");
        ObjectNode vocab = model.putObject("vocab");
        Vocabulary vocabulary = tokenizer.vocabulary();
        var byId = new HashMap<Integer, String>();
        vocabulary.ids().entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            vocab.put(entry.getKey(), entry.getValue());
            byId.put(entry.getValue(), entry.getKey());
        });
        ArrayNode merges = model.putArray("merges");
        for (int rank = 0; rank < vocabulary.merges().size(); rank++) {
            merges.addArray().add(byId.get(vocabulary.merges().left(rank)))
                    .add(byId.get(vocabulary.merges().right(rank)));
        }
        try (var out = Files.newBufferedWriter(file)) {
            JSON.writeValue(out, root);
        } catch (JacksonException failed) {
            throw new IOException("The tokenizer cannot be written to " + file + ".", failed);
        }
    }
}
