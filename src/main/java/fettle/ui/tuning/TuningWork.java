package fettle.ui.tuning;

import fettle.job.Work;
import fettle.project.Project;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import java.util.function.Consumer;

/// The work that a tuning is, with the engine it needs already chosen.
public interface TuningWork {

    /// Tunes `base` with the project's kept examples, released first when they changed. Events come on the work's thread.
    Work<Tuning> begin(Project project, String base, Recipe recipe, Consumer<TuningEvent> events);

    /// Goes on from the last checkpoint.
    Work<Tuning> resume(Project project, Tuning tuning, Consumer<TuningEvent> events);
}
