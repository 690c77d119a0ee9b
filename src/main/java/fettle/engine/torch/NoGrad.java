package fettle.engine.torch;

import org.bytedeco.pytorch.NoGradGuard;

/// While it is open, this thread's operations are not recorded for a backward pass.
public final class NoGrad implements AutoCloseable {

    private final NoGradGuard guard = new NoGradGuard();

    private NoGrad() {}

    public static NoGrad begin() {
        return new NoGrad();
    }

    @Override
    public void close() {
        guard.close();
    }
}
