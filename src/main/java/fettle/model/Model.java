package fettle.model;

import java.nio.file.Path;
import java.util.Optional;

/// A language model on this machine.
///
/// @param id as the command line takes it
/// @param folder a Hugging Face directory
/// @param lineage how it was made here; empty for one that was brought in
/// @param createdMillis milliseconds since the epoch
public record Model(String id, Path folder, Optional<Lineage> lineage, long createdMillis) {

    public boolean tuned() {
        return lineage.isPresent();
    }
}
