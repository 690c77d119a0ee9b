package fettle.token.bpe;

import fettle.token.TokenException;
import fettle.token.WellFormed;
import fettle.token.bpe.AddedTokens.Added;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/// Byte-level BPE as in a `tokenizer.json` of GPT-2, SmolLM2, Llama 3 or Qwen. Safe for several threads.
///
/// The `post_processor` of the file is kept and not applied: nobody adds a token that the caller did not write.
public final class Tokenizer {

    private final Vocabulary vocabulary;
    private final Splitter splitter;
    private final Map<Integer, Added> addedById = new HashMap<>();
    private final Map<String, Integer> addedByContent = new HashMap<>();
    private final ObjectNode settings;
    private final Finder all;
    private final Finder ordinary;
    private final byte[][] bytes;

    /// What is looked for in the text as it came, and in the normalised text.
    private record Finder(AddedTokens raw, AddedTokens normalised) {

        static Finder of(List<Added> tokens) {
            return new Finder(new AddedTokens(tokens.stream().filter(token -> !token.normalized()).toList()),
                    new AddedTokens(tokens.stream().filter(Added::normalized).toList()));
        }
    }

    /// `settings` is the file without the vocabulary and the merges.
    Tokenizer(Vocabulary vocabulary, Splitter splitter, List<Added> added, ObjectNode settings) {
        this.vocabulary = vocabulary;
        this.splitter = splitter;
        this.settings = settings;
        for (Added token : added) {
            addedById.put(token.id(), token);
            addedByContent.put(token.content(), token.id());
        }
        List<Added> looked = added.stream().map(this::asLookedFor).toList();
        all = Finder.of(looked);
        ordinary = Finder.of(looked.stream().filter(token -> !token.special()).toList());
        bytes = bytesById();
    }

    /// Reads a `tokenizer.json`. Throws when it cannot be read, or is of a kind that is not known here.
    public static Tokenizer read(Path tokenizerJson) throws TokenException {
        return TokenizerJson.read(tokenizerJson);
    }

    /// Writes a `tokenizer.json` that Hugging Face's tokenizers loads. The folder must exist.
    public void write(Path tokenizerJson) throws IOException {
        TokenizerJson.write(this, tokenizerJson);
    }

    /// The ids of `text`; added and special tokens that are written out in it are recognised.
    public int[] encode(String text) {
        return encode(text, all);
    }

    /// The ids of `text` as a person wrote it: what looks like a special token is ordinary characters.
    public int[] encodeOrdinary(String text) {
        return encode(text, ordinary);
    }

    private int[] encode(String text, Finder finder) {
        var ids = new IdList();
        for (AddedTokens.Part part : finder.raw().split(WellFormed.text(text))) {
            if (part.token() != null) {
                ids.add(part.token().id());
                continue;
            }
            for (AddedTokens.Part inner : finder.normalised().split(splitter.normalise(part.text()))) {
                if (inner.token() != null) {
                    ids.add(inner.token().id());
                } else {
                    splitter.split(inner.text(), piece -> ids.addAll(vocabulary.encode(piece)));
                }
            }
        }
        return ids.toArray();
    }

    /// The text of `ids`; bytes that are not UTF-8 become U+FFFD. Ids that do not exist are left out, and so are special
    /// tokens if `skipSpecial`.
    public String decode(int[] ids, boolean skipSpecial) {
        var out = new ByteArrayOutputStream(ids.length * 4);
        for (int id : ids) {
            if (!skipSpecial || !isSpecial(id)) {
                out.writeBytes(bytesOf(id));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The bytes that `id` stands for: none for an id that does not exist, and possibly half a character.
    public byte[] bytesOf(int id) {
        return id < 0 || id >= bytes.length ? new byte[0] : bytes[id].clone();
    }

    /// The id of an added token by its content, such as "<|im_end|>", or of a token as the vocabulary spells it.
    public OptionalInt idOf(String token) {
        Integer id = addedByContent.getOrDefault(token, vocabulary.ids().get(token));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /// Whether `id` is a control token.
    public boolean isSpecial(int id) {
        Added token = addedById.get(id);
        return token != null && token.special();
    }

    /// One more than the highest id.
    public int size() {
        return bytes.length;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    ObjectNode settings() {
        return settings;
    }

    private Added asLookedFor(Added token) {
        return token.normalized()
                ? new Added(token.id(), splitter.normalise(token.content()), token.singleWord(), token.stripLeft(),
                        token.stripRight(), true, token.special())
                : token;
    }

    private byte[][] bytesById() {
        int highest = -1;
        for (int id : vocabulary.ids().values()) {
            highest = Math.max(highest, id);
        }
        for (int id : addedById.keySet()) {
            highest = Math.max(highest, id);
        }
        var table = new byte[highest + 1][];
        Arrays.fill(table, new byte[0]);
        vocabulary.ids().forEach((token, id) -> table[id] = ByteAlphabet.bytesOf(token));
        addedById.forEach((id, token) -> table[id] = token.content().getBytes(StandardCharsets.UTF_8));
        return table;
    }
}
