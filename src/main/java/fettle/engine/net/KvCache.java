package fettle.engine.net;

import fettle.engine.hf.Gpt2Config;
import fettle.engine.torch.Ops;
import fettle.engine.torch.Ops.Attending;
import fettle.engine.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keys and values of one text's tokens so far, so that a new token costs one position's work. Room for the longest text
/// is taken once.
public final class KvCache implements AutoCloseable, Attention {

    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private int length;

    /// Open it outside any scope that ends before it does.
    public KvCache(Gpt2Config config) {
        long width = config.channels() / config.heads();
        for (int layer = 0; layer < config.layers(); layer++) {
            keys.add(Tensor.zeros(1, config.heads(), config.positions(), width));
            values.add(Tensor.zeros(1, config.heads(), config.positions(), width));
        }
    }

    /// Tokens that it holds.
    public int length() {
        return length;
    }

    /// Forgets all but the first `kept` tokens.
    public void keep(int kept) {
        length = Math.min(length, kept);
    }

    /// Called when all layers have seen `more` tokens.
    void grow(int more) {
        length += more;
    }

    @Override
    public Tensor attend(int layer, Heads heads, double scale, double dropout) {
        int fresh = (int) heads.key().size(2);
        keys.get(layer).narrow(2, length, fresh).copyFrom(heads.key());
        values.get(layer).narrow(2, length, fresh).copyFrom(heads.value());
        Tensor key = keys.get(layer).narrow(2, 0, length + fresh);
        Tensor value = values.get(layer).narrow(2, 0, length + fresh);
        boolean first = length == 0;
        Optional<Tensor> mask = first || fresh == 1 ? Optional.empty() : Optional.of(mask(fresh));
        return Ops.attention(heads.query(), key, value, new Attending(scale, mask, first && fresh > 1, 0));
    }

    /// libtorch's own causal mask is aligned to the top left, right only for an empty cache.
    private Tensor mask(int fresh) {
        int all = length + fresh;
        var mask = new float[fresh * all];
        for (int query = 0; query < fresh; query++) {
            for (int key = length + query + 1; key < all; key++) {
                mask[query * all + key] = -Float.MAX_VALUE;
            }
        }
        return Tensor.of(mask, 1, 1, fresh, all);
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
    }
}
