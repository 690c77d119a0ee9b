package fettle.ui.source;

import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import java.nio.file.Path;
import java.util.List;

/// The work that brings sources in.
public interface Intake {

    /// Reads documents from a folder or file, and replaces what it gave before.
    Work<Source> documents(Project project, String location);

    /// Reads rows from files, as one step of the history.
    Work<Receipt> examples(Project project, List<Path> files, ImportSettings settings);
}
