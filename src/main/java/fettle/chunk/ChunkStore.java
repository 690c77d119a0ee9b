package fettle.chunk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The chunks of one project.
public interface ChunkStore {

    /// All chunks, by document and place.
    List<Chunk> chunks() throws IOException;

    /// How many chunks there are.
    default int size() throws IOException {
        return chunks().size();
    }

    /// The settings the present chunks were cut with; empty when nothing is cut.
    Optional<CutSettings> cutSettings() throws IOException;

    /// Replaces all chunks, as one change. A chunk with the same document, slice and text keeps its id.
    void replace(List<Chunk> chunks, CutSettings settings) throws IOException;
}
