package fettle.token.bpe;

import fettle.token.TokenException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes a byte-level BPE vocabulary from text, split as GPT-2 splits. The same text gives the same vocabulary.
public final class TokenizerTrainer {

    private static final String GPT2 = """
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
             "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},
             "post_processor":null,
             "decoder":{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true},
             "model":{"type":"BPE","dropout":null,"unk_token":null,"continuing_subword_prefix":null,
               "end_of_word_suffix":null,"fuse_unk":false,"byte_fallback":false,"ignore_merges":false}}
            """;

    private TokenizerTrainer() {}

    /// Trains on `texts`. The ids are: the special tokens in their order, the 256 bytes, then one token per merge, until
    /// there are `vocabularySize` or nothing is left to merge. Throws IllegalArgumentException when the size is too small
    /// for the special tokens and the bytes.
    public static Tokenizer train(Iterable<String> texts, int vocabularySize, List<String> specialTokens) {
        if (vocabularySize < specialTokens.size() + 256) {
            throw new IllegalArgumentException("A vocabulary of " + vocabularySize + " is too small: "
                    + specialTokens.size() + " special tokens and 256 bytes come first.");
        }
        var ids = new LinkedHashMap<String, Integer>();
        specialTokens.forEach(token -> ids.putIfAbsent(token, ids.size()));
        alphabet().forEach(letter -> ids.putIfAbsent(letter, ids.size()));
        try {
            var root = (ObjectNode) TokenizerJson.JSON.readTree(GPT2);
            var splitter = Splitter.of(root.path("normalizer"), root.path("pre_tokenizer"));
            List<String[]> merges = merges(words(texts, splitter), ids, vocabularySize);
            return TokenizerJson.of(fill(root, ids, merges, specialTokens));
        } catch (TokenException impossible) {
            throw new IllegalStateException("The tokenizer's own frame is broken.", impossible);
        }
    }

    private static Set<String> alphabet() {
        var letters = new TreeSet<String>();
        for (int value = 0; value < 256; value++) {
            letters.add(String.valueOf(ByteAlphabet.letterOf(value)));
        }
        return letters;
    }

    private static Map<String, Long> words(Iterable<String> texts, Splitter splitter) {
        var counts = new LinkedHashMap<String, Long>();
        for (String text : texts) {
            splitter.split(text, piece -> counts.merge(piece, 1L, Long::sum));
        }
        return counts;
    }

    private static List<String[]> merges(Map<String, Long> words, Map<String, Integer> ids, int vocabularySize) {
        var tokens = new ArrayList<>(ids.keySet());
        var pairs = new PairCounts(words, ids);
        var merges = new ArrayList<String[]>();
        while (ids.size() < vocabularySize) {
            var best = pairs.mostFrequent();
            if (best.isEmpty()) {
                break;
            }
            String left = tokens.get(best.get().left());
            String right = tokens.get(best.get().right());
            Integer known = ids.putIfAbsent(left + right, ids.size());
            int merged = known == null ? ids.size() - 1 : known;
            if (known == null) {
                tokens.add(left + right);
            }
            merges.add(new String[]{left, right});
            pairs.merge(best.get(), merged);
        }
        return merges;
    }

    private static ObjectNode fill(ObjectNode root, Map<String, Integer> ids, List<String[]> merges,
            List<String> specialTokens) {
        var added = (ArrayNode) root.path("added_tokens");
        for (String token : new LinkedHashSet<>(specialTokens)) {
            added.addObject().put("id", ids.get(token)).put("content", token).put("single_word", false)
                    .put("lstrip", false).put("rstrip", false).put("normalized", false).put("special", true);
        }
        var model = (ObjectNode) root.path("model");
        ObjectNode vocab = model.putObject("vocab");
        ids.forEach(vocab::put);
        ArrayNode list = model.putArray("merges");
        merges.forEach(two -> list.addArray().add(two[0]).add(two[1]));
        return root;
    }
}
