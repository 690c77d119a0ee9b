package fettle.engine.torch;

import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// Operations on tensors. Floats unless said otherwise.
public final class Ops {

    private Ops() {}

    /// Rows of `table` [n, width] for `ids` [...] (longs): [..., width].
    public static Tensor embedding(Tensor table, Tensor ids) {
        return new Tensor(torch.embedding(table.raw(), ids.raw()));
    }

    /// `x [rows, in] · weight [in, out] + bias [out]`: the layout of GPT-2's weights. For one row, outside training, as a
    /// matrix-vector product: three to five times faster.
    public static Tensor affine(Tensor x, Tensor weight, Tensor bias) {
        if (x.size(0) == 1 && !GradMode.is_enabled()) {
            return new Tensor(weight.raw().t().mv(x.raw().view(-1)).add(bias.raw()).view(1, -1));
        }
        return new Tensor(torch.addmm(bias.raw(), x.raw(), weight.raw()));
    }

    /// `x [rows, in] · weightᵀ`, with weight `[out, in]`: an embedding table as the head. For one row as [#affine].
    public static Tensor project(Tensor x, Tensor weight) {
        if (x.size(0) == 1 && !GradMode.is_enabled()) {
            return new Tensor(weight.raw().mv(x.raw().view(-1)).view(1, -1));
        }
        return new Tensor(x.raw().matmul(weight.raw().t()));
    }

    /// Layer norm over the last dimension.
    public static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
        long[] width = {x.size(-1)};
        return new Tensor(torch.layer_norm(x.raw(), width, new TensorOptional(weight.raw()),
                new TensorOptional(bias.raw()), epsilon, true));
    }

    /// `approximate` is "tanh" or "none".
    public static Tensor gelu(Tensor x, String approximate) {
        return new Tensor(torch.gelu(x.raw(), approximate));
    }

    public static Tensor relu(Tensor x) {
        return new Tensor(torch.relu(x.raw()));
    }

    public static Tensor silu(Tensor x) {
        return new Tensor(torch.silu(x.raw()));
    }

    /// Sets a share of the numbers to 0 and scales up the rest.
    public static Tensor dropout(Tensor x, double share) {
        return new Tensor(torch.dropout(x.raw(), share, true));
    }

    /// Fused attention: query, key, value [batch, heads, length, width]. `mask` is added to the scores; `causal` (only
    /// without a mask, and for as many queries as keys) hides later positions.
    public static Tensor attention(Tensor query, Tensor key, Tensor value, Attending how) {
        TensorOptional mask = how.mask().map(tensor -> new TensorOptional(tensor.raw())).orElseGet(TensorOptional::new);
        return new Tensor(torch.scaled_dot_product_attention(query.raw(), key.raw(), value.raw(), mask, how.dropout(),
                how.causal(), new DoubleOptional(how.scale()), false));
    }

    /// How attention attends.
    ///
    /// @param scale of the scores
    /// @param mask added to the scores, [batch or 1, 1, queries, keys]
    /// @param causal each query sees only its own key and those before it
    /// @param dropout share of attention weights that are dropped; 0 outside training
    public record Attending(double scale, Optional<Tensor> mask, boolean causal, double dropout) {}

    /// The sum over rows of `−log softmax(logits)[target]`; `logits [rows, classes]`, `targets [rows]` are longs.
    public static Tensor crossEntropySum(Tensor logits, Tensor targets) {
        long sum = 2; // at::Reduction::Sum
        return new Tensor(torch.cross_entropy_loss(logits.raw(), targets.raw(), new TensorOptional(), sum, -100, 0));
    }

    /// In place: moment ← decay · moment + (1 − decay) · value.
    public static void average(Tensor moment, Tensor value, double decay) {
        try (var share = new Scalar(1 - decay)) {
            moment.raw().lerp_(value.raw(), share);
        }
    }

    /// In place: moment ← decay · moment + (1 − decay) · value².
    public static void averageOfSquares(Tensor moment, Tensor value, double decay) {
        try (var kept = new Scalar(decay); var share = new Scalar(1 - decay)) {
            moment.raw().mul_(kept);
            moment.raw().addcmul_(value.raw(), value.raw(), share);
        }
    }

    /// In place: x ← x − rate · first / (√second / divisor + epsilon).
    public static void adamStep(Tensor x, Tensor first, Tensor second, Adam adam) {
        try (var divisor = new Scalar(adam.divisor());
                var epsilon = new Scalar(adam.epsilon());
                var rate = new Scalar(-adam.rate());
                var root = second.raw().sqrt()) {
            root.div_(divisor);
            root.add_(epsilon);
            x.raw().addcdiv_(first.raw(), root, rate);
        }
    }

    /// The numbers of one Adam step, bias corrections in them.
    public record Adam(double rate, double divisor, double epsilon) {}
}
