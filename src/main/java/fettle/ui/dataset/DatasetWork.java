package fettle.ui.dataset;

import fettle.dataset.Export;
import fettle.dataset.Format;
import fettle.job.Work;
import fettle.project.Project;
import java.nio.file.Path;

/// The work of the dataset screen that needs the disk.
@FunctionalInterface
public interface DatasetWork {

    /// Writes the kept rows to `folder`, with a manifest and a card.
    Work<Export> export(Project project, Format format, Path folder);
}
