package fettle.engine.net;

import fettle.engine.torch.Tensor;
import java.util.Arrays;

/// Rows of unlike length in one batch: where each really stands, and what it must not see.
///
/// @param positions [batch, length], 0 for a row's first real token
/// @param mask [batch, 1, length, length]: 0 where a query may look, the lowest float where not
public record Padding(Tensor positions, Tensor mask) {

    /// `real` [batch, length] is 1 for a token and 0 for padding, left or right of it.
    public static Padding of(long[] real, int batch, int length) {
        var positions = new long[batch * length];
        var mask = new float[batch * length * length];
        Arrays.fill(mask, -Float.MAX_VALUE);
        for (int row = 0; row < batch; row++) {
            int first = 0;
            while (first < length && real[row * length + first] == 0) {
                first++;
            }
            for (int at = 0; at < length; at++) {
                positions[row * length + at] = Math.max(0, at - first);
                for (int key = 0; key <= at; key++) {
                    if (real[row * length + key] != 0) {
                        mask[(row * length + at) * length + key] = 0;
                    }
                }
            }
        }
        return new Padding(Tensor.of(positions, batch, length), Tensor.of(mask, batch, 1, length, length));
    }
}
