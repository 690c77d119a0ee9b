package fettle.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.engine.net.Golden;
import fettle.engine.net.Gpt2;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {

    private static final Sampler GREEDY = new Sampler(0, 1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void greedyIdsAreTheReferencesWithAndWithoutTheCache(String name) throws IOException {
        Golden golden = Golden.of(name);
        List<Integer> expected = golden.scalars().path("greedy").valueStream().map(id -> id.asInt()).toList();
        int[] prompt = expected.subList(0, 6).stream().mapToInt(Integer::intValue).toArray();
        try (Gpt2 model = golden.model(); var generator = new Generator(model, Set.of())) {
            List<Integer> ids = generator.generate(prompt, 16, GREEDY, _ -> true).ids();
            assertEquals(expected, Stream.concat(expected.subList(0, 6).stream(), ids.stream()).toList());
            int[] text = prompt;
            while (text.length < 22) {
                text = Arrays.copyOf(text, text.length + 1);
                text[text.length - 1] = GREEDY.next(generator.scoresWithoutCache(Arrays.copyOf(text, text.length - 1)));
            }
            assertEquals(expected, IntStream.of(text).boxed().toList());
        }
    }

    @Test
    void aSecondTextThatBeginsAlikeGetsTheSameScoresAsByItself() throws IOException {
        try (Gpt2 model = Golden.of("gpt2").model(); var generator = new Generator(model, Set.of())) {
            generator.scores(new int[]{1, 2, 3, 4, 5, 6});
            for (int[] text : List.of(new int[]{1, 2, 3, 9, 8}, new int[]{1, 2, 3, 9, 8}, new int[]{7},
                    new int[]{7, 1, 2})) {
                Golden.assertNear(generator.scoresWithoutCache(text), generator.scores(text), "scores");
            }
        }
    }

    @Test
    void itEndsAtAnEndMarkAtTheLimitAndWhenToldTo() throws IOException {
        int[] prompt = {194, 148, 96, 59, 74, 136};
        try (Gpt2 model = Golden.of("gpt2").model();
                var ending = new Generator(model, Set.of(160));
                var endless = new Generator(model, Set.of())) {
            assertEquals(new Generator.Continued(List.of(), "stop"), ending.generate(prompt, 9, GREEDY, _ -> true));
            assertEquals(new Generator.Continued(List.of(160, 160), "length"),
                    endless.generate(prompt, 2, GREEDY, _ -> true));
            assertEquals(new Generator.Continued(List.of(160), "incomplete"),
                    endless.generate(prompt, 9, GREEDY, _ -> false));
            assertEquals(58, endless.generate(prompt, 999, GREEDY, _ -> true).ids().size()); // 64 positions
            var tooLong = assertThrows(ExpectedException.class,
                    () -> endless.generate(new int[64], 9, GREEDY, _ -> true));
            assertEquals("too-long", tooLong.kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void probabilitiesAreTheReferences(String name) throws IOException {
        Golden golden = Golden.of(name);
        float[] raw = golden.floats("sample.raw");
        Golden.assertNear(golden.floats("sample.t07"), floats(new Sampler(0.7, 1, 1).shares(raw)), "t07");
        Golden.assertNear(golden.floats("sample.p08"), floats(new Sampler(1, 0.8, 1).shares(raw)), "p08");
    }

    @Test
    void chanceFollowsTheSeedAndTheProbabilities() {
        float[] scores = {0, (float) Math.log(3), Float.NEGATIVE_INFINITY};
        var once = new Sampler(1, 1, 42);
        var again = new Sampler(1, 1, 42);
        int[] drawn = IntStream.range(0, 4000).map(_ -> once.next(scores)).toArray();
        assertArrayEquals(drawn, IntStream.range(0, 4000).map(_ -> again.next(scores)).toArray());
        assertEquals(0.75, IntStream.of(drawn).average().orElse(0), 0.03);
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
