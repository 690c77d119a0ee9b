package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.tuning.supervision.TrainingRow;
import fettle.engine.net.Golden;
import fettle.engine.net.Gpt2;
import fettle.engine.net.Padding;
import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class GoldenStepsTest {

    private static final AdamW.Settings SETTINGS = new AdamW.Settings(0.9, 0.999, 1e-8, 0.1);

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void lossAndGradientsAreTheReferences(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open(); Gpt2 model = golden.model()) {
            model.train();
            List<TrainingRow> rows = rows(golden);
            int trained = rows.stream().mapToInt(TrainingRow::trainedTokens).sum();
            Tensor loss = Batch.of(rows).loss(model).mul(1.0 / trained);
            loss.backward();
            Golden.assertNear(golden.scalars().path("loss").asDouble(), loss.item(), "loss");
            for (var norm : golden.scalars().path("grad_norms").properties()) {
                Golden.assertNear(norm.getValue().asDouble(), gradient(model, norm.getKey()).norm(), norm.getKey());
            }
            for (String part : List.of("wte.weight", "wpe.weight", "h.0.ln_1.weight", "h.0.ln_1.bias",
                    "h.0.attn.c_attn.weight", "h.0.attn.c_attn.bias")) {
                Golden.assertNear(golden.floats("grad.transformer." + part),
                        gradient(model, "transformer." + part).toFloats(), part);
            }
        }
    }

    private static Tensor gradient(Gpt2 model, String name) {
        return model.weights().byName().entrySet().stream().filter(weight -> weight.getKey().equals(name)).findAny()
                .orElseThrow().getValue().grad().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-inv"})
    void microBatchesWeightedByTheirTokensAreOneBatch(String name) throws IOException {
        Golden golden = Golden.of(name);
        try (var _ = Scope.open();
                Gpt2 model = golden.model();
                var optimizer = new AdamW(model.weights().byName(), SETTINGS, _ -> true)) {
            model.train();
            List<List<TrainingRow>> each = rows(golden).stream().map(List::of).toList();
            Micro.accumulate(new Replicas(model, 1), each, () -> false);
            Golden.assertNear(golden.scalars().path("grad_norm_accumulated").asDouble(), optimizer.clip(0), "norm");
        }
    }

    @ParameterizedTest
    @CsvSource({"gpt2,COSINE,1", "gpt2,LINEAR,2", "gpt2-untied-inv,COSINE,3", "gpt2-untied-inv,LINEAR,1"})
    void sixStepsAreTheReferences(String name, Schedule.Shape shape, int threads) throws IOException {
        Golden golden = Golden.of(name);
        boolean cosine = shape == Schedule.Shape.COSINE;
        JsonNode expected = golden.scalars().path(cosine ? "full_cosine" : "full_linear");
        var schedule = new Schedule(shape, 5e-3, 2, 6);
        try (Gpt2 model = golden.model();
                var replicas = new Replicas(model, threads);
                var optimizer = new AdamW(model.weights().byName(), SETTINGS, _ -> true)) {
            replicas.train();
            for (int step = 0; step < 6; step++) {
                JsonNode row = expected.get(step);
                double loss = Micro.accumulate(replicas, List.of(rows(golden)), () -> false).meanLoss();
                Golden.assertNear(row.path("loss").asDouble(), loss, "loss of step " + step);
                Golden.assertNear(row.path("grad_norm").asDouble(), optimizer.clip(1.0), "norm of step " + step);
                assertEquals(row.path("lr").asDouble(), schedule.at(step), 1e-9);
                optimizer.step(schedule.at(step), threads);
            }
            if (cosine) {
                try (var _ = Scope.open(); var _ = NoGrad.begin()) {
                    Padding padding = Padding.of(golden.longs("attention_mask"), 3, 12);
                    Tensor ids = Tensor.of(golden.longs("input_ids"), 3, 12);
                    Golden.assertNear(golden.floats("full.logits_after"),
                            model.logits(model.hidden(ids, padding)).toFloats(), "logits after six steps");
                }
            }
        }
    }

    private static List<TrainingRow> rows(Golden golden) throws IOException {
        long[] ids = golden.longs("input_ids");
        long[] labels = golden.longs("labels");
        long[] mask = golden.longs("attention_mask");
        var rows = new ArrayList<TrainingRow>();
        for (int r = 0; r < 3; r++) {
            var row = new ArrayList<Integer>();
            var trained = new BitSet();
            for (int at = 0; at < 12; at++) {
                if (mask[r * 12 + at] != 0) {
                    trained.set(row.size(), labels[r * 12 + at] != -100);
                    row.add((int) ids[r * 12 + at]);
                }
            }
            rows.add(new TrainingRow(row.stream().mapToInt(Integer::intValue).toArray(), trained));
        }
        return rows;
    }
}
