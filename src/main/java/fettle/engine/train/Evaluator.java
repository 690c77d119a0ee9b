package fettle.engine.train;

import fettle.tuning.supervision.TrainingRow;
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

    /// Sums over some rows.
    private record Sums(double loss, long right, long trained) {

        Sums plus(Sums other) {
            return new Sums(loss + other.loss, right + other.right, trained + other.trained);
        }
    }

    /// Empty when it was asked to stop.
    static Optional<Scores> ask(Replicas replicas, List<TrainingRow> rows, int size, BooleanSupplier stopping) {
        List<List<TrainingRow>> passes = Batches.inOrder(rows, Math.ceilDiv(size, replicas.count()));
        replicas.evaluate();
        Sums sums = replicas.each(index -> {
            var some = new Sums(0, 0, 0);
            for (int pass = index; pass < passes.size() && !stopping.getAsBoolean(); pass += replicas.count()) {
                some = some.plus(sums(replicas.get(index), passes.get(pass)));
            }
            return some;
        }).stream().reduce(new Sums(0, 0, 0), Sums::plus);
        replicas.train();
        return stopping.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new Scores(sums.loss() / sums.trained(), (double) sums.right() / sums.trained()));
    }

    private static Sums sums(Gpt2 model, List<TrainingRow> rows) {
        try (var _ = Scope.open(); var _ = NoGrad.begin()) {
            Batch batch = Batch.of(rows);
            Tensor logits = batch.logits(model);
            double loss = Ops.crossEntropySum(logits, batch.targets()).item();
            return new Sums(loss, logits.argmax().countEqual(batch.targets()), batch.targets().size());
        }
    }
}
