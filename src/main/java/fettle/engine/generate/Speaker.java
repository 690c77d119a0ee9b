package fettle.engine.generate;

import fettle.engine.hf.ModelFolder;
import fettle.engine.net.Gpt2;
import fettle.engine.net.Weights;
import fettle.engine.torch.Natives;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A model that answers conversations: turns in, text out.
public final class Speaker implements AutoCloseable {

    /// Parameters from which on a second thread gains more than the two lose by waiting for each other.
    private static final long LARGE = 30_000_000;

    private final ModelFolder folder;
    private final Gpt2 model;
    private final Generator generator;

    private Speaker(ModelFolder folder, Gpt2 model) {
        this.folder = folder;
        this.model = model;
        generator = new Generator(model, folder.ends());
    }

    /// Loads a Hugging Face directory; a large model answers on `cores`.
    public static Speaker load(Path path, int cores) throws IOException {
        ModelFolder folder = ModelFolder.open(path);
        Natives.useThreads(folder.config().parameters() > LARGE ? cores : 1);
        return new Speaker(folder, new Gpt2(folder.config(), Weights.load(folder.config(), folder.weights())));
    }

    /// What is asked.
    ///
    /// @param temperature 0 is greedy
    /// @param topP share (0..1] of probability that is kept
    /// @param most tokens of the answer
    public record Question(List<Turn> turns, double temperature, double topP, int most, long seed) {}

    /// What came.
    ///
    /// @param finish "stop", "length" or "incomplete"
    public record Answered(String text, int inputTokens, int outputTokens, String finish) {}

    /// Answers; `onText` gets whole characters as they come. Asks `stopping` between tokens.
    public Answered answer(Question question, Consumer<String> onText, BooleanSupplier stopping)
            throws ExpectedException {
        int[] prompt = folder.tokenizer().encode(folder.chat().render(question.turns(), true));
        var sampler = new Sampler(question.temperature(), question.topP(), question.seed());
        var pieces = new Utf8Pieces();
        var text = new StringBuilder();
        Generator.Continued continued = generator.generate(prompt, question.most(), sampler, id -> {
            if (!folder.tokenizer().isSpecial(id)) {
                say(pieces.add(folder.tokenizer().bytesOf(id)), text, onText);
            }
            return !stopping.getAsBoolean();
        });
        say(pieces.rest(), text, onText);
        return new Answered(text.toString(), prompt.length, continued.ids().size(), continued.finish());
    }

    private static void say(String piece, StringBuilder text, Consumer<String> onText) {
        if (!piece.isEmpty()) {
            text.append(piece);
            onText.accept(piece);
        }
    }

    @Override
    public void close() {
        generator.close();
        model.close();
    }
}
