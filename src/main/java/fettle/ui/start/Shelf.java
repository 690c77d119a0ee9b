package fettle.ui.start;

import fettle.job.Progress;
import fettle.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The projects of this person. Each method reads or writes the disk.
public interface Shelf {

    /// A project that was open before.
    ///
    /// @param note what is in it, or why it cannot be opened
    record Recent(Path folder, String name, String note) {}

    /// The last ones, newest first; those that are gone are left out.
    List<Recent> recent() throws IOException;

    /// Opens a project and remembers it.
    Project open(Path folder) throws IOException;

    /// Makes an empty project and remembers it.
    Project create(Path folder) throws IOException;

    /// Opens the person's own copy of the sample; makes it on the first call.
    Project sample(Progress progress) throws Exception;

    /// Where new projects go unless the person says otherwise.
    Path home();

    /// Whether the folder holds a project.
    boolean isProject(Path folder);
}
