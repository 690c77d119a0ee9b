package fettle.ui.tuning;

import fettle.job.Progress;
import fettle.job.Work;
import fettle.model.Model;
import fettle.model.Registry;
import fettle.project.Project;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What the tuning screen reads from the disk.
///
/// @param tunings newest first
/// @param bases ids of the models of this machine
/// @param pace how fast the newest tuning was
record Known(List<Tuning> tunings, List<String> bases, Preview preview, Optional<Pace> pace) {

    static final Known NOTHING = new Known(List.of(), List.of(), Preview.NONE, Optional.empty());

    /// Tokens a second with a base.
    record Pace(String base, double tokensPerSecond) {}

    Optional<Tuning> find(String id) {
        return tunings.stream().filter(tuning -> tuning.id().equals(id)).findFirst();
    }

    /// The tuning that was made before this one.
    Optional<Tuning> before(Tuning tuning) {
        int at = tunings.stream().map(Tuning::id).toList().indexOf(tuning.id());
        return at < 0 || at + 1 >= tunings.size() ? Optional.empty() : Optional.of(tunings.get(at + 1));
    }

    /// Reads it.
    record Read(Project project, Registry registry) implements Work<Known> {

        @Override
        public Known run(Progress progress) throws IOException, InterruptedException {
            List<Tuning> tunings = project.tunings().tunings();
            List<String> bases = registry.models().stream().map(Model::id).toList();
            Preview preview = new Preview.Read(project.examples()).run(progress);
            return new Known(tunings, bases, preview, pace(tunings));
        }

        private Optional<Pace> pace(List<Tuning> tunings) throws IOException {
            for (Tuning tuning : tunings.subList(0, Math.min(3, tunings.size()))) {
                for (TuningEvent event : project.tunings().events(tuning.id()).reversed()) {
                    if (event instanceof TuningEvent.Stepped step && step.tokensPerSecond() > 0) {
                        return Optional.of(new Pace(tuning.base(), step.tokensPerSecond()));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
