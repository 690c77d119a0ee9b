package fettle.dataset;

import java.util.List;

/// One thing that a check found, with the rows it names.
///
/// @param id stable from run to run: the kind
/// @param message a sentence with the count
/// @param fix what to do, a sentence
/// @param examples ids of the rows, in import order; empty when it concerns the set as a whole
public record Finding(String id, CheckKind kind, Level level, String message, String fix, List<Long> examples) {

    /// How bad it is.
    public enum Level {
        /// A trainer or provider refuses the rows, or learns nothing from them.
        ERROR,
        /// Worth a look.
        WARNING
    }
}
