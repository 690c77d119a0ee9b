package fettle.ui.chunk;

import fettle.chunk.CutSettings;
import fettle.job.Work;
import fettle.project.Project;

/// The work that cuts all documents of a project anew.
@FunctionalInterface
public interface Cutting {

    /// Gives the number of chunks.
    Work<Integer> cut(Project project, CutSettings settings);
}
