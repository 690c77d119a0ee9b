package fettle.ui.tuning;

import fettle.job.Work;
import fettle.project.Project;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A tuning that tells its events and then waits until it is stopped, as a long one would.
final class ToldWork implements TuningWork {

    static final List<TuningEvent> EVENTS = Told.upTo(223);

    @Override
    public Work<Tuning> begin(Project project, String base, Recipe recipe, Consumer<TuningEvent> events) {
        return _ -> {
            String id = "t" + (project.tunings().tunings().size() + 1);
            return run(project, new Tuning(id, Path.of("tunings", id), base, "v3", recipe, TuningStatus.RUNNING,
                    System.currentTimeMillis(), Optional.empty(), ""), events);
        };
    }

    @Override
    public Work<Tuning> resume(Project project, Tuning tuning, Consumer<TuningEvent> events) {
        return _ -> run(project, tuning.with(TuningStatus.RUNNING, Optional.empty(), ""), events);
    }

    private static Tuning run(Project project, Tuning tuning, Consumer<TuningEvent> events) throws IOException {
        project.tunings().save(tuning);
        EVENTS.forEach(events);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // stopped: the checkpoint is kept
        }
        events.accept(new TuningEvent.Ended(TuningStatus.STOPPED, "Stopped at step 223; the checkpoint is kept."));
        Tuning stopped = tuning.with(TuningStatus.STOPPED, Optional.empty(), "Stopped at step 223.");
        project.tunings().save(stopped);
        return stopped;
    }
}
