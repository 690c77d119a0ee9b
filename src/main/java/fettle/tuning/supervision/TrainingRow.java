package fettle.tuning.supervision;

import java.util.Arrays;
import java.util.BitSet;

/// One text to learn from, as tokens, and which of them are learned.
public final class TrainingRow {

    private final int[] ids;
    private final BitSet trained;

    /// `trained` has a bit for each token that is learned; that of the first token counts for nothing, for nothing stands
    /// before it to foretell it from.
    public TrainingRow(int[] ids, BitSet trained) {
        this.ids = ids.clone();
        this.trained = (BitSet) trained.clone();
        this.trained.clear(0);
        this.trained.clear(ids.length, Math.max(ids.length, trained.length()));
    }

    /// A row of which every token is learned.
    public static TrainingRow whole(int[] ids) {
        var all = new BitSet();
        all.set(0, ids.length);
        return new TrainingRow(ids, all);
    }

    /// The first `length` tokens.
    public TrainingRow cut(int length) {
        return ids.length <= length ? this : new TrainingRow(Arrays.copyOf(ids, length), trained.get(0, length));
    }

    public int length() {
        return ids.length;
    }

    public int id(int at) {
        return ids[at];
    }

    public boolean trained(int at) {
        return trained.get(at);
    }

    /// Tokens that are learned.
    public int trainedTokens() {
        return trained.cardinality();
    }
}
