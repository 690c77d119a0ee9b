package fettle.ui.source;

import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import fettle.source.SourceSettings;
import java.util.List;
import java.util.Optional;

/// The work that brings sources in.
public interface Intake {

    /// Reads the documents of one source, and replaces what it gave before.
    ///
    /// `locations` as the person wrote them, all of one source; `settings` empty for what was decided of it before.
    Work<Source> documents(Project project, List<String> locations, Optional<SourceSettings> settings);

    /// Counts the entries of a source that are new, other or gone since it was read.
    Work<Integer> changes(Project project, Source source);

    /// Cleans the texts of a source again, as they were read, under these settings.
    Work<Source> clean(Project project, Source source, SourceSettings settings);

    /// Tells what each line means.
    Work<List<Address>> recognise(List<String> lines);

    /// With what right repositories are read.
    Work<Access> access();
}
