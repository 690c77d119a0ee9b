package fettle.engine.train;

import fettle.tuning.supervision.TrainingRow;
import fettle.engine.net.Gpt2;
import fettle.engine.torch.Ops;
import fettle.engine.torch.Tensor;
import java.util.List;

/// Some rows side by side, padded on the right to the longest. Padding needs no mask there: no token looks behind itself.
///
/// @param ids [rows, length]
/// @param before indexes into rows · length of the tokens whose next one is learned
/// @param targets the ids to be foretold there
record Batch(Tensor ids, Tensor before, Tensor targets) {

    static Batch of(List<TrainingRow> rows) {
        int length = Math.max(1, rows.stream().mapToInt(TrainingRow::length).max().orElse(1) - 1); // the last token is a target only
        int trained = rows.stream().mapToInt(TrainingRow::trainedTokens).sum();
        var ids = new long[rows.size() * length];
        var before = new long[trained];
        var targets = new long[trained];
        int next = 0;
        for (int r = 0; r < rows.size(); r++) {
            TrainingRow row = rows.get(r);
            for (int at = 0; at < row.length(); at++) {
                if (at < length) {
                    ids[r * length + at] = row.id(at);
                }
                if (row.trained(at)) {
                    before[next] = (long) r * length + at - 1;
                    targets[next++] = row.id(at);
                }
            }
        }
        return new Batch(Tensor.of(ids, rows.size(), length), Tensor.of(before, trained), Tensor.of(targets, trained));
    }

    /// Scores where a token is learned, [learned, vocabulary]: the head is not asked elsewhere.
    Tensor logits(Gpt2 model) {
        return model.logits(model.hidden(ids).rows(before));
    }

    /// Sum of the losses of its learned tokens, in nats.
    Tensor loss(Gpt2 model) {
        return Ops.crossEntropySum(logits(model), targets);
    }
}
