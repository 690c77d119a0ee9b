package fettle.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Gpt2Test {

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void logitsAreTheReferencesWithRightPadding(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open(); var _ = NoGrad.begin(); Gpt2 model = golden.model()) {
            Tensor ids = Tensor.of(golden.longs("input_ids"), 3, 12);
            Padding padding = Padding.of(golden.longs("attention_mask"), 3, 12);
            float[] logits = model.logits(model.hidden(ids, padding)).toFloats();
            Golden.assertNear(golden.floats("logits"), logits, "logits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void theLastLogitsAreTheReferencesWithLeftPadding(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open(); var _ = NoGrad.begin(); Gpt2 model = golden.model()) {
            Tensor ids = Tensor.of(golden.longs("left.input_ids"), 2, 8);
            Padding padding = Padding.of(golden.longs("left.attention_mask"), 2, 8);
            Tensor last = model.hidden(ids, padding).view(2, 8, -1).select(1, 7);
            Golden.assertNear(golden.floats("left.last_logits"), model.logits(last).toFloats(), "left.last_logits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void withoutAMaskTheRealTokensHaveTheSameLogits(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open(); var _ = NoGrad.begin(); Gpt2 model = golden.model()) {
            Tensor ids = Tensor.of(golden.longs("input_ids"), 3, 12);
            long[] mask = golden.longs("attention_mask");
            long[] real = LongStream.range(0, mask.length).filter(at -> mask[(int) at] != 0).toArray();
            Tensor rows = Tensor.of(real, real.length);
            float[] expected = Tensor.of(golden.floats("logits"), 36, model.config().vocabulary()).rows(rows)
                    .toFloats();
            Golden.assertNear(expected, model.logits(model.hidden(ids).rows(rows)).toFloats(), "logits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void fusedAttentionAndItsSlowTwinAgreeInValuesAndGradients(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open(); Gpt2 model = golden.model()) {
            model.train();
            long[] some = new Random(5).longs(2 * 9, 0, model.config().vocabulary()).toArray();
            Tensor ids = Tensor.of(some, 2, 9);
            Map<String, float[]> fused = gradients(model, model.hidden(ids, Attention.CAUSAL));
            Map<String, float[]> plain = gradients(model, model.hidden(ids, new PlainAttention()));
            fused.forEach((what, values) -> Golden.assertNear(
                    plain.getOrDefault(what, new float[0]), values, what));
        }
    }

    private static Map<String, float[]> gradients(Gpt2 model, Tensor hidden) {
        var found = new java.util.TreeMap<String, float[]>();
        found.put("hidden", hidden.toFloats());
        long[] targets = new long[(int) hidden.size(0)];
        fettle.engine.torch.Ops.crossEntropySum(model.logits(hidden), Tensor.of(targets, targets.length)).backward();
        model.weights().byName().forEach((name, weight) -> {
            weight.grad().ifPresent(grad -> found.put(name, grad.toFloats()));
            weight.dropGrad();
        });
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void theCacheChangesNothingInWhateverPiecesATextComes(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open();
                var _ = NoGrad.begin();
                Gpt2 model = golden.model();
                KvCache cache = new KvCache(model.config())) {
            long[] text = new Random(6).longs(12, 0, model.config().vocabulary()).toArray();
            float[] whole = model.hidden(Tensor.of(text, 1, 12)).toFloats();
            int width = model.config().channels();
            int[] cuts = {0, 5, 6, 9, 10, 11, 12};
            for (int i = 1; i < cuts.length; i++) {
                long[] piece = Arrays.copyOfRange(text, cuts[i - 1], cuts[i]);
                float[] hidden = model.hidden(Tensor.of(piece, 1, piece.length), cache).toFloats();
                Golden.assertNear(Arrays.copyOfRange(whole, cuts[i - 1] * width, cuts[i] * width), hidden,
                        "piece " + i);
            }
            assertEquals(12, cache.length());
            cache.keep(9);
            long[] rest = Arrays.copyOfRange(text, 9, 12);
            Golden.assertNear(Arrays.copyOfRange(whole, 9 * width, 12 * width),
                    model.hidden(Tensor.of(rest, 1, 3), cache).toFloats(), "after forgetting");
        }
    }
}
