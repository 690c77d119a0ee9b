package fettle.model;

import fettle.dataset.ReleaseStore;
import fettle.tuning.TuningStore;
import java.nio.file.Path;

/// The parts of a project that a tuning needs.
///
/// @param project its name
/// @param models the folder that gets its tuned models
public record Workshop(String project, Path models, ReleaseStore releases, TuningStore tunings) {}
