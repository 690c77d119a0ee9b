package fettle.engine.worker;

import fettle.engine.hf.ModelFolder;
import fettle.engine.train.ChatRows;
import fettle.engine.train.Trainer;
import fettle.tuning.TuningEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tunes a model on conversations.
final class TuneJob implements TrainingJob {

    private static final int NAMED = 10;

    private final Order.Tune order;
    private final Output output;
    private @Nullable Training training;
    private List<Integer> empty = List.of();

    TuneJob(Order.Tune order, Output output) {
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
        output.note("Loading the base model");
        ModelFolder base = ModelFolder.open(Path.of(order.base()));
        output.note("Reading the rows");
        var reader = new ChatRows(base, order.recipe().assistantOnlyLoss(), order.recipe().maxLength());
        ChatRows.Read train = reader.read(Path.of(order.train()));
        empty = train.empty();
        var validation = order.validation().isEmpty()
                ? new ChatRows.Read(List.of(), List.of())
                : reader.read(Path.of(order.validation()));
        var loaded = new Training(base, order.recipe(), folder(), order.resume());
        training = loaded;
        return loaded.trainer(new Trainer.Data(train.rows(), validation.rows()), events);
    }

    @Override
    public String finish() throws IOException {
        if (training != null) {
            training.write(Path.of(order.output()));
        }
        if (empty.isEmpty()) {
            return "";
        }
        String lines = empty.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return " %d %s taught nothing, having no trained message within max_length: line %s%s of %s.".formatted(
                empty.size(), empty.size() == 1 ? "row" : "rows", lines, empty.size() > NAMED ? ", …" : "",
                Path.of(order.train()).getFileName());
    }
}
