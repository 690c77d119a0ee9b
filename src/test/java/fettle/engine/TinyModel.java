package fettle.engine;

import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.ModelFiles;
import fettle.engine.net.Weights;
import fettle.engine.torch.Natives;
import fettle.token.bpe.Tokenizer;
import fettle.token.bpe.TokenizerTrainer;
import fettle.tuning.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A model of some thousand random parameters, and rows that it can learn by heart.
public final class TinyModel {

    public static final Recipe RECIPE = new Recipe(20, 0, 4, 1, 1e-2, "cosine", 2, 0, 0.01, 1.0, 0.9, 0.999, 1e-8, 64,
            true, 0, 0, 1, 2, 7);

    private static final List<String> COLOURS = List.of("red", "green", "blue", "black", "white", "brown");

    private TinyModel() {}

    /// Writes the model's directory.
    public static Path write(Path folder) throws IOException {
        Natives.load();
        Tokenizer tokenizer = TokenizerTrainer.train(List.of("What colour is number 1? It is red. user assistant"), 290,
                ModelFiles.SPECIAL_TOKENS);
        Gpt2Config config = Gpt2Config.of(tokenizer.size(), 96, 32, 2, 4);
        ModelFiles.create(folder, config, tokenizer);
        try (Weights weights = Weights.random(config, 3)) {
            weights.save(folder.resolve("model.safetensors"));
        }
        return folder;
    }

    /// Writes `rows` questions with their answers as chat JSONL.
    public static Path rows(Path file, int rows) throws IOException {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var json = JsonMapper.shared().createObjectNode();
            var messages = json.putArray("messages");
            messages.addObject().put("role", "user").put("content", question(row));
            messages.addObject().put("role", "assistant").put("content", answer(row));
            lines.add(json.toString());
        }
        return Files.write(file, lines);
    }

    public static String question(int row) {
        return "What colour is number " + row + "?";
    }

    public static String answer(int row) {
        return "It is " + COLOURS.get(row % COLOURS.size()) + ".";
    }

    /// The recipe with other numbers of epochs and of steps between checkpoints.
    public static Recipe recipe(double epochs, int saveSteps) {
        Recipe r = RECIPE;
        return new Recipe(epochs, 0, r.perDeviceTrainBatchSize(), r.gradientAccumulationSteps(), r.learningRate(),
                r.lrSchedulerType(), r.warmupSteps(), r.warmupRatio(), r.weightDecay(), r.maxGradNorm(),
                r.adamBeta1(), r.adamBeta2(), r.adamEpsilon(), r.maxLength(), r.assistantOnlyLoss(), r.evalSteps(),
                saveSteps, r.loggingSteps(), r.saveTotalLimit(), r.seed());
    }
}
