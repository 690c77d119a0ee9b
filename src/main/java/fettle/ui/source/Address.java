package fettle.ui.source;

import fettle.source.Source;
import java.util.Optional;

/// What a line that was pasted or typed means.
///
/// @param text as it was written
/// @param kind what would be read; empty when nobody knows it
/// @param location of the source that it belongs to, in its canonical form; empty when nobody knows it
/// @param problem why it cannot be read, as a sentence; empty when it can be tried
public record Address(String text, Optional<Source.Kind> kind, String location, String problem) {

    public boolean usable() {
        return kind.isPresent() && problem.isEmpty();
    }

    /// Whether reading it goes over the network, and past this machine.
    boolean leaves() {
        return kind.isPresent() && SourceWords.leaves(kind.get(), text);
    }
}
