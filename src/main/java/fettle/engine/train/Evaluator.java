package fettle.engine.train;

import fettle.engine.net.Gpt2;
import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Ops;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Asks a model rows that it does not learn from.
final class Evaluator {

    private Evaluator() {}

    /// @param loss mean over the rows' trained tokens, in nats
    /// @param accuracy share of them that are the model's first choice
    record Scores(double loss, double accuracy) {}

    /// Empty when it was asked to stop.
    static Optional<Scores> ask(Gpt2 model, List<Row> rows, int size, BooleanSupplier stopping) {
        double loss = 0;
        long right = 0;
        long trained = 0;
        model.evaluate();
        try (var _ = NoGrad.begin()) {
            for (List<Row> pass : Batches.inOrder(rows, size)) {
                if (stopping.getAsBoolean()) {
                    return Optional.empty();
                }
                try (var _ = Scope.open()) {
                    Batch batch = Batch.of(pass);
                    Tensor logits = batch.logits(model);
                    loss += Ops.crossEntropySum(logits, batch.targets()).item();
                    right += logits.argmax().countEqual(batch.targets());
                    trained += batch.targets().size();
                }
            }
        } finally {
            model.train();
        }
        return Optional.of(new Scores(loss / trained, (double) right / trained));
    }
}
