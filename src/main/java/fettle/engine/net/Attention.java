package fettle.engine.net;

import fettle.engine.torch.Ops;
import fettle.engine.torch.Ops.Attending;
import fettle.engine.torch.Tensor;
import java.util.Optional;

/// How the positions of a text look at each other.
@FunctionalInterface
public interface Attention {

    /// Each sees itself and what stands before it; all keys are given.
    Attention CAUSAL = (_, heads, scale, dropout) -> Ops.attention(heads.query(), heads.key(), heads.value(),
            new Attending(scale, Optional.empty(), true, dropout));

    /// What one layer's queries find: [batch, heads, queries, width].
    ///
    /// @param layer 0 for the first
    /// @param scale of the scores
    /// @param dropout share of attention weights that are dropped
    Tensor attend(int layer, Heads heads, double scale, double dropout);

    /// [batch, heads, length, width] each.
    record Heads(Tensor query, Tensor key, Tensor value) {}

    /// As [#CAUSAL], with `mask` [batch, 1, length, length] added to the scores.
    static Attention masked(Tensor mask) {
        return (_, heads, scale, dropout) -> Ops.attention(heads.query(), heads.key(), heads.value(),
                new Attending(scale, Optional.of(mask), false, dropout));
    }
}
