package fettle.engine.worker;

import fettle.disk.AtomicFile;
import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.ModelFiles;
import fettle.engine.hf.ModelFolder;
import fettle.engine.net.Weights;
import fettle.engine.train.TextRows;
import fettle.engine.train.Trainer;
import fettle.token.bpe.Tokenizer;
import fettle.token.bpe.TokenizerTrainer;
import fettle.tuning.TuningEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes a base model from plain texts.
final class MakeJob implements TrainingJob {

    private final Order.Make order;
    private final Output output;
    private @Nullable Training training;

    MakeJob(Order.Make order, Output output) {
        this.order = order;
        this.output = output;
    }

    @Override
    public Path folder() {
        return Path.of(order.folder());
    }

    @Override
    public int stepsKept() throws IOException {
        return order.resume() ? Training.stepsKept(folder()) : 0;
    }

    @Override
    public Trainer prepare(Consumer<TuningEvent> events) throws IOException {
        ModelFolder start = start();
        List<Path> texts = order.texts().stream().map(Path::of).toList();
        List<Path> asked = order.validation().stream().map(Path::of).toList();
        int length = Math.min(order.recipe().maxLength(), start.config().positions());
        var data = new Trainer.Data(TextRows.read(texts, start.tokenizer(), length),
                asked.isEmpty() ? List.of() : TextRows.read(asked, start.tokenizer(), length));
        var loaded = new Training(start, order.recipe(), folder(), order.resume());
        training = loaded;
        return loaded.trainer(data, events);
    }

    /// The model before its first step: its tokenizer, and random weights. Made once, in `start/`.
    private ModelFolder start() throws IOException {
        Path start = folder().resolve("start");
        if (!order.resume() || !Files.isRegularFile(start.resolve("model.safetensors"))) {
            output.note("Making the tokenizer");
            var texts = new ArrayList<String>();
            for (String text : order.texts()) {
                texts.add(Files.readString(Path.of(text)));
            }
            Order.Shape shape = order.shape();
            Tokenizer tokenizer = TokenizerTrainer.train(texts, shape.vocabulary(), ModelFiles.SPECIAL_TOKENS);
            Gpt2Config config = new Order.Shape(tokenizer.size(), shape.positions(), shape.channels(), shape.layers(),
                    shape.heads()).config();
            ModelFiles.create(start, config, tokenizer);
            try (Weights weights = Weights.random(config, order.recipe().seed())) {
                weights.save(start.resolve("model.safetensors"));
            }
        }
        return ModelFolder.open(start);
    }

    @Override
    public String finish() throws IOException {
        Path out = Path.of(order.output());
        AtomicFile.write(out.resolve("recipe.json"), order.withoutFolders().toLine() + "\n");
        if (training != null) {
            training.write(out);
        }
        return "";
    }
}
