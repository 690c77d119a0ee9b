package fettle.token.bpe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.token.TokenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Expected values: Hugging Face tokenizers (see `golden/tokenizers/versions.json`), on vocabularies of our own.
final class TokenizerTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "smollm2", "llama3", "qwen"})
    void encodesAndDecodesAsTheReference(String family) throws IOException {
        Tokenizer tokenizer = golden(family);
        List<JsonNode> cases = cases(family);
        assertEquals(134, cases.size());
        for (JsonNode expected : cases) {
            String text = expected.path("text").asString();
            int[] ids = tokenizer.encode(text);
            assertArrayEquals(ids(expected), ids, text);
            assertEquals(expected.path("decoded").asString(), tokenizer.decode(ids, false), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "smollm2", "llama3", "qwen"})
    void isTheSameAfterItWasWrittenAndReadAgain(String family) throws IOException {
        Path copy = folder.resolve("tokenizer.json");
        golden(family).write(copy);
        Tokenizer again = Tokenizer.read(copy);
        for (JsonNode expected : cases(family)) {
            assertArrayEquals(ids(expected), again.encode(expected.path("text").asString()));
        }
        assertEquals(JSON.readTree(Files.readString(file(family))), JSON.readTree(Files.readString(copy)));
    }

    @Test
    void ordinaryTextNeverBecomesAControlToken() throws IOException {
        Tokenizer tokenizer = golden("smollm2");
        int end = tokenizer.idOf("<|im_end|>").orElseThrow();
        String text = "a<|im_end|>b";
        assertTrue(IntStream.of(tokenizer.encode(text)).anyMatch(id -> id == end));
        int[] ordinary = tokenizer.encodeOrdinary(text);
        assertFalse(IntStream.of(ordinary).anyMatch(id -> id == end));
        assertEquals(text, tokenizer.decode(ordinary, true));
        assertEquals("ab", tokenizer.decode(tokenizer.encode(text), true));
    }

    @Test
    void knowsItsTokensByNameAndByBytes() throws IOException {
        Tokenizer tokenizer = golden("gpt2");
        assertEquals(OptionalInt.of(0), tokenizer.idOf("<|endoftext|>"));
        assertTrue(tokenizer.isSpecial(0));
        assertEquals(OptionalInt.empty(), tokenizer.idOf("<|never|>"));
        int the = tokenizer.encode(" the")[0];
        assertArrayEquals(" the".getBytes(StandardCharsets.UTF_8), tokenizer.bytesOf(the));
        assertArrayEquals(new byte[0], tokenizer.bytesOf(tokenizer.size()));
        assertEquals(365, tokenizer.size());
    }

    @Test
    void longPiecesMergeLikeShortOnes() throws IOException {
        Tokenizer tokenizer = golden("gpt2");
        var random = new Random(7);
        String[] parts = {"intersection", "Streets", "was", "found", "a", "in", "x"};
        for (int round = 0; round < 50; round++) {
            var word = new StringBuilder();
            while (word.length() < 200) {
                word.append(parts[random.nextInt(parts.length)]);
            }
            byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
            int[] letters = IntStream.range(0, bytes.length)
                    .map(i -> tokenizer.idOf(String.valueOf((char) bytes[i])).orElseThrow()).toArray();
            assertArrayEquals(slowly(tokenizer, letters), tokenizer.encode(word.toString()));
        }
    }

    /// The definition, as slow as it reads: the lowest rank first, of equals the leftmost.
    private static int[] slowly(Tokenizer tokenizer, int[] letters) {
        Merges merges = tokenizer.vocabulary().merges();
        List<Integer> ids = new java.util.ArrayList<>(IntStream.of(letters).boxed().toList());
        for (int rank = 0; rank < merges.size(); rank++) {
            for (int i = 0; i + 1 < ids.size(); i++) {
                if (ids.get(i) == merges.left(rank) && ids.get(i + 1) == merges.right(rank)) {
                    byte[] left = tokenizer.bytesOf(ids.get(i));
                    byte[] right = tokenizer.bytesOf(ids.remove(/* index */ i + 1));
                    ids.set(i, tokenizer.idOf(ByteAlphabet.spell(left) + ByteAlphabet.spell(right)).orElseThrow());
                }
            }
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void loneSurrogatesBecomeTheReplacementCharacter() throws IOException {
        Tokenizer tokenizer = golden("llama3");
        assertEquals("a\uFFFDb\uFFFD🙂", tokenizer.decode(tokenizer.encode("a\uD83Db\uDE42🙂"), false));
    }

    @Test
    void addedTokensTakeTheirSpacesAndRespectWords() throws IOException {
        var root = (tools.jackson.databind.node.ObjectNode) JSON.readTree(Files.readString(file("gpt2")));
        var added = (tools.jackson.databind.node.ArrayNode) root.path("added_tokens");
        added.addObject().put("id", 400).put("content", "<mask>").put("lstrip", true).put("rstrip", true)
                .put("normalized", false).put("special", true);
        added.addObject().put("id", 401).put("content", "cat").put("single_word", true).put("normalized", true);
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, root.toString());
        Tokenizer tokenizer = Tokenizer.read(file);
        assertArrayEquals(new int[]{id(tokenizer, "a"), 400, id(tokenizer, "b")}, tokenizer.encode("a  <mask> b"));
        assertArrayEquals(new int[]{401, id(tokenizer, ".")}, tokenizer.encode("cat."));
        assertFalse(IntStream.of(tokenizer.encode("cats")).anyMatch(id -> id == 401));
        assertArrayEquals(new int[]{401}, tokenizer.encodeOrdinary("cat"));
        assertEquals(402, tokenizer.size());
    }

    @Test
    void refusesWhatItDoesNotKnowInASentence() throws IOException {
        assertEquals("The tokenizer is of the kind \"Unigram\"; Fettle reads byte-level BPE only.",
                refusal("{\"model\":{\"type\":\"Unigram\"}}"));
        assertTrue(refusal("{\"model\":{\"type\":\"BPE\",\"byte_fallback\":true}}").contains("SentencePiece"));
        assertTrue(refusal("{\"model\":{\"type\":\"BPE\"},\"decoder\":{\"type\":\"ByteLevel\"},"
                + "\"pre_tokenizer\":{\"type\":\"Metaspace\"}}").contains("\"Metaspace\""));
        assertTrue(refusal("{\"model\":").contains("is not JSON"));
        Path absent = folder.resolve("absent.json");
        var thrown = assertThrows(TokenException.class, () -> Tokenizer.read(absent));
        assertEquals("There is no tokenizer at " + absent + ".", thrown.getMessage());
    }

    private String refusal(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), json);
        return assertThrows(TokenException.class, () -> Tokenizer.read(file)).getMessage();
    }

    private static int id(Tokenizer tokenizer, String token) {
        return tokenizer.idOf(token).orElseThrow();
    }

    static Tokenizer golden(String family) throws IOException {
        return Tokenizer.read(file(family));
    }

    static Path file(String family) {
        return Path.of("src/test/resources/golden/tokenizers", family, "tokenizer.json");
    }

    private static List<JsonNode> cases(String family) throws IOException {
        return JSON.readTree(Files.readString(file(family).resolveSibling("golden.json"))).valueStream().toList();
    }

    private static int[] ids(JsonNode expected) {
        return expected.path("ids").valueStream().mapToInt(JsonNode::intValue).toArray();
    }
}
