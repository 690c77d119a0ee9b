package fettle.engine.torch;

import org.bytedeco.javacpp.PointerScope;

/// Frees, when it closes, every tensor that this thread made since it was opened. Native memory is never left to the
/// garbage collector.
public final class Scope implements AutoCloseable {

    private final PointerScope scope = new PointerScope();

    private Scope() {}

    public static Scope open() {
        return new Scope();
    }

    /// Lets a tensor of this scope outlive it; whoever keeps it closes it.
    @SuppressWarnings("MethodMayBeStatic") // reads as what it is: the scope lets go
    public Tensor keep(Tensor tensor) {
        tensor.raw().retainReference();
        return tensor;
    }

    @Override
    public void close() {
        scope.close();
    }
}
