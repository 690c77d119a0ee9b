package fettle.engine.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/// An array of numbers in native memory: floats, or longs for token ids. Belongs to the [Scope] that was open when it was
/// made, else to whoever closes it. Views share memory.
public final class Tensor implements AutoCloseable {

    private final org.bytedeco.pytorch.Tensor raw;

    Tensor(org.bytedeco.pytorch.Tensor raw) {
        this.raw = raw;
    }

    org.bytedeco.pytorch.Tensor raw() {
        return raw;
    }

    /// Floats, all 0.
    public static Tensor zeros(List<Long> shape) {
        return zeros(shape.stream().mapToLong(Long::longValue).toArray());
    }

    /// Floats, all 0.
    public static Tensor zeros(long... shape) {
        return new Tensor(torch.zeros(shape));
    }

    /// Floats, copied.
    public static Tensor of(float[] values, long... shape) {
        Tensor tensor = zeros(shape);
        MemorySegment.copy(values, 0, tensor.floats(), ValueLayout.JAVA_FLOAT, 0, values.length);
        return tensor;
    }

    /// Longs, copied.
    @SuppressWarnings("restricted") // the memory is the tensor's own, and its length is known
    public static Tensor of(long[] values, long... shape) {
        var tensor = new Tensor(torch.zeros(shape, new TensorOptions(torch.ScalarType.Long)));
        MemorySegment memory = MemorySegment.ofAddress(tensor.raw.data_ptr().address())
                .reinterpret(values.length * 8L);
        MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_LONG, 0, values.length);
        return tensor;
    }

    /// The floats themselves, in rows. Valid while the tensor is; the tensor must be contiguous.
    @SuppressWarnings("restricted") // the memory is the tensor's own, and its length is known
    public MemorySegment floats() {
        if (!raw.is_contiguous() || raw.scalar_type().intern() != torch.ScalarType.Float) {
            throw new IllegalStateException("not contiguous floats");
        }
        return MemorySegment.ofAddress(raw.data_ptr().address()).reinterpret(size() * 4);
    }

    /// A copy as a Java array, in rows.
    public float[] toFloats() {
        var values = new float[Math.toIntExact(size())];
        try (Tensor plain = new Tensor(raw.contiguous())) {
            MemorySegment.copy(plain.floats(), ValueLayout.JAVA_FLOAT, 0, values, 0, values.length);
        }
        return values;
    }

    public List<Long> shape() {
        return LongStream.range(0, raw.dim()).map(raw::size).boxed().toList();
    }

    public long size(int dimension) {
        return raw.size(dimension);
    }

    /// Numbers in all.
    public long size() {
        return raw.numel();
    }

    public Tensor view(long... shape) {
        return new Tensor(raw.view(shape));
    }

    public Tensor reshape(long... shape) {
        return new Tensor(raw.reshape(shape));
    }

    public Tensor permute(long... dimensions) {
        return new Tensor(raw.permute(dimensions));
    }

    public Tensor transpose(long first, long second) {
        return new Tensor(raw.transpose(first, second));
    }

    public Tensor select(long dimension, long index) {
        return new Tensor(raw.select(dimension, index));
    }

    /// The part of `length` from `start` on, along one dimension.
    public Tensor narrow(long dimension, long start, long length) {
        return new Tensor(raw.narrow(dimension, start, length));
    }

    /// The rows named by `indexes` (longs), copied.
    public Tensor rows(Tensor indexes) {
        return new Tensor(raw.index_select(0, indexes.raw));
    }

    public Tensor add(Tensor other) {
        return new Tensor(raw.add(other.raw));
    }

    public Tensor mul(double factor) {
        try (var scalar = new Scalar(factor)) {
            return new Tensor(raw.mul(scalar));
        }
    }

    public Tensor matmul(Tensor other) {
        return new Tensor(raw.matmul(other.raw));
    }

    /// Matrix `[rows, columns]` times vector `[columns]`.
    public Tensor mv(Tensor vector) {
        return new Tensor(raw.mv(vector.raw));
    }

    public Tensor softmax(long dimension) {
        return new Tensor(raw.softmax(dimension));
    }

    /// Index (long) of the largest along the last dimension; the first of equals.
    public Tensor argmax() {
        try (var last = new LongOptional(-1)) {
            return new Tensor(raw.argmax(last, false));
        }
    }

    /// How many longs are equal to those of `other`.
    public long countEqual(Tensor other) {
        return raw.eq(other.raw).sum().item_long();
    }

    /// Square root of the sum of squares.
    public double norm() {
        return raw.norm().item_double();
    }

    /// The only number of a tensor of one.
    public double item() {
        return raw.item_double();
    }

    /// The only number of a tensor of one, as an id.
    public long itemLong() {
        return raw.item_long();
    }

    /// Overwrites this by `other`, of the same shape.
    public void copyFrom(Tensor other) {
        raw.copy_(other.raw);
    }

    /// Multiplies in place.
    public void scale(double factor) {
        try (var scalar = new Scalar(factor)) {
            raw.mul_(scalar);
        }
    }

    /// Whether backward() leaves a gradient here.
    public void requireGrad(boolean wanted) {
        raw.set_requires_grad(wanted);
    }

    /// What backward() left here; empty before.
    public Optional<Tensor> grad() {
        org.bytedeco.pytorch.Tensor grad = raw.grad();
        return grad.defined() ? Optional.of(new Tensor(grad)) : Optional.empty();
    }

    /// Adds another tensor's gradient, if it has one, to that of this.
    public void addToGrad(Tensor other) {
        org.bytedeco.pytorch.Tensor theirs = other.raw.grad();
        if (!theirs.defined()) {
            return;
        }
        if (raw.grad().defined()) {
            raw.grad().add_(theirs);
        } else {
            raw.mutable_grad().put(theirs);
        }
    }

    /// The same numbers as a tensor with a gradient of its own.
    public Tensor alias() {
        return new Tensor(raw.detach());
    }

    /// Forgets the gradient and frees it.
    public void dropGrad() {
        raw.mutable_grad().reset();
    }

    /// Adds to the gradients of all that this number was made from.
    public void backward() {
        raw.backward();
    }

    @Override
    public void close() {
        raw.close();
    }
}
