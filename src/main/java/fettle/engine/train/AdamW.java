package fettle.engine.train;

import fettle.engine.hf.SafeTensors;
import fettle.engine.net.Weights;
import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Ops;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import fettle.job.FanOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// Adam with decoupled weight decay (Loshchilov and Hutter). Its moments are saved beside the weights, so that a training
/// that goes on makes the very steps it would have made.
public final class AdamW implements AutoCloseable {

    /// Floats that are updated at once: their moments, gradient and weight stay in the processor's cache meanwhile.
    private static final long PIECE = 1 << 15;

    private final SequencedMap<String, Tensor> parameters;
    private final SequencedMap<String, Tensor> first = new LinkedHashMap<>();
    private final SequencedMap<String, Tensor> second = new LinkedHashMap<>();
    private final Settings settings;
    private final Predicate<String> decays;
    private int steps;

    /// @param epsilon added to the root of the second moment
    /// @param decay of the weights, times the learning rate
    public record Settings(double beta1, double beta2, double epsilon, double decay) {}

    /// `decays` tells by name which parameters decay; see [#matrices].
    public AdamW(SequencedMap<String, Tensor> parameters, Settings settings, Predicate<String> decays) {
        this.parameters = parameters;
        this.settings = settings;
        this.decays = decays;
        parameters.forEach((name, parameter) -> {
            first.put(name, Tensor.zeros(parameter.shape()));
            second.put(name, Tensor.zeros(parameter.shape()));
        });
    }

    /// All but biases and norms, as the Hugging Face Trainer has it.
    public static boolean matrices(String name) {
        return !name.endsWith(".bias") && !name.contains("ln_");
    }

    /// Scales all gradients down so that their norm is at most `most` (0 for never). Returns the norm before.
    public double clip(double most) {
        try (var _ = Scope.open(); var _ = NoGrad.begin()) {
            double squares = 0;
            for (Tensor parameter : parameters.values()) {
                double norm = parameter.grad().map(Tensor::norm).orElse(0.0);
                squares += norm * norm;
            }
            double norm = Math.sqrt(squares);
            double factor = most / (norm + 1e-6); // the epsilon of torch.nn.utils.clip_grad_norm_
            if (most > 0 && factor < 1) {
                parameters.values().forEach(parameter -> parameter.grad().ifPresent(grad -> grad.scale(factor)));
            }
            return norm;
        }
    }

    /// Moves every parameter against its gradient, on so many threads, and drops the gradients.
    public void step(double rate, int threads) {
        steps++;
        double correction = 1 - Math.pow(settings.beta1(), steps);
        double divisor = Math.sqrt(1 - Math.pow(settings.beta2(), steps));
        var adam = new Ops.Adam(rate / correction, divisor, settings.epsilon());
        try {
            FanOut.onPlatformThreads(List.copyOf(parameters.keySet()), threads, name -> update(name, rate, adam));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        dropGradients();
    }

    private void update(String name, double rate, Ops.Adam adam) {
        try (var _ = Scope.open(); var _ = NoGrad.begin()) {
            Tensor parameter = tensor(parameters, name);
            Tensor gradient = parameter.grad().orElse(null);
            if (gradient == null) {
                return;
            }
            Tensor flatGradient = gradient.reshape(-1);
            Tensor flat = parameter.view(-1);
            Tensor mean = tensor(first, name).view(-1);
            Tensor squares = tensor(second, name).view(-1);
            double kept = decays.test(name) ? 1 - rate * settings.decay() : 1;
            for (long at = 0; at < flat.size(); at += PIECE) {
                long length = Math.min(PIECE, flat.size() - at);
                try (var _ = Scope.open()) {
                    Tensor piece = flat.narrow(0, at, length);
                    Tensor grad = flatGradient.narrow(0, at, length);
                    Tensor meanPiece = mean.narrow(0, at, length);
                    Tensor squaresPiece = squares.narrow(0, at, length);
                    if (kept != 1) {
                        piece.scale(kept);
                    }
                    Ops.average(meanPiece, grad, settings.beta1());
                    Ops.averageOfSquares(squaresPiece, grad, settings.beta2());
                    Ops.adamStep(piece, meanPiece, squaresPiece, adam);
                }
            }
        }
    }

    /// Forgets all gradients.
    public void dropGradients() {
        parameters.values().forEach(Tensor::dropGrad);
    }

    /// Writes the moments as safetensors: "exp_avg.NAME" and "exp_avg_sq.NAME".
    public void save(Path file) throws IOException {
        var moments = new LinkedHashMap<String, Tensor>();
        first.forEach((name, moment) -> moments.put("exp_avg." + name, moment));
        second.forEach((name, moment) -> moments.put("exp_avg_sq." + name, moment));
        Weights.save(file, moments);
    }

    /// Goes on from saved moments after `stepsMade` steps.
    public void load(Path file, int stepsMade) throws IOException {
        try (SafeTensors stored = SafeTensors.open(file)) {
            for (Map.Entry<String, Tensor> moment : first.entrySet()) {
                stored.floats("exp_avg." + moment.getKey(), moment.getValue().floats());
            }
            for (Map.Entry<String, Tensor> moment : second.entrySet()) {
                stored.floats("exp_avg_sq." + moment.getKey(), moment.getValue().floats());
            }
        }
        steps = stepsMade;
    }

    private static Tensor tensor(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("no tensor " + name);
        }
        return tensor;
    }

    @Override
    public void close() {
        first.values().forEach(Tensor::close);
        second.values().forEach(Tensor::close);
    }
}
