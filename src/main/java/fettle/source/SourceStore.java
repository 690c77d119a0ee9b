package fettle.source;

import java.io.IOException;
import java.util.List;

/// The sources of one project.
public interface SourceStore {

    List<Source> sources() throws IOException;

    /// Enters a place, or what is known of it by now: one of this kind at this location keeps its id, and the counts and
    /// `skipped` are replaced.
    Source enter(Source.Kind kind, String location, int taken, List<Skipped> skipped) throws IOException;

    /// What the source had and did not give, in the order it was met.
    List<Skipped> skipped(String sourceId) throws IOException;
}
