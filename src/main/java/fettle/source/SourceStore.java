package fettle.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The sources of one project.
public interface SourceStore {

    /// What is remembered of a source beside its counts, each as a text whose form its writer knows.
    enum Topic {
        /// What a collector wants to know at its next visit.
        VISIT,
        /// How often each cleaning rule changed something.
        CLEANING,
        /// How a file of rows was read and mapped.
        IMPORT,
        /// The receipt of the last import.
        RECEIPT
    }

    List<Source> sources() throws IOException;

    /// Enters a place, or what is known of it by now: one of this kind at this location keeps its id, and the counts and
    /// `skipped` are replaced.
    Source enter(Source.Kind kind, String location, int taken, List<Skipped> skipped) throws IOException;

    /// What the source had and did not give, in the order it was met.
    List<Skipped> skipped(String sourceId) throws IOException;

    /// What the person decided of it.
    SourceSettings settings(String sourceId) throws IOException;

    void decide(String sourceId, SourceSettings settings) throws IOException;

    /// What was last remembered under that topic.
    Optional<String> recall(String sourceId, Topic topic) throws IOException;

    void remember(String sourceId, Topic topic, String text) throws IOException;

    /// Takes a source out, and with it its documents and their chunks. Examples made from them stay.
    void remove(String sourceId) throws IOException;
}
