package fettle.engine.net;

import fettle.engine.torch.Tensor;

/// The slow twin of the fused attention, as the paper writes it: `softmax(scale · q kᵀ + mask) v`.
final class PlainAttention implements Attention {

    @Override
    public Tensor attend(int layer, Heads heads, double scale, double dropout) {
        int length = (int) heads.query().size(2);
        var mask = new float[length * length];
        for (int query = 0; query < length; query++) {
            for (int key = query + 1; key < length; key++) {
                mask[query * length + key] = -Float.MAX_VALUE;
            }
        }
        Tensor scores = heads.query().matmul(heads.key().transpose(2, 3)).mul(scale)
                .add(Tensor.of(mask, length, length));
        return scores.softmax(-1).matmul(heads.value());
    }
}
