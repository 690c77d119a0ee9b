package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.tuning.supervision.TrainingRow;
import fettle.bench.BenchReport;
import fettle.engine.generate.Generator;
import fettle.engine.generate.Sampler;
import fettle.engine.hf.Gpt2Config;
import fettle.engine.net.Gpt2;
import fettle.engine.net.Weights;
import fettle.engine.torch.Natives;
import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast the engine is, against the matrix products that it cannot do without, timed in the same run.
@Tag("bench")
final class EngineBench {

    private static final int BATCH = 4;
    private static final int LENGTH = 256;
    private static final int STEPS = 4;
    private static final Gpt2Config SHAPE = Gpt2Config.of(50257, 1024, 768, 12, 12);

    @Test
    void fullFineTuningOfTheGpt2Shape() throws IOException {
        Natives.load();
        int cores = Runtime.getRuntime().availableProcessors();
        Natives.useThreads(cores);
        try (var model = new Gpt2(SHAPE, Weights.random(SHAPE, 1))) {
            double products = Math.max(productsPerSecond(), productsPerSecond());
            double tokens = trainingTokensPerSecond(model, Replicas.suiting(cores, BATCH, false));
            Natives.useThreads(cores);
            products = Math.max(products, productsPerSecond());
            double limit = products / operationsPerToken();
            BenchReport.add("engine.train.tokensPerSecond", tokens, "tokens/s", "");
            BenchReport.add("engine.train.gemm", products / 1e9, "GFLOP/s", "");
            BenchReport.add("engine.train.shareOfGemmLimit", tokens / limit, "ratio", "GEMM limit");
            BenchReport.add("engine.generate.tokensPerSecond", generatedTokensPerSecond(model), "tokens/s", "");
            assertTrue(tokens > 0);
        }
    }

    /// Six operations per weight that is multiplied, and attention.
    private static double operationsPerToken() {
        double layers = SHAPE.layers() * (4.0 * SHAPE.channels() * SHAPE.channels()
                + 2.0 * SHAPE.channels() * SHAPE.inner());
        double head = (double) SHAPE.vocabulary() * SHAPE.channels();
        return 6 * (layers + head) + 12.0 * SHAPE.layers() * LENGTH * SHAPE.channels();
    }

    /// The best of some steps: forward, backward, clip, AdamW.
    static double trainingTokensPerSecond(Gpt2 model, int threads) {
        var random = new Random(2);
        double best = 0;
        Natives.useThreads(1);
        try (var replicas = new Replicas(model, threads);
                var optimizer = new AdamW(model.weights().byName(), new AdamW.Settings(0.9, 0.999, 1e-8, 0.01),
                        AdamW::matrices)) {
            replicas.train();
            for (int step = 0; step < STEPS; step++) {
                List<TrainingRow> rows = IntStream.range(0, BATCH).mapToObj(_ -> TrainingRow.whole(
                        random.ints(LENGTH + 1, 0, model.config().vocabulary()).toArray())).toList();
                long start = System.nanoTime();
                Micro.accumulate(replicas, List.of(rows), () -> false);
                optimizer.clip(1.0);
                optimizer.step(1e-4, threads);
                best = Math.max(best, BATCH * LENGTH / ((System.nanoTime() - start) / 1e9));
            }
        }
        return best;
    }

    /// Floating-point operations per second of the forward pass's matrix products alone.
    private static double productsPerSecond() {
        long rows = (long) BATCH * LENGTH;
        long width = SHAPE.channels();
        try (var _ = Scope.open(); var _ = NoGrad.begin()) {
            var pairs = new ArrayList<List<Tensor>>();
            for (int layer = 0; layer < SHAPE.layers(); layer++) {
                pairs.add(List.of(randoms(rows, width), randoms(width, 3 * width)));
                pairs.add(List.of(randoms(rows, width), randoms(width, width)));
                pairs.add(List.of(randoms(rows, width), randoms(width, 4 * width)));
                pairs.add(List.of(randoms(rows, 4 * width), randoms(4 * width, width)));
            }
            pairs.add(List.of(randoms(rows, width), randoms(width, SHAPE.vocabulary())));
            double operations = pairs.stream()
                    .mapToDouble(pair -> 2.0 * rows * pair.get(1).size(0) * pair.get(1).size(1)).sum();
            long start = System.nanoTime();
            for (List<Tensor> pair : pairs) {
                try (var _ = Scope.open()) {
                    pair.get(0).matmul(pair.get(1));
                }
            }
            return operations / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static Tensor randoms(long rows, long columns) {
        var values = new float[Math.toIntExact(rows * columns)];
        var random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return Tensor.of(values, rows, columns);
    }

    private static double generatedTokensPerSecond(Gpt2 model) throws IOException {
        model.evaluate();
        int[] prompt = new Random(4).ints(32, 0, SHAPE.vocabulary()).toArray();
        try (var generator = new Generator(model, Set.of())) {
            var greedy = new Sampler(0, 1, 1);
            generator.generate(prompt, 4, greedy, _ -> true);
            long start = System.nanoTime();
            generator.generate(prompt, 48, greedy, _ -> true);
            return 48 / ((System.nanoTime() - start) / 1e9);
        }
    }
}
