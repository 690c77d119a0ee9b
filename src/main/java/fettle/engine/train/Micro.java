package fettle.engine.train;

import fettle.tuning.supervision.TrainingRow;
import fettle.engine.net.Gpt2;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import java.util.ArrayList;
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
    static Passed accumulate(Replicas replicas, List<List<TrainingRow>> batches, BooleanSupplier stopping) {
        int trained = batches.stream().flatMap(List::stream).mapToInt(TrainingRow::trainedTokens).sum();
        long tokens = batches.stream().flatMap(List::stream).mapToLong(TrainingRow::length).sum();
        List<List<List<TrainingRow>>> parts = parts(batches, replicas.count());
        List<Double> losses = replicas.each(index -> {
            double loss = 0;
            for (List<TrainingRow> rows : parts.get(index)) {
                if (stopping.getAsBoolean()) {
                    return Double.NaN;
                }
                loss += learn(replicas.get(index), rows, trained);
            }
            return loss;
        });
        boolean complete = losses.stream().noneMatch(loss -> loss.isNaN()) || !stopping.getAsBoolean();
        replicas.gather();
        return new Passed(losses.stream().mapToDouble(Double::doubleValue).sum(), trained, tokens, complete);
    }

    private static double learn(Gpt2 model, List<TrainingRow> rows, int trained) {
        try (var _ = Scope.open()) {
            Tensor mean = Batch.of(rows).loss(model).mul(1.0 / trained);
            mean.backward();
            return mean.item();
        }
    }

    /// For each of `count` its share of every micro-batch, rows of like length spread evenly; micro-batches too small to
    /// be shared go to one after the other.
    private static List<List<List<TrainingRow>>> parts(List<List<TrainingRow>> batches, int count) {
        var parts = new ArrayList<List<List<TrainingRow>>>();
        for (int part = 0; part < count; part++) {
            parts.add(new ArrayList<>());
        }
        int turn = 0;
        for (List<TrainingRow> batch : batches) {
            int shares = Math.min(count, batch.size());
            for (int share = 0; share < shares; share++) {
                var rows = new ArrayList<TrainingRow>();
                for (int row = share; row < batch.size(); row += shares) {
                    rows.add(batch.get(row));
                }
                parts.get(turn++ % count).add(rows);
            }
        }
        return parts;
    }
}
