package fettle.ui.session;

import fettle.dataset.Release;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.project.Project;
import fettle.tuning.Tuning;
import java.io.IOException;
import java.util.List;

/// How much there is at each step of the path.
///
/// @param release name of the newest release; empty without one
/// @param models tuned in this project
public record Counts(int sources, int documents, int chunks, int examples, String release, int tunings, int models,
        int evaluations) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, "", 0, 0, 0);

    /// What the side bar shows beside a step; empty for nothing.
    public String at(Place place) {
        return switch (place) {
            case SOURCES -> number(sources);
            case DOCUMENTS -> number(documents);
            case CHUNKS -> number(chunks);
            case EXAMPLES -> number(examples);
            case DATASET -> release;
            case TUNING -> number(tunings);
            case MODELS -> number(models);
            case EVALUATION -> number(evaluations);
            case START, JOBS, SETTINGS -> "";
        };
    }

    private static String number(int count) {
        return count == 0 ? "" : Words.number(count);
    }

    /// Counts a project.
    record Read(Project project) implements Work<Counts> {

        @Override
        public Counts run(Progress progress) throws IOException {
            List<Release> releases = project.releases().releases();
            List<Tuning> tunings = project.tunings().tunings();
            int models = (int) tunings.stream().filter(tuning -> tuning.model().isPresent()).count();
            return new Counts(project.sources().sources().size(), project.documents().size(),
                    project.chunks().size(), project.examples().size(),
                    releases.isEmpty() ? "" : releases.getLast().name(), tunings.size(), models,
                    project.evaluations().evaluations().size());
        }
    }
}
