package fettle.engine.worker;

import fettle.disk.AtomicFile;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// `metrics.jsonl` of one tuning: each event is on disk before it is told.
final class MetricsLog implements AutoCloseable {

    private final Writer file;
    private boolean started;

    /// Begins the file anew, or keeps what an earlier run wrote up to `stepsKept`: later steps will be made again.
    MetricsLog(Path folder, int stepsKept) throws IOException {
        Path path = folder.resolve("metrics.jsonl");
        List<TuningEvent> kept = stepsKept > 0 && Files.isRegularFile(path)
                ? Files.readAllLines(path).stream().flatMap(line -> TuningEvents.fromJson(line).stream())
                        .filter(event -> step(event) <= stepsKept).toList()
                : List.of();
        var text = new StringBuilder();
        kept.forEach(event -> text.append(TuningEvents.toJson(event)).append('\n'));
        AtomicFile.write(path, text.toString());
        started = !kept.isEmpty();
        file = Files.newBufferedWriter(path, StandardOpenOption.APPEND);
    }

    private static int step(TuningEvent event) {
        return switch (event) {
            case TuningEvent.Started _ -> 0;
            case TuningEvent.Stepped stepped -> stepped.step();
            case TuningEvent.Validated validated -> validated.step();
            case TuningEvent.CheckpointSaved saved -> saved.step();
            case TuningEvent.Ended _ -> Integer.MAX_VALUE;
        };
    }

    /// Appends an event; of a tuning that goes on, only the first start is kept.
    synchronized void append(TuningEvent event) {
        if (event instanceof TuningEvent.Started && started) {
            return;
        }
        started = true;
        try {
            file.write(TuningEvents.toJson(event) + "\n");
            file.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
