package fettle.token.bpe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class TokenizerTrainerTest {

    /// What the golden vocabularies were trained on.
    private static final List<String> CORPUS = List.of(
            "The dog was found in a field near the intersection of West and West Streets.",
            "def main(args): return 0\n\n# größe 你好 🙂", "I'm you've we'll  double  space\ttab 12345 ...");

    @TempDir
    Path folder;

    @Test
    void findsTheMergesOfTheReferenceTrainer() throws IOException {
        var texts = Collections.nCopies(20, CORPUS).stream().flatMap(List::stream).toList();
        Tokenizer trained = TokenizerTrainer.train(texts, 420, List.of("<|endoftext|>"));
        Path file = folder.resolve("tokenizer.json");
        trained.write(file);
        var json = new JsonMapper();
        assertEquals(json.readTree(Files.readString(TokenizerTest.file("gpt2"))),
                json.readTree(Files.readString(file)));
    }

    @Test
    void stopsAtTheSizeAskedFor() {
        Tokenizer trained = TokenizerTrainer.train(CORPUS, 270, List.of("<|a|>", "<|b|>"));
        assertEquals(270, trained.size());
        assertArrayEquals(new int[]{0, 1}, trained.encode("<|a|><|b|>"));
        for (String text : CORPUS) {
            assertEquals(text, trained.decode(trained.encode(text), false));
        }
    }

    @Test
    void runsOfOneLetterMergeInPairs() {
        Tokenizer trained = TokenizerTrainer.train(List.of("aaaaaaaa"), 260, List.of());
        assertEquals(1, trained.encode("aaaaaaaa").length);
        assertEquals(259, trained.size());
    }

    @Test
    void refusesASizeBelowTheBytes() {
        assertThrows(IllegalArgumentException.class, () -> TokenizerTrainer.train(CORPUS, 256, List.of("<|a|>")));
    }
}
