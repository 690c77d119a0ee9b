package fettle.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class EncodingTest {

    /// The ids are those that OpenAI publishes for its own example sentence and for single tokens.
    @Test
    void encodesAsPublished() {
        assertArrayEquals(new int[]{83, 1609, 5963, 374, 2294, 0}, Encoding.CL100K_BASE.encode("tiktoken is great!"));
        assertArrayEquals(new int[]{83, 8251, 2488, 382, 2212, 0}, Encoding.O200K_BASE.encode("tiktoken is great!"));
        assertArrayEquals(new int[]{15496, 995}, Encoding.R50K_BASE.encode("Hello world"));
        assertArrayEquals(new int[]{15496, 995}, Encoding.P50K_BASE.encode("Hello world"));
    }

    /// The cookbook's conversation: 3 a message, each value, 1 for a name, 3 for the reply.
    @Test
    void countsTheCookbooksChat() {
        String[][] messages = {
                {"system", "You are a helpful, pattern-following assistant that translates corporate jargon into plain "
                        + "English."},
                {"system", "New synergies will help drive top-line growth.", "example_user"},
                {"system", "Things working well together will increase revenue.", "example_assistant"},
                {"system", "Let's circle back when we have more bandwidth to touch base on opportunities for increased "
                        + "leverage.", "example_user"},
                {"system", "Let's talk later when we're less busy about how to do better.", "example_assistant"},
                {"user", "This late pivot means we don't have time to boil the ocean for the client deliverable."}};
        assertEquals(129, chat(Encoding.CL100K_BASE, messages));
        assertEquals(124, chat(Encoding.O200K_BASE, messages));
    }

    private static int chat(Encoding encoding, String[][] messages) {
        int sum = 3;
        for (String[] values : messages) {
            sum += 3 + (values.length == 3 ? 1 : 0);
            for (String value : values) {
                sum += encoding.count(value);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void comesBackAsItWas(Encoding encoding) {
        String text = "naïve 你好 🙂 <|endoftext|> 40°45′40.3″N\r\n\t end";
        int[] ids = encoding.encode(text);
        assertEquals(text, new String(encoding.decode(ids), StandardCharsets.UTF_8));
        assertEquals(ids.length, encoding.count(text));
        assertEquals(0, encoding.count(""));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void aLoneSurrogateCountsAsTheReplacementCharacter(Encoding encoding) {
        assertEquals(encoding.count("a\uFFFDb"), encoding.count("a\uD83Db"));
    }

    @Test
    void countsTheSameOnManyThreads() {
        var texts = IntStream.range(0, 2000).mapToObj(i -> "text " + i * 7919 + " größe 你好 " + i).toList();
        int[] alone = texts.stream().mapToInt(Encoding.O200K_BASE::count).toArray();
        int[] together = texts.parallelStream().mapToInt(Encoding.O200K_BASE::count).toArray();
        assertArrayEquals(alone, together);
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o-2024-08-06,o200k_base", "gpt-4.1-mini-2025-04-14,o200k_base", "gpt-5.1,o200k_base",
            "o4-mini-2025-04-16,o200k_base", "openai/gpt-4.1,o200k_base", "gpt-4,cl100k_base",
            "gpt-4-0613,cl100k_base", "gpt-3.5-turbo-0125,cl100k_base", "davinci-002,cl100k_base",
            "ft:gpt-4.1-nano-2025-04-14:acme::9x,o200k_base", "ft:gpt-3.5-turbo-0125:acme:bot:7,cl100k_base",
            "text-davinci-003,p50k_base", "davinci,r50k_base"})
    void knowsTheEncodingOfAModel(String model, String encoding) throws TokenException {
        assertEquals(Optional.of(Encoding.named(encoding)), Encoding.forModel(model));
    }

    @Test
    void ownsUpToWhatItDoesNotKnow() {
        assertEquals(Optional.empty(), Encoding.forModel("SmolLM2-135M"));
        assertEquals("There is no encoding \"o300k\"; there are o200k_base, cl100k_base, p50k_base, r50k_base.",
                assertThrows(TokenException.class, () -> Encoding.named("o300k")).getMessage());
        assertEquals(List.of("o200k_base", "cl100k_base", "p50k_base", "r50k_base"), Encoding.labels());
    }
}
