package fettle.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The desktop's own choosers. Each call blocks until the person has chosen.
public interface Chooser {

    /// A folder that is there; empty for Cancel.
    Optional<Path> folder(String title);

    /// Files that are there; none for Cancel.
    List<Path> files(String title);

    /// A file to be written, `name` proposed; empty for Cancel, and where nobody can be asked.
    default Optional<Path> target(String title, String name) {
        return Optional.empty();
    }
}
