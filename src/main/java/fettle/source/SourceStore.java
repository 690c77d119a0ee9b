package fettle.source;

import java.io.IOException;
import java.util.List;

/// The sources of one project.
public interface SourceStore {

    List<Source> sources() throws IOException;

    /// What the source had and did not give, in the order it was met.
    List<Skipped> skipped(String sourceId) throws IOException;
}
