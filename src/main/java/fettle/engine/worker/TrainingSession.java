package fettle.engine.worker;

import fettle.engine.train.Trainer;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvents;
import fettle.tuning.TuningStatus;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Trains, and ends early when it is told to or its starter is gone; a checkpoint is kept in either case.
final class TrainingSession implements Session {

    /// Seconds that a step may take to its end before the checkpoint is written beside it.
    private static final long PATIENCE = 4;

    private final TrainingJob job;
    private final Output output;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<@Nullable Trainer> trainer = new AtomicReference<>();
    private final AtomicReference<@Nullable MetricsLog> metrics = new AtomicReference<>();
    private volatile @Nullable TuningStatus stoppedAs;
    private volatile int step;
    private volatile int total;

    TrainingSession(TrainingJob job, Output output) {
        this.job = job;
        this.output = output;
    }

    @Override
    public void run() throws Exception {
        try (var log = new MetricsLog(job.folder(), job.stepsKept())) {
            metrics.set(log);
            try (Trainer prepared = job.prepare(this::tell)) {
                trainer.set(prepared);
                if (stoppedAs != null) {
                    prepared.stop();
                }
                boolean finished = prepared.run();
                if (finished) {
                    end(new Ended(TuningStatus.SUCCEEDED, "Tuned in " + total + " steps." + job.finish()));
                } else {
                    end(stopped());
                }
            } catch (Exception | OutOfMemoryError failed) {
                ObjectNode why = Output.describe(failed, JsonMapper.shared().createObjectNode());
                end(new Ended(TuningStatus.FAILED, why.path("message").asString("")));
                throw failed;
            }
        } finally {
            over.countDown();
        }
    }

    @Override
    public void say(JsonNode line) throws IOException, InterruptedException {
        if (line.path("stop").asBoolean(false)) {
            stop(TuningStatus.STOPPED);
        }
    }

    @Override
    public void abandoned() throws IOException, InterruptedException {
        stop(TuningStatus.INTERRUPTED);
    }

    private void stop(TuningStatus how) throws IOException, InterruptedException {
        stoppedAs = how;
        Trainer running = trainer.get();
        if (running != null) {
            running.stop();
        }
        if (!over.await(PATIENCE, TimeUnit.SECONDS)) {
            if (running != null) {
                running.keepCheckpoint();
            }
            end(stopped());
        }
        WorkerMain.exit(WorkerMain.DONE);
    }

    private Ended stopped() {
        boolean asked = stoppedAs == TuningStatus.STOPPED;
        String how = asked ? "Stopped" : "Interrupted, because Fettle ended,";
        return new Ended(asked ? TuningStatus.STOPPED : TuningStatus.INTERRUPTED,
                "%s after step %d of %d. The checkpoint is kept; it can be resumed.".formatted(how, step, total));
    }

    private void end(Ended how) {
        if (ended.compareAndSet(false, true)) {
            tell(how);
        }
    }

    private void tell(TuningEvent event) {
        switch (event) {
            case TuningEvent.Started started -> total = started.totalSteps();
            case TuningEvent.CheckpointSaved saved -> step = Math.max(step, saved.step());
            case TuningEvent.Stepped stepped -> step = stepped.step();
            case TuningEvent.Validated _,Ended _ -> {
            }
        }
        MetricsLog log = metrics.get();
        if (log != null) {
            log.append(event);
        }
        output.line(TuningEvents.toJson(event));
    }
}
