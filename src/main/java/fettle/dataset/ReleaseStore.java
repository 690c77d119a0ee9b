package fettle.dataset;

import fettle.job.Progress;
import java.io.IOException;
import java.util.List;

/// The releases of one project.
public interface ReleaseStore {

    /// Oldest first.
    List<Release> releases() throws IOException;

    /// The newest release if the kept rows and their split are still what it holds, else a new one made from them now.
    /// Throws an [fettle.job.ExpectedException] of kind "empty" when no row is kept.
    Release release(Progress progress) throws IOException, InterruptedException;
}
