package fettle.engine.train;

import fettle.engine.net.Gpt2;
import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import fettle.job.FanOut;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One model seen several times: the weights are shared, the gradients are each one's own, so that each core learns from
/// its part of a batch with nothing to wait for. On two cores that is two to four times faster than splitting every
/// matrix product, and far less troubled by other programs. The sums are made in a fixed order: the same rows give the
/// same gradients.
public final class Replicas implements AutoCloseable {

    private static final int MOST = 8;

    private final Gpt2 model;
    private final List<Gpt2> all = new ArrayList<>();

    /// `count` of them, the model itself the first.
    public Replicas(Gpt2 model, int count) {
        this.model = model;
        all.add(model);
        for (int more = 1; more < count; more++) {
            all.add(new Gpt2(model.config(), model.weights().alias()));
        }
    }

    /// How many suit `cores` for steps of `rows` rows. Dropout draws from one stream of random numbers, so a model with
    /// dropout is not split: a training that goes on must draw the same.
    public static int suiting(int cores, int rows, boolean dropout) {
        return dropout ? 1 : Math.max(1, Math.min(MOST, Math.min(cores, rows)));
    }

    public Gpt2 model() {
        return model;
    }

    int count() {
        return all.size();
    }

    /// Weights take gradients.
    void train() {
        all.forEach(Gpt2::train);
    }

    void evaluate() {
        all.forEach(Gpt2::evaluate);
    }

    /// Does `work` with every replica at once; the results in their order.
    <T> List<T> each(Function<Integer, T> work) {
        var results = new AtomicReferenceArray<T>(all.size());
        try {
            FanOut.onPlatformThreads(IntStream.range(0, all.size()).boxed().toList(), all.size(),
                    index -> results.set(index, work.apply(index)));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return IntStream.range(0, all.size()).mapToObj(results::get).toList();
    }

    Gpt2 get(int index) {
        return all.get(index);
    }

    /// Adds all gradients to those of the model itself.
    void gather() {
        for (Gpt2 replica : all.subList(1, all.size())) {
            Iterator<Tensor> mine = model.weights().byName().values().iterator();
            for (Tensor theirs : replica.weights().byName().values()) {
                try (var _ = Scope.open(); var _ = NoGrad.begin()) {
                    mine.next().addToGrad(theirs);
                }
                theirs.dropGrad();
            }
        }
    }

    @Override
    public void close() {
        all.subList(1, all.size()).forEach(Gpt2::close);
    }
}
