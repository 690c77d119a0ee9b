package fettle.engine.train;

import fettle.engine.net.Gpt2;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The forward and backward passes of one optimiser step.
final class Micro {

    private Micro() {}

    /// What was learned from.
    ///
    /// @param meanLoss over the trained tokens of all micro-batches, in nats
    /// @param trained tokens that were learned
    /// @param tokens tokens in all, padding left out
    /// @param complete whether all micro-batches were passed; if not, the gradients are worth nothing
    record Passed(double meanLoss, int trained, long tokens, boolean complete) {}

    /// Adds up the gradients of the mean loss over *all* trained tokens: losses of 4.0 on 10 tokens and 1.0 on 90 are 1.3
    /// per token, not 2.5. Asks `stopping` between micro-batches.
    static Passed accumulate(Gpt2 model, List<List<Row>> batches, BooleanSupplier stopping) {
        int trained = batches.stream().flatMap(List::stream).mapToInt(Row::trainedTokens).sum();
        long tokens = batches.stream().flatMap(List::stream).mapToLong(Row::length).sum();
        double loss = 0;
        for (List<Row> rows : batches) {
            if (stopping.getAsBoolean()) {
                return new Passed(loss, trained, tokens, false);
            }
            try (var _ = Scope.open()) {
                Tensor mean = Batch.of(rows).loss(model).mul(1.0 / trained);
                mean.backward();
                loss += mean.item();
            }
        }
        return new Passed(loss, trained, tokens, true);
    }
}
